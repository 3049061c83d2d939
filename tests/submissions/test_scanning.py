"""ClamAV, played by a little server of our own: well, ill, and saying nonsense (F-14)."""

import io
import socket
import struct
import threading
import time

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils import timezone

from mailing.models import OutgoingMail
from submissions.files import scanning
from submissions.files.services import scan_waiting, take_certificate, take_picture, to_library
from submissions.files.waiting import State
from submissions.models import Event, SubmissionFile
from tests.factories.submissions import DraftFactory, SubmissionFactory, SubmissionFileFactory
from tests.submissions.samples import EICAR, picture, saved, sheets, upload


class Clamd:
    """Answers INSTREAM as the real one does; `answer` for something else, None for silence."""

    def __init__(self, address=("127.0.0.1", 0)):
        family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
        self.server = socket.socket(family, socket.SOCK_STREAM)
        self.server.bind(address)
        self.server.listen()
        self.scanned, self.answer = [], b""
        self.released = threading.Event()
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    @property
    def name(self):
        where = self.server.getsockname()
        return where if isinstance(where, str) else f"{where[0]}:{where[1]}"

    def _serve(self):
        while True:
            try:
                wire, _from = self.server.accept()
            except OSError:
                return
            with wire:
                self._talk(wire)

    def _talk(self, wire):
        stream = wire.makefile("rb")
        assert stream.read(10) == b"zINSTREAM\0"
        content = b""
        while (length := struct.unpack("!L", stream.read(4))[0]) > 0:
            content += stream.read(length)
        self.scanned.append(content)
        if self.answer is None:
            self.released.wait(30)
        else:
            found = b"Eicar-Signature FOUND" if EICAR in content else b"OK"
            wire.sendall(self.answer or b"stream: " + found + b"\0")

    def close(self):
        self.released.set()
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
        self.thread.join(5)


@pytest.fixture
def room(tmp_path):
    """The quarantine of this test."""
    return tmp_path / "quarantine"


@pytest.fixture
def clamd(settings):
    server = Clamd()
    settings.CLAMAV_SOCKET = server.name
    yield server
    server.close()


@pytest.fixture
def nobody(settings):
    """A scanner is set, and is not there."""
    settings.CLAMAV_SOCKET = "/nowhere/clamd.ctl"


def infected(kind="pdf"):
    """A sound file with the harmless test virus in it."""
    return (saved(sheets(1)) if kind == "pdf" else picture()) + EICAR


def code_of(function, *args, **kwargs):
    with pytest.raises(ValidationError) as refused:
        function(*args, **kwargs)
    return refused.value.code


def lying_in(room):
    return [path for path in room.rglob("*") if path.is_file()]


def test_the_bytes_as_they_came_are_scanned_whole(db, clamd):
    raw = picture(size=(900, 700))
    file = take_picture(upload(raw), draft=DraftFactory())
    assert file.state == State.CLEAN
    assert clamd.scanned == [raw]


def test_a_scanner_on_a_socket_of_the_machine(db, settings, tmp_path):
    server = Clamd(str(tmp_path / "ctl"))
    settings.CLAMAV_SOCKET = server.name
    assert not scanning.is_infected(io.BytesIO(b"x" * 300_000))
    assert scanning.is_infected(io.BytesIO(EICAR))
    server.close()


@pytest.mark.parametrize(
    ("take", "kind"), [(take_certificate, "pdf"), (take_picture, "jpg")], ids=["PDF", "picture"]
)
def test_f_14_an_infected_file_is_refused_and_its_name_is_not_logged(
    db, clamd, room, caplog, take, kind
):
    caplog.set_level("INFO")
    refused = code_of(take, upload(infected(kind), f"cua-chi-mai.{kind}"), draft=DraftFactory())
    assert refused == "infected"
    assert not SubmissionFile.objects.exists()
    assert lying_in(room) == []
    assert "infected" in caplog.text
    assert "mai" not in caplog.text


def test_f_14_a_word_document_is_refused_infected_or_not(db, clamd):
    docx = b"PK\x03\x04" + b"\0" * 300
    assert code_of(take_certificate, upload(docx + EICAR, "a.docx"), draft=DraftFactory()) == (
        "infected"
    )
    assert code_of(take_certificate, upload(docx, "a.docx"), draft=DraftFactory()) == "no_pdf"


