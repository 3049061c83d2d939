"""Back to a submission by the code that was written down."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from submissions.tokens import LETTERS, spelled
from tests.factories.submissions import SubmissionFactory
from tests.soup import read, words
from tests.submissions.filling import FORM, soup_of

LOOKUP = f"{FORM}tra-cuu/"


@pytest.fixture
def submission(home):
    """One that was sent."""
    return SubmissionFactory()


def test_the_code_of_the_receipt_leads_to_the_status_page_however_it_is_written(client, submission):
    written = spelled(submission.token)
    for code in (written, written.upper(), submission.token, f" {written.replace('-', ' ')} ",
                 written.replace("0", "O").replace("1", "l")):  # fmt: skip
        answer = client.post(LOOKUP, {"code": code})
        assert answer["Location"] == f"{FORM}theo-doi/{submission.token}/"


def test_S15_every_wrong_code_gets_one_answer_by_one_way(client, submission):
    token = submission.token
    last = LETTERS[(LETTERS.index(token[-1]) + 1) % len(LETTERS)]
    client.post(LOOKUP, {"code": "x"})
    pages, counts = set(), set()
    for code in (token[:-1] + last, token[:-1], "", "1", "HS-26", f"{submission.code}-{token}",
                 str(submission.pk),
                 "x" * 5000, "' or 1=1"):  # fmt: skip
        with CaptureQueriesContext(connection) as found:
            answer = client.post(LOOKUP, {"code": code})
        assert answer.status_code == 404
        soup = soup_of(answer)
        pages.add(words(soup.select_one(".esum")))
        counts.add(len(found))
    assert len(pages) == len(counts) == 1


def test_S15_the_code_for_the_telephone_is_known_by_its_shape_alone(client, submission):
    client.post(LOOKUP, {"code": "x"})
    pages, counts = set(), set()
    for code in (submission.code, submission.code.lower(), "HS-26-PJG8", "hs 26 pjg8", "x", "BK-25-"
                 "ZZZZZ"):  # fmt: skip
        with CaptureQueriesContext(connection) as found:
            answer = client.post(LOOKUP, {"code": code})
        assert answer.status_code == 404
        counts.add(len(found))
        if code != "x":
            pages.add(words(soup_of(answer).select_one(".esum")))
    (said,) = pages
    assert "để đọc cho phường khi gọi điện" in said
    assert "26 chữ và số" in said
    assert len(counts) == 1


def test_S15_guessing_is_slowed_down(client, submission):
    answers = [client.post(LOOKUP, {"code": f"{n}"}).status_code for n in range(21)]
    assert answers == [404] * 20 + [429]
    held = client.post(LOOKUP, {"code": submission.token})
    assert held.status_code == 429
    assert held["Retry-After"] == "600"
    other = client.post(LOOKUP, {"code": submission.token}, REMOTE_ADDR="9.9.9.9")
    assert other.status_code == 302


@pytest.mark.parametrize("path", ["bien-nhan/", "bien-nhan/qr.svg"])
def test_S15_a_receipt_is_found_by_its_link_alone(client, submission, path):
    token = submission.token
    assert client.get(f"{FORM}theo-doi/{token}/{path}").status_code == 200
    for wrong in (token[:-1], token[::-1], str(submission.pk), submission.code, submission.uuid):
        answer = client.get(f"{FORM}theo-doi/{wrong}/{path}")
        assert answer.status_code == 404
        assert answer["Cache-Control"] == "no-store, private"


def test_S16_an_erased_submission_has_no_receipt(client, submission):
    submission.move_to("erased")
    submission.save()
    for path in ("bien-nhan/", "bien-nhan/qr.svg"):
        assert client.get(f"{FORM}theo-doi/{submission.token}/{path}").status_code == 410


def test_a_receipt_typed_with_capitals_is_found_and_wrong_ones_are_counted(client, submission):
    token = submission.token
    answer = client.get(f"{FORM}theo-doi/{token.upper()}/bien-nhan/")
    assert answer["Location"] == f"{FORM}theo-doi/{token}/bien-nhan/"
    codes = [client.get(f"{FORM}theo-doi/{n:026}/bien-nhan/").status_code for n in range(31)]
    assert codes == [404] * 30 + [429]


def test_the_page_asks_for_one_code_and_is_kept_by_nobody(client, home):
    answer = client.get(LOOKUP)
    assert answer["Cache-Control"] == "no-store, private"
    assert len(read(client, LOOKUP).select("main form input:not([type=hidden])")) == 1
