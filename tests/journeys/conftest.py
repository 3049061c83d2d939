"""The real thing for browser tests: the demo, served by gunicorn as `make demo` serves it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "mat-khau-thu-cua-trang-mau"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The Chromium of the system."""
    if not CHROMIUM:
        pytest.skip("Chromium is not installed (set CHROMIUM to its path)")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ["--no-sandbox"]}


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address, process):
    for _ in range(150):
        if process.poll() is not None:
            raise RuntimeError("gunicorn did not start")
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("gunicorn does not answer")


def _serve(folder, prefix=""):
    port = _free_port()
    env = {
        **os.environ,
        "DJANGO_ENV": "dev",
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / f"static{prefix.replace('/', '-')}"),
        "SITE_PREFIX": prefix,
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "GUNICORN_WORKERS": "1",
    }
    manage = [sys.executable, str(ROOT / "manage.py")]
    for words in (
        ["migrate", "-v0"],
        ["collectstatic", "--noinput", "-v0"],
        ["load_demo", "-v0", "--password", PASSWORD],
    ):
        subprocess.run([*manage, *words], env=env, check=True, cwd=ROOT)
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    process = subprocess.Popen(
        [gunicorn, "--config", "site/gunicorn.conf.py", "--bind", f"127.0.0.1:{port}"],
        env=env,
        cwd=ROOT,
    )
    return f"http://127.0.0.1:{port}{prefix}", process


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory):
    """Database, pictures and static files of the demo."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="session")
def portal(demo_folder):
    """Address of the running demo, without a slash at the end."""
    address, process = _serve(demo_folder)
    _wait_for(address, process)
    yield address
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="session")
def portal_under_path(demo_folder, portal):
    """The same demo below a path of another site."""
    address, process = _serve(demo_folder, "/khoi-nghiep")
    _wait_for(address, process)
    yield address
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="session")
def password():
    """Of every demo account."""
    return PASSWORD