def test_f_14_with_the_scanner_away_a_file_waits_and_is_accepted_by_nobody(home, nobody):
    submission = SubmissionFactory()
    file = take_picture(upload(picture()), submission=submission)
    assert file.state == State.WAITING
    assert list(submission.files.usable()) == []
    assert to_library(submission, None, None) == []
    assert scan_waiting() == 0
    file.refresh_from_db()
    assert file.state == State.WAITING


@pytest.mark.parametrize(
    "answer",
    [
        b"stream: OK, or so I think\0",
        b"INSTREAM size limit exceeded. ERROR\0",
        b"\0",
        b"HTTP/1.1 200 OK\r\n\r\nstream: OK\0",
        b"x" * 10_000,
    ],
    ids=["nearly", "an error", "nothing", "another server", "without end"],
)
def test_f_14_only_a_plain_ok_is_an_ok(db, clamd, answer):
    clamd.answer = answer
    with pytest.raises(scanning.NotScanned):
        scanning.is_infected(io.BytesIO(b"x"))
    assert take_picture(upload(picture()), draft=DraftFactory()).state == State.WAITING


def test_f_14_one_that_hangs_holds_up_one_upload_and_not_the_next(db, clamd, monkeypatch):
    monkeypatch.setattr(scanning, "SECONDS", 0.3)
    clamd.answer = None
    started = time.monotonic()
    draft = DraftFactory()
    assert take_picture(upload(picture()), draft=draft).state == State.WAITING
    assert time.monotonic() - started < 5
    assert take_picture(upload(picture(colour=(1, 2, 3))), draft=draft).state == State.WAITING
    assert len(clamd.scanned) == 1, "it is left alone for a minute"
    cache.delete(scanning.AWAY)
    clamd.answer = b""
    clamd.released.set()
    assert scan_waiting() == 2
    assert {file.state for file in draft.files.all()} == {State.CLEAN}


@pytest.mark.parametrize("where", ["127.0.0.1:1", "khong-co-cong", "/nowhere/at/all"])
def test_f_14_one_that_refuses_or_is_set_wrongly_is_away(settings, where):
    settings.CLAMAV_SOCKET = where
    with pytest.raises(scanning.ScannerAway):
        scanning.is_infected(io.BytesIO(b"x"))


def waiting(content=b"sach", **more):
    return SubmissionFileFactory(state=State.WAITING, file=upload(content, "a.jpg"), **more)


def test_f_14_when_it_is_back_what_waits_is_scanned(
    db, clamd, room, caplog, django_capture_on_commit_callbacks
):
    submission = SubmissionFactory(
        risks=["Trùng tên"], sender__email="chi.mai@thu.example",
        sender__email_proved_at=timezone.now(),
    )  # fmt: skip
    good = waiting(submission=submission)
    bad = waiting(b"sau " + EICAR, submission=submission, name="to-khai.jpg")
    with django_capture_on_commit_callbacks(execute=True):
        assert scan_waiting() == 2
    good.refresh_from_db(), bad.refresh_from_db(), submission.refresh_from_db()
    assert (good.state, bad.state) == (State.CLEAN, State.INFECTED)
    assert (bad.file.name, bad.size) == ("", 0)
    assert [path.read_bytes() for path in lying_in(room)] == [b"sach"]
    (told,) = submission.events.all()
    assert (told.kind, told.public) == (Event.Kind.MESSAGE, True)
    assert "to-khai.jpg" in told.text
    mail = OutgoingMail.objects.get(to="chi.mai@thu.example")
    assert mail.key == f"submission:{submission.pk}:message:{told.pk}"
    assert submission.risks == ["Trùng tên", "Có tệp nhiễm mã độc, đã xóa"]
    assert "to-khai" not in caplog.text
    assert scan_waiting() == 0


def test_an_infected_file_of_a_draft_makes_room_for_another(db, clamd):
    file = waiting(EICAR, draft=DraftFactory())
    assert scan_waiting() == 1
    file.refresh_from_db()
    assert file.state == State.INFECTED
    assert list(file.draft.files.standing()) == []


def test_a_file_it_cannot_read_does_not_keep_the_others_waiting(db, clamd):
    lost, other = waiting(), waiting()
    lost.file.storage.delete(lost.file.name)
    assert scan_waiting() == 1
    lost.refresh_from_db(), other.refresh_from_db()
    assert (lost.state, other.state) == (State.WAITING, State.CLEAN)


def test_without_a_scanner_files_are_taken_as_they_are_and_none_waits(db):
    file = waiting(draft=DraftFactory())
    assert take_picture(upload(picture()), draft=file.draft).state == State.CLEAN
    assert scan_waiting() == 1
    file.refresh_from_db()
    assert file.state == State.CLEAN
