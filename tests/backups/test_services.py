"""What is said of the last backup, which stay, and what happens when one cannot be made."""

import json
import shutil
import sqlite3
from collections import namedtuple
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from backups import databases, restoring, services
from backups.archive import BackupError, opened, writing
from backups.databases import Postgresql, Snapshot, file_columns
from backups.restoring import restore_backup
from backups.schema import refuse_newer
from backups.services import last_backup, make_backup
from backups.status import LastBackup, alone
from tests.factories.library import DocumentFactory, make_image


class Paper:
    """A database of paper: the real ones are tried in the drill."""

    name = "sqlite"

    def __init__(self, files=(), during=lambda: None):
        self.files, self.during = set(files), during

    def snapshot(self, folder):
        from contextlib import nullcontext

        self.during()
        copy = folder / "copy"
        copy.write_bytes(b"rows")
        return nullcontext(Snapshot(copy, {"t": 1}, ["core.0001_initial"], self.files))


@pytest.fixture
def place(settings, tmp_path, monkeypatch):
    settings.BACKUP_FOLDER = tmp_path / "backups"
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.QUARANTINE_ROOT = str(tmp_path / "quarantine")
    (tmp_path / "media" / "images").mkdir(parents=True)
    (tmp_path / "media" / "images" / "a.webp").write_bytes(b"a")
    monkeypatch.setattr(services, "engine", Paper)
    return settings.BACKUP_FOLDER


def use(monkeypatch, paper):
    monkeypatch.setattr(services, "engine", lambda: paper)


def test_before_the_first_backup_nothing_is_said(place):
    assert last_backup() is None
    assert LastBackup().is_stale


def test_the_last_backup_is_known_with_its_size(place):
    backup = make_backup()
    last = last_backup()
    assert (last.file, last.size, last.error) == (str(backup.file), backup.size, "")
    assert timezone.now() - last.made_at < timedelta(minutes=1)
    assert not last.is_stale
    assert place.stat().st_mode & 0o777 == 0o700


def test_a_missed_night_is_seen(place):
    make_backup()
    status = place / "lan-cuoi.json"
    facts = json.loads(status.read_text())
    facts["made_at"] = str(timezone.now() - timedelta(hours=40))
    status.write_text(json.dumps(facts))
    assert last_backup().is_stale


def test_a_damaged_status_file_is_as_good_as_none(place):
    place.mkdir()
    for text in ("", "[]", "{}x", '{"made_at": "gestern"}', '{"unknown": 1}'):
        (place / "lan-cuoi.json").write_text(text)
        assert last_backup() is None


def test_only_the_newest_stay_and_other_files_are_left_alone(place):
    place.mkdir()
    for day in range(1, 6):
        (place / f"sao-luu-2026-01-0{day}-020000.tar").write_bytes(b"")
    (place / "cua-toi.tar").write_bytes(b"")
    backup = make_backup(keep=3)
    left = sorted(path.name for path in place.glob("*.tar"))
    assert left == [
        "cua-toi.tar",
        "sao-luu-2026-01-04-020000.tar",
        "sao-luu-2026-01-05-020000.tar",
        backup.file.name,
    ]


def test_the_new_one_stays_even_if_none_shall_be_kept(place):
    assert make_backup(keep=0).file.exists()


