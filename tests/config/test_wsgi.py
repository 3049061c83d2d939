"""The same site on a host of its own and below a path of another."""

import importlib
import re

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

import config.wsgi
from tests.factories.accounts import UserFactory
from tests.factories.core import TopicFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.wsgi import ask

PREFIX = "/khoi-nghiep"
OUTSIDE = ("/static/", "/media/")  # their prefix is fixed when the settings are read


@pytest.mark.parametrize("before", [PREFIX, ""], ids=["server passes all", "server took it off"])
def test_every_link_of_every_list_keeps_the_prefix(home, before):
    topic = TopicFactory(name="Chè")
    page = ArticlePageFactory(parent=ColumnPageFactory(), primary_topic=topic, tags=["nghệ"])
    paths = ["/", "/tin-tuc/", page.url, "/tim-kiem/?q=b%C3%A0i", "/chu-de/che/", "/tu-khoa/nghe/"]
    for path in [*paths, "/rss/", "/menu/", "/trung-bay/", "/khong-co/"]:
        answer = ask(before + path, prefix=PREFIX)
        assert answer["status"] == (404 if path == "/khong-co/" else 200), path
        links = re.findall(r'(?:href|action|src)="(/[^"]*)"', answer["text"])
        assert len(links) > 8
        wrong = [link for link in links if not link.startswith((f"{PREFIX}/", *OUTSIDE))]
        assert wrong == [], path
        assert f"{PREFIX}{PREFIX}" not in answer["text"]


def test_redirects_and_cookies_keep_the_prefix(home):
    answer = ask(f"{PREFIX}/tin-tuc", prefix=PREFIX)
    assert (answer["status"], answer["headers"]["Location"]) == (301, f"{PREFIX}/tin-tuc/")
    answer = ask(f"{PREFIX}/admin/", prefix=PREFIX)
    assert answer["headers"]["Location"].startswith(f"{PREFIX}/tai-khoan/dang-nhap/")
    answer = ask(f"{PREFIX}/tai-khoan/dang-nhap/", prefix=PREFIX)
    assert f"Path={PREFIX}/" in answer["headers"]["Set-Cookie"]


def test_the_prefix_alone_is_the_home_page(home):
    assert ask(PREFIX, prefix=PREFIX)["status"] == 200
    assert ask(f"{PREFIX}/", prefix=PREFIX)["status"] == 200


def test_a_production_process_with_demo_accounts_does_not_come_up(db):
    user = UserFactory(is_demo=True)
    with override_settings(DJANGO_ENV="production", SECOND_FACTOR_DEMANDED=True):
        with pytest.raises(ImproperlyConfigured, match="demo accounts"):
            importlib.reload(config.wsgi)
        get_user_model().objects.filter(pk=user.pk).update(is_active=False)
        importlib.reload(config.wsgi)
    importlib.reload(config.wsgi)
