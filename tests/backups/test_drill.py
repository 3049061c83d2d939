"""The restore drill (D-01): backup under load, restore in an empty place, compare everything.

With processes of their own and a database of their own, as an operator has them.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from backups.archive import opened, writing

ROOT = Path(__file__).resolve().parents[2]
POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")

WRITER = """
import sys, time, pathlib
import django; django.setup()
from tests.factories.home import make_site
from tests.factories.library import DocumentFactory, make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from django.core.files.base import ContentFile
from library.models import CustomImage
from submissions.models import SubmissionFile
folder = pathlib.Path(sys.argv[1])
make_site()
column = ColumnPageFactory()
number = 0
while not (folder / "stop").exists():
    image = make_image(title=f"Ảnh {number}", colour=(number % 255, 40, 90), size=(320, 200))
    page = ArticlePageFactory(parent=column, title=f"Bài {number}", lead_image=image)
    page.title += " sửa"
    page.save_revision().publish()
    image.get_rendition("width-200")
    DocumentFactory()
    sent = SubmissionFile(name="anh.jpg", content_type="image/jpeg", digest=str(number))
    sent.file.save("anh.jpg", ContentFile(b"colours %d" % number))
    if number % 3 == 2:
        make_image(title="Xóa ngay", size=(200, 200)).delete()
    number += 1
    (folder / "written").write_text(str(number))
"""
COUNT = """
import json, django; django.setup()
from django.apps import apps
from django.db import connection
from wagtail.models import Revision, Page
from library.models import CustomImage, CustomDocument
from submissions.models import SubmissionFile
names = [n for n in connection.introspection.table_names()]
with connection.cursor() as cursor:
    counts = {}
    for name in names:
        cursor.execute(f'SELECT COUNT(*) FROM "{name}"'); counts[name] = cursor.fetchone()[0]
models = {"media/": [CustomImage, CustomDocument], "quarantine/": [SubmissionFile]}
files = {m.__name__: [folder + f.file.name for f in m.objects.all()]
         for folder, found in models.items() for m in found}
