"""Fixtures every test may use."""

import io
import os

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from PIL import Image
from wagtail import hooks

from tests.concurrency import apart, slow  # noqa: F401
from tests.factories.home import HomePageFactory, make_site

# A browser test leaves Playwright's loop in its worker; tests after it use the database as ever.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Where every outside component is there (CI), a skipped test is a failure."""
    outcome = yield
    report = outcome.get_result()
    if os.environ.get("FAIL_ON_SKIP") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"


@pytest.fixture(autouse=True)
def _clean_cache():
    """No test sees what another left in the cache."""
    cache.clear()
    return


@pytest.fixture
def home(db):
    """The site's home page, with the index page of every section below it (see `make_site`)."""
    return make_site()


@pytest.fixture
def bare_home(db):
    """A home page and nothing below it."""
    return HomePageFactory()


@pytest.fixture
def sections(home):
    """The index pages by slug: tin-tuc, cau-chuyen, trung-bay, su-kien, khong-gian, van-ban."""
    return {page.slug: page.specific for page in home.get_children()}


@pytest.fixture
def picture_file():
    """A function that gives an upload: `picture_file("JPEG", (640, 480))`."""

    def make(form="JPEG", size=(640, 480), colour=(200, 120, 40), name=None, **options):
        out = io.BytesIO()
        mode = "RGBA" if len(colour) == 4 else "RGB"
        Image.new(mode, size, colour).save(out, form, **options)
        return ContentFile(out.getvalue(), name=name or f"anh.{form.lower()}")

    return make


def pytest_sessionstart(session):
    """Wagtail's hooks speak Vietnamese as they do when served: `migrate` would load them first, in
    no language at all, and some of their words are fixed by then."""
    hooks.search_for_hooks()
