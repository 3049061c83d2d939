"""The private link: unguessable, alike when wrong, dead when revoked, and leaking nowhere."""

import logging
from urllib.parse import urljoin, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config.logs import MaskTokens, mask
from submissions.models import Submission
from submissions.models.submission import State
from submissions.services.erasing import erase
from submissions.services.sender import renew_link
from submissions.tokens import LENGTH, LETTERS, new_token, spelled
from tests.factories.workflow import is_private
from tests.soup import hrefs, read
from tests.submissions.entry import NAME, STRINGS, make_submission

pytestmark = pytest.mark.usefixtures("home")

GETS = ("status", "answer", "correct", "confirm", "withdraw", "renew", "code", "resend",
        "consents", "request", "data")  # fmt: skip


def url(name, token):
    args = [token, "123456"] if name == "prove" else [token]
    return reverse(f"submissions_{name}", args=args)


@pytest.fixture
def submission():
    return make_submission()


def test_it_is_130_random_bits_and_the_database_knows_its_digest_alone(submission):
    """S-15."""
    assert LENGTH * (len(LETTERS) - 1).bit_length() == 130
    assert len({new_token() for _n in range(200)}) == 200
    row = Submission.objects.filter(pk=submission.pk).values().get()
    assert submission.token not in repr(row)


def test_every_wrong_link_gives_the_same_404_for_the_same_queries(client, submission):
    """S-15: nothing tells what can be no token from one that leads nowhere."""
    wrong = ["x", "abc", "0" * LENGTH, new_token(), submission.code, str(submission.pk),
        new_token().upper(), "a" * 300]  # fmt: skip
    client.get(url("status", "warm"))
    seen = set()
    for token in wrong:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = client.get(url("status", token))
        assert answer.status_code == 404
        assert is_private(answer)
        seen.add((answer.content, len(queries)))
    assert len(seen) == 1
    assert (
        read(client, "/khong-co-trang-nay/", 404).main
        == read(client, url("status", wrong[0]), 404).main
    )


@pytest.mark.parametrize("name", [*GETS, "prove"])
def test_a_wrong_link_opens_none_of_the_pages_behind_it(client, submission, name):
    """S-15, S-16."""
    for method in (client.get, client.post)[: 1 if name == "status" else 2]:
        answer = method(url(name, new_token()))
        assert answer.status_code == 404, (name, method)
        assert is_private(answer)


def test_many_wrong_links_from_one_place_are_slowed_and_right_ones_are_not(client, submission):
    codes = [client.get(url("status", new_token())).status_code for _n in range(32)]
    assert codes[:30] == [404] * 30
    assert codes[30:] == [429] * 2
    assert "Retry-After" in client.get(url("status", new_token())).headers
    assert client.get(submission.status_path).status_code == 200
    elsewhere = client.get(url("status", new_token()), REMOTE_ADDR="203.0.113.9")
    assert elsewhere.status_code == 404


def test_capitals_hyphens_and_look_alikes_lead_to_the_plain_spelling(client, submission):
    token = submission.token
    for typed in (token.upper(), spelled(token), spelled(token).upper(), token.replace("0", "O")):
        if typed == token:
            continue
        answer = client.get(url("withdraw", typed))
        assert answer.status_code == 302
        assert answer["Location"] == url("withdraw", token)
        assert is_private(answer)


@pytest.mark.parametrize("name", GETS)
def test_no_page_behind_it_is_kept_listed_or_sent_on(client, submission, name):
    answer = client.get(url(name, submission.token))
    assert answer.status_code in (200, 302)
    assert is_private(answer)


@pytest.mark.parametrize("name", ["status", "withdraw", "renew", "consents", "request", "data"])
def test_the_page_does_not_tell_its_address_nor_lead_outside_with_it(client, submission, name):
    soup = read(client, url(name, submission.token))
    head = str(soup.head)
    assert submission.token not in head
    assert not soup.select("link[rel=canonical], meta[property='og:url'], script[type$='ld+json']")
    assert soup.select_one("meta[name=robots]")["content"].startswith("noindex")
    for address in hrefs(soup):
        full = urljoin("http://testserver/", address or "")
        if submission.token in full:
            assert urlsplit(full).netloc == "testserver"
            assert urlsplit(full).path.startswith("/gui-gioi-thieu/theo-doi/")
    assert not [tag for tag in soup.select("[src]") if submission.token in tag["src"]
                and "/theo-doi/" not in tag["src"]]  # fmt: skip


@pytest.mark.parametrize("tail", ["", "bien-nhan/", "bien-nhan/qr.svg", "tep/1/", "tep/1/nho/",
                                  "nhan/", "sua/", "rut/", "dong-y/", "yeu-cau/?kind=erase",
                                  "du-lieu/", "doi-duong-dan/", "xac-nhan/123456/", "?xong=nhan",
                                  "khong-co/"])  # fmt: skip
def test_no_line_of_a_log_holds_the_token(submission, caplog, tail):
    """Django's own loggers and a line of an access log, for every address below the link."""
    client = Client(raise_request_exception=False)
    path = submission.status_path + tail
    caplog.handler.addFilter(MaskTokens())
    with caplog.at_level(logging.DEBUG, logger="django.request"):
        client.get(path)
        client.post(path)
        client.get(path.replace(submission.token, submission.token.upper()))
        client.get(path.replace(submission.token, spelled(submission.token)))
    line = mask(f'203.0.113.5 "GET {path} HTTP/1.1" 200 "https://x.example{path}"')
    for token in (submission.token, submission.token.upper(), spelled(submission.token)):
        assert token not in caplog.text
        assert token not in line
    assert "theo-doi/***" in line


def test_a_renewed_link_kills_the_old_one_and_keeps_everything(client, submission):
    """S-16: a revoked link is a wrong link."""
    old = submission.status_path
    renew_link(submission=submission)
    assert submission.status_path != old
    assert client.get(old).status_code == 404
    assert client.get(submission.status_path).status_code == 200
    answer = client.post(url("renew", submission.token))
    newest = Submission.objects.get(pk=submission.pk)
    assert answer["Location"] == f"{newest.status_path}?xong=doi"
    assert newest.token != submission.token


def test_after_erasure_it_answers_410_without_a_word_of_the_person(client, submission):
    """S-16."""
    token = submission.token
    erase(submission)
    for name in (*GETS, "prove"):
        for method in (client.get, client.post)[: 1 if name == "status" else 2]:
            answer = method(url(name, token))
            assert answer.status_code == 410
            assert is_private(answer)
            text = answer.content.decode()
            assert not [word for word in (*STRINGS, submission.code) if word in text]
    assert Submission.objects.get(pk=submission.pk).token == ""


def test_one_link_opens_nothing_of_another_submission(client, submission):
    """S-16: of B there is neither a word nor an act behind A's link."""
    other = make_submission(title="Của người khác", sender__name="Lý Thị Khác",
                            sender__email="khac@mau.example")  # fmt: skip
    for name in GETS:
        answer = client.get(url(name, submission.token), {"submission": other.pk, "pk": other.pk})
        text = answer.content.decode()
        assert "Lý Thị Khác" not in text
        assert other.code not in text
    client.post(url("withdraw", submission.token), {"submission": other.pk, "token": other.token})
    other.refresh_from_db()
    submission.refresh_from_db()
    assert other.state == State.RECEIVED
    assert submission.state == State.WITHDRAWN
    assert NAME not in client.get(other.status_path).content.decode()
