"""Settings come from the environment; production refuses what belongs to the demo."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from config import environment
from config.checks import (
    demo_accounts_absent,
    limits_are_shared,
    refuse_demo_accounts,
    refuse_weak_sign_in,
    second_factor_is_demanded,
    site_has_an_address,
)
from config.wsgi import strip_prefix
from tests.factories.accounts import UserFactory

ROOT = Path(__file__).resolve().parents[2]
SECRET = "mot-khoa-that-dai-va-khong-ai-doan-duoc-0123456789-abcdefghij"


def read(expression, **env):
    """Value of an expression over the settings of a fresh process, or its error text."""
    code = f"from django.conf import settings; print(({expression}))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={
            **{key: value for key, value in os.environ.items() if key != "DATABASE_URL"},
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
            "DJANGO_SETTINGS_MODULE": f"config.settings.{env.get('DJANGO_ENV', 'dev')}",
            **env,
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() if done.returncode == 0 else done.stderr


def test_without_an_environment_the_site_runs_on_sqlite_with_its_careful_options():
    assert "sqlite3" in read("settings.DATABASES['default']['ENGINE']")
    options = read("settings.DATABASES['default']['OPTIONS']")
    assert "IMMEDIATE" in options
    assert "journal_mode=WAL" in options


def test_database_cache_and_mail_come_from_addresses():
    assert "postgresql" in read(
        "settings.DATABASES['default']['ENGINE']", DATABASE_URL="postgres://a:b@localhost/c"
    )
    assert "ResilientRedisCache" in read("settings.CACHES", CACHE_URL="redis://localhost:6379/1")
    assert "smtp" in read("settings.EMAIL_BACKEND", EMAIL_URL="smtp://u:p@localhost:25")
    assert "filebased" in read("settings.EMAIL_BACKEND")


def test_a_prefix_reaches_cookies_static_files_and_pictures():
    shown = read(
        "settings.SESSION_COOKIE_PATH, settings.CSRF_COOKIE_PATH, settings.FORCE_SCRIPT_NAME",
        SITE_PREFIX="khoi-nghiep/",
    )
    assert shown == "('/khoi-nghiep/', '/khoi-nghiep/', '/khoi-nghiep')"
    shown = read("settings.STATIC_URL, settings.MEDIA_URL", SITE_PREFIX="khoi-nghiep/")
    assert shown == "('/khoi-nghiep/static/', '/khoi-nghiep/media/')"


@pytest.mark.parametrize(
    ("env", "words"),
    [
        ({}, "SECRET_KEY"),
        ({"SECRET_KEY": "ngan"}, "at least 50 characters"),
        (
            {"SECRET_KEY": "sample-key-only-for-demo-and-tests-never-in-production-0123456789"},
            "at least 50 characters",
        ),
        ({"SECRET_KEY": SECRET}, "ALLOWED_HOSTS"),
    ],
)
def test_production_refuses_to_start_half_configured(env, words):
    assert words in read("settings.DEBUG", DJANGO_ENV="production", **env)


def test_the_file_beside_manage_py_chooses_the_settings_too(tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("DJANGO_ENV=production\nSECRET_KEY=ngan\n")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    for name in ("DJANGO_ENV", "SECRET_KEY", "DJANGO_SETTINGS_MODULE"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    environment.choose_settings()
    assert os.environ["DJANGO_SETTINGS_MODULE"] == "config.settings.production"


def test_settings_of_a_developer_do_not_pass_for_production():
    shown = read(
        "settings.DEBUG", DJANGO_SETTINGS_MODULE="config.settings.dev", DJANGO_ENV="production"
    )
    assert "DJANGO_ENV is production" in shown
    assert "'*'" in read("settings.ALLOWED_HOSTS", DJANGO_ENV="dev")
    assert "'*'" not in read("settings.ALLOWED_HOSTS")


def test_production_starts_closed_and_strict():
    shown = read(
        "settings.DEBUG, settings.SESSION_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT,"
        "settings.SERVE_MEDIA, settings.TASKS['default']['BACKEND']",
        DJANGO_ENV="production",
        SECRET_KEY=SECRET,
        ALLOWED_HOSTS="phuong.example",
    )
    assert shown == "(False, True, True, False, 'django_tasks_db.DatabaseBackend')"


def test_a_second_factor_is_demanded_everywhere_but_of_the_demo_in_dev():
    shown = "settings.SECOND_FACTOR_DEMANDED, settings.SECOND_FACTOR_FOR_DEMO"
    assert read(shown) == "(True, False)"
    env = {"SECRET_KEY": SECRET, "ALLOWED_HOSTS": "phuong.example"}
    assert read(shown, DJANGO_ENV="production", **env) == "(True, True)"


@pytest.mark.parametrize("name", ["SECOND_FACTOR_DEMANDED", "SECOND_FACTOR_FOR_DEMO"])
def test_production_refuses_to_do_without_it(settings, name):
    settings.DJANGO_ENV, settings.SECOND_FACTOR_DEMANDED = "production", True
    refuse_weak_sign_in()
    assert second_factor_is_demanded() == []
    setattr(settings, name, False)
    with pytest.raises(ImproperlyConfigured, match="second factor"):
        refuse_weak_sign_in()
    assert [found.id for found in second_factor_is_demanded()] == ["site.E002"]
    settings.DJANGO_ENV = "dev"
    assert second_factor_is_demanded() == []


def test_production_refuses_active_demo_accounts(db, settings):
    settings.DJANGO_ENV = "production"
    refuse_demo_accounts()
    user = UserFactory(is_demo=True)
    with pytest.raises(ImproperlyConfigured):
        refuse_demo_accounts()
    assert [error.id for error in demo_accounts_absent(databases=["default"])] == ["site.E001"]
    user.is_active = False
    user.save()
    refuse_demo_accounts()
    assert demo_accounts_absent(databases=["default"]) == []


def test_production_warns_of_a_site_that_still_lives_at_localhost(home, settings):
    assert site_has_an_address(databases=["default"]) == []
    settings.DJANGO_ENV = "production"
    assert [w.id for w in site_has_an_address(databases=["default"])] == ["site.W001"]
    settings.WAGTAILADMIN_BASE_URL = "https://phuong.tinh.example"
    call_command("setup_site", verbosity=0)
    assert site_has_an_address(databases=["default"]) == []
    assert home.full_url == "https://phuong.tinh.example/"


def test_production_warns_of_a_cache_each_worker_has_alone(settings):
    assert limits_are_shared() == []
    settings.DJANGO_ENV = "production"
    assert [warning.id for warning in limits_are_shared()] == ["site.W002"]
    settings.CACHES = {"default": {"BACKEND": "core.caching.ResilientRedisCache"}}
    assert limits_are_shared() == []


@pytest.mark.parametrize(
    ("asked", "got"),
    [
        ("/khoi-nghiep/tin-tuc/", "/tin-tuc/"),
        ("/khoi-nghiep", "/"),
        ("/tin-tuc/", "/tin-tuc/"),
        ("/khoi-nghiep-khac/", "/khoi-nghiep-khac/"),
    ],
)
def test_the_prefix_is_taken_off_whether_or_not_the_server_in_front_did(asked, got):
    seen = {}

    def app(environ, start_response):
        seen.update(environ)
        return []

    strip_prefix(app, "/khoi-nghiep")({"PATH_INFO": asked}, lambda *args: None)
    assert (seen["SCRIPT_NAME"], seen["PATH_INFO"]) == ("/khoi-nghiep", got)
