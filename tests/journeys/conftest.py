"""Fixtures of the browser tests: Chromium, and the demo running."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.journeys.server import PASSWORD, serve, wait_for

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The Chromium of the system."""
    if not CHROMIUM:
        pytest.skip("Chromium is not installed (set CHROMIUM to its path)")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory):
    """Database, pictures and static files of the demo."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="session")
def portal(demo_folder):
    """Address of the running demo, without a slash at the end."""
    address, process = serve(demo_folder)
    wait_for(address, process)
    yield address
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="session")
def portal_under_path(demo_folder, portal, tmp_path_factory):
    """A copy of the demo below a path of another site."""
    folder = tmp_path_factory.mktemp("below")
    with closing(sqlite3.connect(demo_folder / "site.sqlite3")) as database:
        database.execute("VACUUM INTO ?", [str(folder / "site.sqlite3")])
    (folder / "media").symlink_to(demo_folder / "media")
    address, process = serve(folder, "/khoi-nghiep")
    wait_for(address, process)
    yield address
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="session")
def password():
    """Of every demo account."""
    return PASSWORD
