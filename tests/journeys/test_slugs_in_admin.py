"""The address the editor sees while typing is the one the server makes."""

import sqlite3
from contextlib import closing, suppress

import pytest
from playwright.sync_api import TimeoutError

from tests.vietnamese.slug_cases import SLUG_CASES
from vietnamese import slugify

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WRITTEN = "wanted => document.querySelector('#id_slug').value === wanted"


@pytest.fixture
def admin(page, portal, password):
    """Signed in as the administrator."""
    page.goto(f"{portal}/tai-khoan/dang-nhap/")
    page.locator("input[name=login]").fill("quan-tri")
    page.locator("input[name=password]").fill(password)
    page.locator("button[type=submit]").click()
    page.wait_for_url(f"{portal}/admin/")
    return page


def column_in(demo_folder):
    """Key of a news column of the demo."""
    with closing(sqlite3.connect(demo_folder / "site.sqlite3")) as database:
        return database.execute("select min(basepage_ptr_id) from news_columnpage").fetchone()[0]


def test_the_admin_writes_the_same_address_as_the_server(admin, portal, demo_folder):
    column = column_in(demo_folder)
    admin.goto(f"{portal}/admin/pages/add/news/articlepage/{column}/")
    admin.wait_for_load_state("networkidle")
    title, slug = admin.locator("#id_title"), admin.locator("#id_slug")
    differing = []
    for text, expected in SLUG_CASES:
        if len(text) > 255:
            continue  # the title field holds no more
        title.fill("")
        slug.evaluate("field => { field.value = ''; }")
        title.blur()
        title.focus()
        title.fill(text)
        title.dispatch_event("keyup")
        title.blur()
        with suppress(TimeoutError):
            admin.wait_for_function(WRITTEN, arg=expected, timeout=1500)
        got = slug.input_value()
        if not got == expected == slugify(text):
            differing.append((text, got, expected))
    assert len(SLUG_CASES) >= 60
    assert differing == []
