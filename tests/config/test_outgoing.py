"""The site asks nobody: not while it serves readers, not in the admin, not by the clock."""

import socket

import pytest
from django.test import Client

from news.models import ArticlePage
from tests.factories.accounts import UserFactory
from tests.factories.library import make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from workflow.clock import run_due

PUBLIC = "/ /tin-tuc/ /tim-kiem/?q=x /rss/ /sitemap.xml /robots.txt /menu/ /khong-co/ /suc-khoe/"
ADMIN = [
    "/",
    "pages/",
    "images/",
    "documents/",
    "users/",
    "groups/",
    "account/",
    "reports/site-history/",
    "reports/dang-cho/",
    "snippets/",
    "outgoingmail/",
    "workflows/list/",
    "sites/",
    "redirects/",
]


@pytest.fixture
def asked(monkeypatch):
    """Everybody a socket was opened to."""
    seen = []

    def note(self, address):
        seen.append(address)
        raise OSError("no connection in this test")

    monkeypatch.setattr(socket.socket, "connect", note)
    monkeypatch.setattr(socket.socket, "connect_ex", note)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **more: note(None, args))
    return seen


def test_a_connection_would_be_seen(asked):
    with pytest.raises(OSError, match="no connection"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    assert asked


def test_readers_pages_ask_nobody(asked, client, home):
    page = ArticlePageFactory(parent=ColumnPageFactory(), lead_image=make_image())
    for path in [*PUBLIC.split(), page.url]:
        assert client.get(path).status_code in (200, 404, 503), path
    assert asked == []


def test_screens_and_acts_of_the_admin_ask_nobody(asked, home):
    page = ArticlePageFactory(parent=ColumnPageFactory(), lead_image=make_image())
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    for path in [*ADMIN, f"pages/{page.pk}/edit/", f"pages/{page.pk}/history/"]:
        assert client.get(f"/admin/{path.removeprefix('/')}").status_code == 200, path
    assert client.get(f"/admin/pages/{page.pk}/edit/preview/?mode=").status_code == 200
    assert asked == []


def test_publishing_and_the_clock_ask_nobody(asked, home, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = ArticlePageFactory(parent=ColumnPageFactory(), lead_image=make_image())
        page.save_revision().publish()
    outcome = run_due()
    assert "failed" not in outcome.values(), outcome
    assert ArticlePage.objects.get(pk=page.pk).live
    assert asked == []
