"""Which settings a process runs with: the environment says, or the file `.env` beside manage.py."""

import os
from pathlib import Path

import environ

KNOWN = ("dev", "production", "test")
ROOT = Path(__file__).resolve().parents[2]


def choose_settings() -> None:
    """Read `.env`, then name the settings module after DJANGO_ENV (`dev` where nothing says)."""
    if (ROOT / ".env").exists():
        environ.Env.read_env(ROOT / ".env")
    name = os.environ.get("DJANGO_ENV", "dev")
    if name not in KNOWN:
        raise SystemExit(f"DJANGO_ENV must be one of {', '.join(KNOWN)}; it is “{name}”.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"config.settings.{name}")
