"""The real thing: the demo, served by gunicorn as `make demo` serves it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "mat-khau-thu-cua-trang-mau"


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address, process):
    for _ in range(150):
        if process.poll() is not None:
            raise RuntimeError("gunicorn did not start")
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("gunicorn does not answer")


def serve(folder, prefix=""):
    """Load the demo into `folder` and start it; gives its address and the process."""
    port = _free_port()
    env = {
        **os.environ,
        "DJANGO_ENV": "dev",
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / f"static{prefix.replace('/', '-')}"),
        "SITE_PREFIX": prefix,
        "SITE_URL": f"http://127.0.0.1:{port}",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "GUNICORN_WORKERS": "1",
        "GUNICORN_ACCESS_LOG": str(folder / "access.log"),
        "MAIL_FOLDER": str(folder / "mail"),
    }
    manage = [sys.executable, str(ROOT / "manage.py")]
    for words in (
        ["migrate", "-v0"],
        ["collectstatic", "--noinput", "-v0"],
        ["load_demo", "-v0", "--password", PASSWORD],
        ["setup_site", "-v0"],
    ):
        subprocess.run([*manage, *words], env=env, check=True, cwd=ROOT)
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    process = subprocess.Popen(
        [gunicorn, "--config", "site/gunicorn.conf.py", "--bind", f"127.0.0.1:{port}"],
        env=env,
        cwd=ROOT,
    )
    return f"http://127.0.0.1:{port}{prefix}", process
