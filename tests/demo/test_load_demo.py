"""The demo: complete, marked, loaded once, never in production."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db.models import Count

from core.models import BasePage
from demo.accounts import PEOPLE
from library.templatetags import library_tags

pytestmark = pytest.mark.xdist_group("demo")


def rows_by_table():
    """How many rows each table holds, the joining ones too."""
    models = apps.get_models(include_auto_created=True)
    return {model._meta.label: model._base_manager.count() for model in models}


def test_the_demo_is_whole_marked_and_loaded_once(db, client, settings, monkeypatch):
    settings.DJANGO_ENV = "dev"
    monkeypatch.setattr(library_tags, "MODERN", ("webp",))  # 220 AVIF files would take a minute
    call_command("load_demo", verbosity=0, password="mat-khau-1", no_renditions=True)
    kinds = dict(BasePage.objects.order_by().values_list("kind").annotate(Count("pk")))
    least = {"tin-tuc": 40, "cau-chuyen": 10, "startup": 16, "san-pham": 28, "su-kien": 12,
             "khong-gian": 4, "van-ban": 12}  # fmt: skip
    assert {kind: kinds.get(kind, 0) >= count for kind, count in least.items()} == dict.fromkeys(
        least, True
    )
    assert not BasePage.objects.filter(is_sample=False).exists()
    assert BasePage.objects.content().filter(lead_image=None).exists(), "some show cover art"
    for page in BasePage.objects.visible():
        answer = client.get(page.url)
        text = answer.content.decode()
        assert answer.status_code == 200, page.url
        assert "Nội dung mẫu" in text
        assert "lorem" not in text.lower()
    assert client.login(username="quan-tri", password="mat-khau-1")
    before = rows_by_table()
    call_command("load_demo", verbosity=0, no_renditions=True)
    assert rows_by_table() == before
    call_command("remove_demo_accounts")
    assert not get_user_model().objects.filter(is_demo=True, is_active=True).exists()


def test_its_accounts_exist_only_for_developers(db, settings):
    from demo.accounts import load_accounts

    settings.DJANGO_ENV = "staging"
    assert load_accounts("mat-khau-1") == []
    assert not get_user_model().objects.filter(username__in=PEOPLE).exists()
    settings.DJANGO_ENV = "dev"
    assert load_accounts("mat-khau-1") == list(PEOPLE)


def test_production_takes_no_demo(settings, db):
    settings.DJANGO_ENV = "production"
    with pytest.raises(CommandError):
        call_command("load_demo")