titles = sorted(Page.objects.values_list("title", flat=True))
print(json.dumps({"counts": counts, "files": files, "titles": titles}))
"""


class Machine:
    """A server: database, files, backups, and commands run on it."""

    def __init__(self, folder, url):
        self.folder = folder
        folder.mkdir()
        self.media, self.quarantine = folder / "media", folder / "quarantine"
        self.env = {
            **os.environ,
            "DJANGO_ENV": "dev",
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "DATABASE_URL": url or f"sqlite:///{folder / 'site.sqlite3'}",
            "MEDIA_ROOT": str(self.media),
            "QUARANTINE_ROOT": str(self.quarantine),
            "BACKUP_FOLDER": str(folder / "backups"),
            "MAIL_FOLDER": str(folder / "mail"),
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        }

    def start(self, code, *arguments):
        return subprocess.Popen(
            [sys.executable, "-c", code, *arguments], env=self.env, cwd=ROOT, text=True
        )

    def run(self, *arguments, code=None):
        command = ["-c", code] if code else ["manage.py", *arguments]
        return subprocess.run(
            [sys.executable, *command],
            env=self.env,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    def manage(self, *arguments):
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def holds(self):
        done = self.run(code=COUNT)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def sums(self):
        return {
            path.relative_to(self.folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for root in (self.media, self.quarantine)
            for path in root.rglob("*")
            if path.is_file()
        }


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    """A function that gives a new empty machine."""
    made = []

    def make(name):
        url = ""
        if POSTGRESQL:
            if shutil.which("pg_dump") is None:
                pytest.skip("pg_dump is not installed")
            database = f"drill_{uuid.uuid4().hex[:12]}"
            url = f"{os.environ['DATABASE_URL'].rsplit('/', 1)[0]}/{database}"
            _sql(f'CREATE DATABASE "{database}"')
            made.append(database)
        return Machine(tmp_path_factory.mktemp("drill") / name, url)

    yield make
    for database in made:
        _sql(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')


def _sql(statement):
    import psycopg

    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture(scope="module")
def drill(machines):
    """A machine in use, and the archive that was made of it meanwhile."""
    busy = machines("busy")
    busy.manage("migrate", "--verbosity", "0")
    writer = busy.start(WRITER, str(busy.folder))
    try:
        _wait_until_written(busy, writer, 3)
        before = int((busy.folder / "written").read_text())
        said = busy.manage("backup")
        _wait_until_written(busy, writer, before + 2)
    finally:
        (busy.folder / "stop").touch()
        assert writer.wait(60) == 0
    archive = Path(said.split("Đã sao lưu: ")[1].splitlines()[0])
    return busy, archive, before


def _wait_until_written(machine, writer, number):
    import time

    for _ in range(1200):
        assert writer.poll() is None, "the writer stopped"
        written = machine.folder / "written"
        if written.exists() and int(written.read_text() or 0) >= number:
            return
        time.sleep(0.1)
    raise AssertionError("nothing was written")


def test_d_01_what_was_saved_under_load_stands_on_an_empty_machine_as_it_was(drill, machines):
    busy, archive, before = drill
    with opened(archive) as (_tar, manifest):
        pass
    assert manifest["missing"] == []
    fresh = machines("fresh")
    said = fresh.manage("restore", str(archive))
    assert "Đã khôi phục" in said
    held = fresh.holds()
    listed = {name: n for name, n in manifest["counts"].items() if name != "django_session"}
    assert {name: held["counts"][name] for name in listed} == listed
    sums = fresh.sums()
    saved = {
        name: facts["sha256"]
        for name, facts in manifest["files"].items()
        if name.startswith(("media/", "quarantine/"))
    }
    assert sums == saved
    for names in held["files"].values():
        assert set(names) <= set(sums), "every file a row names is there"
    whole = busy.holds()
    assert len(held["files"]["CustomImage"]) >= before
    assert len(held["files"]["SubmissionFile"]) >= before, "what was sent in is data as well"
    modes = {path.stat().st_mode & 0o777 for path in fresh.quarantine.glob("*/*")}
    assert (fresh.quarantine.stat().st_mode & 0o777, modes) == (0o700, {0o600})
    assert len(whole["titles"]) > len(held["titles"]), "it was in use while it was saved"
    assert set(held["titles"]) - {t.removesuffix(" sửa") for t in whole["titles"]} <= set(
        whole["titles"]
    )
    theirs = busy.sums()
    assert all(theirs.get(name, sum_) == sum_ for name, sum_ in sums.items())
    assert fresh.run("migrate", "--check").returncode == 0


def test_d_03_a_damaged_archive_is_refused_before_anything_is_touched(drill, machines, tmp_path):
    _, archive, _ = drill
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 1
    damaged = tmp_path / "sao-luu-hong.tar"
    damaged.write_bytes(content)
    untouched = machines("untouched")
    done = untouched.run("restore", str(damaged))
    assert done.returncode == 1
    assert "hỏng" in done.stderr
    assert not untouched.media.exists()
    again = untouched.run("restore", str(archive))
    assert again.returncode == 0, "the place is still empty"


def test_nothing_is_restored_over_something_unless_that_is_said(drill, machines):
    _, archive, _ = drill
    full = machines("full")
    full.manage("restore", str(archive))
    (full.media / "cua-toi.txt").write_text("còn đây")
    (full.quarantine / "cua-toi.txt").write_text("còn đây")
    done = full.run("restore", str(archive))
    assert done.returncode == 1
    assert "--replace" in done.stderr
    assert (full.media / "cua-toi.txt").exists()
    said = full.manage("restore", str(archive), "--replace")
    assert not (full.media / "cua-toi.txt").exists()
    (kept,) = full.folder.glob("media.truoc-khoi-phuc-*")
    assert (kept / "cua-toi.txt").read_text() == "còn đây"
    assert list(full.folder.glob("quarantine.truoc-khoi-phuc-*/cua-toi.txt"))
    assert not (full.quarantine / "cua-toi.txt").exists()
    assert said.count("Dữ liệu cũ còn giữ ở") == 3
    if not POSTGRESQL:
        assert list(full.folder.glob("site.sqlite3.truoc-khoi-phuc-*"))


def test_a_sound_archive_is_told_from_a_damaged_one_without_restoring(drill, machines):
    _, archive, _ = drill
    machine = machines("looking")
    assert "còn nguyên" in machine.manage("restore", "--check", str(archive))
    assert not machine.media.exists()


def test_an_archive_made_before_files_could_be_sent_in_is_restored(drill, machines, tmp_path):
    _, archive, _ = drill
    older = tmp_path / "sao-luu-cu.tar"
    with opened(archive) as (tar, manifest), writing(older) as out:
        for name in manifest.pop("files"):
            if not name.startswith("quarantine/"):
                (tmp_path / "part").write_bytes(tar.extractfile(name).read())
                out.add(name, tmp_path / "part")
        out.finish({key: manifest[key] for key in ("engine", "counts", "migrations", "missing")}
                   | {"made_at": manifest["made_at"]})  # fmt: skip
    machine = machines("older")
    machine.manage("restore", str(older))
    assert machine.sums()
    assert not list(machine.quarantine.iterdir())