def test_a_full_disk_is_said_before_anything_is_written(place, monkeypatch):
    make_backup()
    Usage = namedtuple("Usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(100, 100, 0))
    with pytest.raises(BackupError, match="không đủ chỗ"):
        make_backup()
    last = last_backup()
    assert "không đủ chỗ" in last.error
    assert last.failed_at > last.made_at, "the good one before is still known"
    assert len(list(place.glob("sao-luu-*"))) == 1


def test_a_write_that_fails_leaves_nothing_half_done(place, monkeypatch):
    def full(self, name, path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("backups.archive.Writer.add", full)
    with pytest.raises(BackupError, match="No space left"):
        make_backup()
    left = {path.name for path in place.iterdir()}
    assert left == {".khoa", "lan-cuoi.json"}


def test_what_a_killed_run_left_is_cleared(place, tmp_path):
    place.mkdir()
    (place / "sao-luu-2026-01-01-020000.tar.dang-ghi").write_bytes(b"half")
    (tmp_path / "media" / ".sao-luu-old").mkdir()
    (tmp_path / "media" / ".sao-luu-old" / "0").write_bytes(b"x")
    backup = make_backup()
    assert not list(place.glob("*.dang-ghi"))
    assert not list((tmp_path / "media").glob(".sao-luu-*"))
    with opened(backup.file) as (_tar, manifest):
        assert set(manifest["files"]) == {"database.sqlite3.gz", "media/images/a.webp"}


def test_two_at_once_are_one_too_many(place):
    with alone(), pytest.raises(BackupError, match="khác chạy"):
        make_backup()


def test_a_file_deleted_while_the_database_is_copied_is_in_the_backup(place, tmp_path, monkeypatch):
    lost = tmp_path / "media" / "images" / "a.webp"
    use(monkeypatch, Paper({"media/images/a.webp"}, during=lambda: lost.unlink(missing_ok=True)))
    backup = make_backup()
    assert not lost.exists()
    assert "media/images/a.webp" in backup.manifest["files"]
    assert backup.manifest["missing"] == []


def test_a_file_that_came_while_the_database_was_copied_is_in_the_backup(
    place, tmp_path, monkeypatch
):
    new = tmp_path / "media" / "images" / "b.webp"
    use(monkeypatch, Paper({"media/images/b.webp"}, during=lambda: new.write_bytes(b"b")))
    assert "media/images/b.webp" in make_backup().manifest["files"]


def test_a_file_that_came_and_went_means_another_try(place, tmp_path, monkeypatch):
    tries = []
    paper = Paper({"media/images/gone.webp"})

    def during():
        tries.append(1)
        if len(tries) == 2:
            paper.files.clear()  # its row is gone as well by then

    paper.during = during
    use(monkeypatch, paper)
    backup = make_backup()
    assert len(tries) == 2
    assert backup.manifest["missing"] == []


def test_a_file_that_was_never_there_is_told_and_the_rest_is_saved(place, monkeypatch, capsys):
    use(monkeypatch, Paper({"media/images/never.webp"}))
    call_command("backup")
    assert "images/never.webp" in capsys.readouterr().err
    assert last_backup().missing == 1


def test_links_to_other_places_are_not_followed(place, tmp_path):
    (tmp_path / "secret").write_text("x")
    (tmp_path / "media" / "link").symlink_to(tmp_path / "secret")
    assert "media/link" not in make_backup().manifest["files"]


def test_the_command_ends_with_a_fault_and_a_reason(place, monkeypatch):
    monkeypatch.setattr(services, "_write", lambda place, keep: (_ for _ in ()).throw(OSError("x")))
    with pytest.raises(CommandError, match="Chưa sao lưu được"):
        call_command("backup")


def test_every_field_that_names_a_file_is_looked_at(db):
    columns = set(file_columns())
    picture, document = make_image(), DocumentFactory()
    for thing in (picture, document, picture.get_rendition("width-100")):
        assert (thing._meta.db_table, "file", "media/") in columns
    assert ("submissions_submissionfile", "file", "quarantine/") in columns


def test_before_an_upgrade_the_code_may_know_columns_the_database_lacks(monkeypatch):
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE library_customimage (id integer, file text)")
        database.execute("INSERT INTO library_customimage VALUES (1, 'images/a.webp')")
        monkeypatch.setattr(
            databases,
            "file_columns",
            lambda: [
                ("library_customimage", "file", "media/"),
                ("library_customimage", "yet_to_come", "media/"),
            ],
        )
        seen = databases.look(database.cursor(), Path("x"), ["library_customimage"])
    assert (seen.counts, seen.files) == ({"library_customimage": 1}, {"media/images/a.webp"})


def test_without_pg_dump_the_operator_is_told_which_package_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(BackupError, match="postgresql-client"):
        Postgresql()._run("pg_dump", "--version")


def test_a_backup_of_newer_code_is_refused():
    refuse_newer(["core.0001_initial", "an_app_long_gone.0001_initial"])
    with pytest.raises(BackupError, match=r"core\.9999_future"):
        refuse_newer(["core.0001_initial", "core.9999_future"])


def test_a_backup_of_the_other_database_is_refused(place, tmp_path):
    path = tmp_path / "x.tar"
    (tmp_path / "dump").write_bytes(b"x")
    theirs = "postgresql" if _vendor() == "sqlite" else "sqlite"
    names = {"sqlite": "database.sqlite3.gz", "postgresql": "database.pgdump"}
    with writing(path) as out:
        out.add(names[theirs], tmp_path / "dump")
        out.finish({"engine": theirs, "counts": {}, "migrations": [], "missing": []})
    with pytest.raises(BackupError, match="máy này dùng"):
        restore_backup(file=path)


def _vendor():
    from django.db import connection

    return connection.vendor


def test_where_one_folder_cannot_be_put_in_place_all_stand_as_they_stood(
    db, place, tmp_path, monkeypatch
):
    (tmp_path / "quarantine").mkdir()
    (tmp_path / "quarantine" / "b").write_text("cũ")
    new = {Path(tmp_path / name): tmp_path / f"new-{name}" for name in ("media", "quarantine")}
    for folder in new.values():
        folder.mkdir()
    replace = restoring.os.replace

    def refuse(source, target):
        if source == tmp_path / "new-quarantine":
            raise OSError(30, "Read-only file system")
        replace(source, target)

    monkeypatch.setattr(restoring.os, "replace", refuse)
    room = restoring._Place(databases.engine())
    with pytest.raises(OSError, match="Read-only"):
        restoring._swap_folders(room, new, "x")
    assert (tmp_path / "media" / "images" / "a.webp").read_bytes() == b"a"
    assert (tmp_path / "quarantine" / "b").read_text() == "cũ"
    assert not list(tmp_path.glob("*.truoc-*"))
