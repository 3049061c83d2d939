"""The site as it runs in production, for a while: PostgreSQL, a shared cache, gunicorn."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
HOST = "phuong.example"
DEFAULT_URL = "postgres://portal:portal@127.0.0.1:5432/portal"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    """Its database, its address, and commands run on it."""

    def __init__(self, folder, url, cache):
        self.url, self.port, self.cache = url, free_port(), cache
        self.env = {
            **os.environ,
            "DJANGO_ENV": "production",
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "SECRET_KEY": uuid.uuid4().hex * 2,
            "ALLOWED_HOSTS": HOST,
            "SITE_URL": f"https://{HOST}",
            "DATABASE_URL": url,
            "CACHE_URL": cache,
            "LOG_LEVEL": "ERROR",  # each refusal is a warning
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
            **{
                name: str(folder / name.lower())
                for name in (
                    "STATIC_ROOT", "MEDIA_ROOT", "QUARANTINE_ROOT", "MAIL_FOLDER", "BACKUP_FOLDER",
                )
            },
        }  # fmt: skip

    def run(self, *arguments, code=None):
        """A management command, or a piece of Python within Django; what it says."""
        command = ["-c", f"import django; django.setup()\n{code}"] if code else ["manage.py"]
        done = subprocess.run(
            [sys.executable, *command, *arguments],
            env=self.env, cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(done.stderr)
        return done.stdout.strip()

    def rows(self, query):
        """What the database says, asked by nobody of the site."""
        with psycopg.connect(self.url) as connection:
            return connection.execute(query).fetchall()

    @contextmanager
    def served(self, log):
        """Gunicorn with its own settings, until the block ends."""
        command = ["-m", "gunicorn", "--config", "site/gunicorn.conf.py"]
        with log.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, *command, "--bind", f"127.0.0.1:{self.port}"],
                env=self.env, cwd=ROOT, stdout=out, stderr=out,
            )  # fmt: skip
        try:
            self._wait(process, log)
            yield
        finally:
            process.terminate()
            process.wait(60)

    def _wait(self, process, log):
        for _try in range(300):
            if process.poll() is not None:
                raise SystemExit(log.read_text())
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            time.sleep(0.1)
        raise SystemExit("the site does not start")


@contextmanager
def site():
    """A new site on a database of its own; all of it is gone when the block ends."""
    server = os.environ.get("DATABASE_URL") or DEFAULT_URL
    name = f"bench_{uuid.uuid4().hex[:12]}"
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, _cache(Path(folder)) as cache:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        try:
            made = Site(Path(folder), f"{server.rpartition('/')[0]}/{name}", cache)
            made.run("migrate", "--verbosity", "0")
            made.run("createcachetable")
            made.run("collectstatic", "--noinput", "--verbosity", "0")
            yield made
        finally:
            with psycopg.connect(server, autocommit=True) as connection:
                connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def _cache(folder):
    """Redis of its own where it is installed, else the table in the database; or BENCH_CACHE."""
    if wanted := os.environ.get("BENCH_CACHE"):
        yield wanted
        return
    program = shutil.which("redis-server")
    if program is None:
        yield "dbcache://cache"
        return
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir"]
    process = subprocess.Popen([*command, str(folder)], stdout=subprocess.DEVNULL)
    try:
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait(20)
