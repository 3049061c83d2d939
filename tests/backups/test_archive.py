"""An archive is whole or refused, and names nothing outside of itself."""

import io
import json
import tarfile

import pytest

from backups.archive import DATABASES, MANIFEST, BackupError, checksum, opened, writing

FACTS = {"engine": "sqlite", "counts": {}, "migrations": [], "missing": []}


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "database").write_bytes(b"rows" * 1000)
    (tmp_path / "picture").write_bytes(b"colours" * 1000)
    path = tmp_path / "sao-luu-x.tar"
    with writing(path) as out:
        out.add(DATABASES["sqlite"], tmp_path / "database")
        out.add("media/images/a.webp", tmp_path / "picture")
        out.finish(FACTS)
    return path


def again(path, change):
    """The archive written anew, each member (name, content, kind) through `change`."""
    with tarfile.open(path) as tar:
        members = [(m.name, tar.extractfile(m).read(), tarfile.REGTYPE) for m in tar]
    with tarfile.open(path, "w") as tar:
        for name, content, kind in change(members):
            member = tarfile.TarInfo(name)
            member.size, member.type, member.linkname = len(content), kind, "/etc/passwd"
            tar.addfile(member, io.BytesIO(content))


def test_what_was_written_is_read_again(archive):
    with opened(archive) as (tar, manifest):
        assert set(manifest["files"]) == {DATABASES["sqlite"], "media/images/a.webp"}
        assert tar.extractfile("media/images/a.webp").read() == b"colours" * 1000
        facts = manifest["files"]["media/images/a.webp"]
        assert facts == {"size": 7000, "sha256": checksum(io.BytesIO(b"colours" * 1000))}
    assert archive.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in archive.parent.glob(".*")] == []


def test_an_archive_is_never_written_over(archive):
    with pytest.raises(FileExistsError), writing(archive):
        pass


@pytest.mark.parametrize("left", [0, 100, 512, 5000, -10240])
def test_d_03_an_archive_cut_short_is_refused(archive, left):
    whole = archive.read_bytes()
    archive.write_bytes(whole[:left])
    with pytest.raises(BackupError), opened(archive):
        pass


@pytest.mark.parametrize("at", [600, 3000, 6000, 9000])
def test_d_03_one_changed_byte_is_found(archive, at):
    content = bytearray(archive.read_bytes())
    content[at] ^= 1
    archive.write_bytes(content)
    with pytest.raises(BackupError), opened(archive):
        pass


def test_a_file_that_is_no_archive_is_refused(tmp_path):
    for content in (b"", b"hello", b"\x1f\x8b" + b"0" * 2000):
        path = tmp_path / "x.tar"
        path.write_bytes(content)
        with pytest.raises(BackupError), opened(path):
            pass
    with pytest.raises(BackupError), opened(tmp_path / "none.tar"):
        pass


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("media/../../etc/cron.d/x", tarfile.REGTYPE),
        ("/etc/passwd", tarfile.REGTYPE),
        ("media//x", tarfile.REGTYPE),
        ("media/./x", tarfile.REGTYPE),
        ("media/a\\..\\b", tarfile.REGTYPE),
        ("media/a\nb", tarfile.REGTYPE),
        ("static/x.js", tarfile.REGTYPE),
        ("media/link", tarfile.SYMTYPE),
        ("media/link", tarfile.LNKTYPE),
        ("media/pipe", tarfile.FIFOTYPE),
        ("media/folder", tarfile.DIRTYPE),
        ("media/images/a.webp", tarfile.REGTYPE),
        ("media/not-listed", tarfile.REGTYPE),
    ],
)
def test_a_member_no_backup_has_is_refused(archive, name, kind):
    again(archive, lambda members: [*members, (name, b"", kind)])
    with pytest.raises(BackupError), opened(archive):
        pass


def test_a_listed_file_that_is_not_there_is_refused(archive):
    again(archive, lambda members: [m for m in members if m[0] != "media/images/a.webp"])
    with pytest.raises(BackupError, match="không khớp"), opened(archive):
        pass


@pytest.mark.parametrize(
    "change",
    [{"format": 99}, {"engine": "oracle"}, {"files": {}}, {"files": None}, {"engine": None}],
)
def test_a_manifest_of_another_kind_is_refused(archive, change):
    def altered(members):
        for name, content, kind in members:
            if name == MANIFEST:
                yield name, json.dumps({**json.loads(content), **change}).encode(), kind
            else:
                yield name, content, kind

    again(archive, lambda members: list(altered(members)))
    with pytest.raises(BackupError), opened(archive):
        pass
