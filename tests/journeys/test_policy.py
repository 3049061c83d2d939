"""In Chromium: no page breaks the rules it is sent with, and none asks anybody but us."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.journeys.addresses import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TELL = """document.addEventListener("securitypolicyviolation", event => console.error(
  `RULE ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`))"""
SCREENS = [
    "/",
    "account/",
    "images/",
    "images/multiple/add/",
    "documents/",
    "documents/multiple/add/",
    "pages/",
    "users/",
    "groups/",
    "snippets/",
    "snippets/core/topic/add/",
    "snippets/home/notice/add/",
    "snippets/showcase/contact/add/",
    "redirects/add/",
    "searchpicks/add/",
    "settings/home/siteidentity/",
    "settings/home/menusettings/",
    "settings/workflow/editorialsettings/",
    "workflows/list/",
    "workflows/add/",
    "collections/add/",
    "sites/",
    "reports/site-history/",
    "reports/dang-cho/",
    "reports/quy-trinh/",
    "reports/luot-doc/",
    "users/new/",
    "login/",
    "reports/lan-dang/",
    "leave/new/",
    "outgoingmail/",
]
KINDS = "home news column article story startup product event_past space document contact submit"


@pytest.fixture
def watched(page, portal):
    """What the browser refused and whom else it asked, while a test drives `page`."""
    seen = []

    def note(message):
        if message.text.startswith("RULE") or "Permissions-Policy" in message.text:
            seen.append(f"{page.url}: {message.text}")

    page.add_init_script(TELL)
    page.on("console", note)
    page.on("pageerror", lambda fault: seen.append(f"{page.url}: {fault}"))
    own = (portal, "data:", "blob:", "about:")
    page.context.on("request", lambda ask: ask.url.startswith(own) or seen.append(ask.url))
    return seen


@pytest.fixture
def desk(page, portal, password, watched):
    """A page signed in to the admin as administrator."""
    page.goto(f"{portal}/admin/login/")
    page.get_by_label("Tên đăng nhập").fill("quan-tri")
    page.get_by_label("Mật khẩu").fill(password)
    page.locator("button[type=submit]").click()
    page.wait_for_url(f"{portal}/admin/")
    return page


def edit(desk, portal, name):
    """Open the edit form of a page by its name in PAGES."""
    desk.goto(portal + PAGES[name.replace("_", " ")])
    link = desk.locator("wagtail-userbar a[href*='/edit/']").first
    desk.goto(portal + re.search(r"/admin/pages/\d+/edit/", link.get_attribute("href"))[0])
    desk.wait_for_load_state("networkidle")


def test_readers_pages_break_no_rule_and_ask_nobody_else(page, portal, watched):
    for path in PAGES.values():
        page.goto(portal + path, wait_until="networkidle")
    assert watched == []


def test_a_script_that_got_into_a_page_does_not_run(page, portal, watched):
    page.goto(portal)
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=\"/x\" onerror=\"window.ran=1\">')"
    )
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
        " {text: 'window.ran = 1'}))"
    )
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    assert any("script-src" in line for line in watched)


def test_the_editors_bar_on_public_pages_needs_no_exception(desk, portal, watched):
    for name in ("home", "article", "product"):
        desk.goto(portal + PAGES[name], wait_until="networkidle")
        desk.locator("#wagtail-userbar-trigger").click()
        expect(desk.locator("#wagtail-userbar-items")).to_be_visible()
    assert watched == []


def test_screens_of_the_admin_break_no_rule_and_ask_nobody_else(desk, portal, watched):
    for path in SCREENS:
        desk.goto(f"{portal}/admin/{path.removeprefix('/')}", wait_until="networkidle")
    assert watched == []


@pytest.mark.parametrize("kind", KINDS.split())
def test_the_form_of_every_page_type_works_under_the_rules(desk, portal, watched, kind):
    edit(desk, portal, kind)
    for panel in ("preview", "checks", "status"):
        toggle = desk.locator(f"[data-side-panel-toggle='{panel}']").first
        if toggle.count() and toggle.is_visible():
            toggle.click()
            desk.wait_for_load_state("networkidle")
    assert watched == []


def test_blocks_rows_choosers_and_dates_start_by_their_scripts(desk, portal, watched):
    edit(desk, portal, "column")
    key = desk.url.strip("/").split("/")[-2]
    desk.goto(f"{portal}/admin/pages/add/news/articlepage/{key}/", wait_until="networkidle")
    desk.locator(".c-sf-add-button:visible").first.click()
    desk.locator(".w-combobox__option").first.click()
    desk.locator("[data-chooser-action-choose]:visible").first.click()
    expect(desk.locator(".modal-body")).to_be_visible()
    desk.wait_for_load_state("networkidle")
    desk.locator(".modal [data-dismiss=modal]").first.click()
    edit(desk, portal, "event past")
    rows = desk.locator("#id_sessions-FORMS > div")
    before = rows.count()
    desk.locator("#id_sessions-ADD").click()
    expect(rows).to_have_count(before + 1)
    desk.locator(f"#id_sessions-{before}-starts_at").click()
    expect(desk.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
    assert watched == []


def test_pictures_go_up_many_at_once(desk, portal, watched):
    desk.goto(f"{portal}/admin/images/multiple/add/", wait_until="networkidle")
    files = []
    for number in range(2):
        out = io.BytesIO()
        Image.new("RGB", (640, 480), (90 * number, 120, 40)).save(out, "JPEG")
        name = f"anh-{number}.jpg"
        files.append({"name": name, "mimeType": "image/jpeg", "buffer": out.getvalue()})
    desk.locator("input[type=file]").set_input_files(files)
    expect(desk.locator("#upload-list canvas")).to_have_count(2)
    desk.goto(f"{portal}/admin/images/", wait_until="networkidle")
    desk.locator(f"a[href*='{portal}/admin/images/'], a[href^='/admin/images/']").filter(
        has=desk.locator("img")
    ).first.click()
    desk.wait_for_load_state("networkidle")
    assert re.search(r"/admin/images/\d+/", desk.url)
    assert watched == []
