"""Which settings a process runs with: the environment says, or the file `.env` beside manage.py."""

import os
from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[2]


def choose_settings() -> None:
    """Read `.env`, then name the settings module after DJANGO_ENV (`dev` where nothing says)."""
    if (ROOT / ".env").exists():
        environ.Env.read_env(ROOT / ".env")
    name = os.environ.get("DJANGO_ENV", "dev")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"config.settings.{name}")
