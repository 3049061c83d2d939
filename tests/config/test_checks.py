"""What an operator is told before the site goes public."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.checks import run_checks

ROOT = Path(__file__).resolve().parents[2]


def test_the_deployment_check_of_production_has_nothing_to_say(tmp_path):
    keep = {key: value for key, value in os.environ.items() if not key.startswith("DJANGO")}
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env={
            **keep,
            "DJANGO_ENV": "production",
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "SECRET_KEY": "mot-khoa-that-dai-va-khong-ai-doan-duoc-0123456789-AbCdEf",
            "ALLOWED_HOSTS": "phuong.example",
            "SITE_URL": "https://phuong.example",
            "CACHE_URL": "dbcache://cache",
            "DATABASE_URL": f"sqlite:///{tmp_path / 'site.sqlite3'}",
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr.upper()


def test_the_checks_of_every_app_have_nothing_to_say(db):
    assert [str(message) for message in run_checks()] == []


@pytest.mark.parametrize("name", ["en", "vi"])
def test_dates_and_numbers_are_vietnamese_in_either_language(name):
    from django.utils import formats, translation

    with translation.override(name):
        shown = formats.localize(1234567.5)
    assert shown == ("1.234.567,5" if name == "vi" else "1,234,567.5")
