"""The screens of the admin that are ours, in Chromium: axe, width, faults in the console."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("admin")]

SCREENS = {
    "duyet": [
        "/admin/",
        "/admin/can-de-mat/van-ban-het-hieu-luc/",
        "/admin/so-tay/",
        "/admin/so-tay/huong-dan/dang-nhap/",
        "/admin/reports/dang-cho/",
        "/admin/reports/quy-trinh/",
        "/admin/reports/lan-dang/",
    ],
    "cong-tac-vien": ["/admin/"],
}
NARROW = {"/admin/", "/admin/reports/dang-cho/"}
"""What an approver opens on a phone."""


@pytest.fixture(scope="module")
def signed_in(browser, portal, password):
    """Makes a page signed in as one of the demo's people."""
    opened = []

    def open_as(user, **options):
        context = browser.new_context(**options)
        opened.append(context)
        page = context.new_page()
        page.goto(f"{portal}/admin/")
        page.fill("[name=login]", user)
        page.fill("[name=password]", password)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/admin/")
        return page

    yield open_as
    for context in opened:
        context.close()


def serious(page):
    """What axe calls serious or worse, with the first places."""
    found = Axe().run(page).response["violations"]
    return [
        (rule["id"], [node["html"][:120] for node in rule["nodes"][:3]])
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("user", SCREENS)
def test_axe_finds_nothing_serious_and_no_script_fails(signed_in, portal, user, scheme):
    page = signed_in(user, color_scheme=scheme, viewport={"width": 1280, "height": 900})
    faults, found = [], {}
    page.on("pageerror", lambda error: faults.append(str(error)))
    for path in SCREENS[user]:
        page.goto(portal + path)
        page.wait_for_load_state("networkidle")
        if rules := serious(page):
            found[path] = rules
    assert found == {}
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_approver_reads_on_a_phone_without_scrolling_sideways(signed_in, portal, scheme):
    page = signed_in("duyet", color_scheme=scheme, viewport={"width": 360, "height": 740})
    for path in NARROW:
        page.goto(portal + path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        assert serious(page) == [], path
    page.goto(f"{portal}/admin/")
    page.click("#workflow-waiting-section .dk-acts a >> nth=0")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert serious(page) == []
    assert page.locator("[name=decision][value=approve]").is_visible()


def test_the_checklist_follows_what_is_typed(signed_in, portal):
    page = signed_in("cong-tac-vien", viewport={"width": 1280, "height": 900})
    page.click("#desk-mine-section .dk-title >> nth=0")
    page.wait_for_load_state("networkidle")
    page.fill("#id_title", "TIÊU ĐỀ VIẾT HOA CẢ DÒNG")
    page.wait_for_selector(".wf-ready-open:visible")
    page.click(".wf-ready-open")
    ready = page.locator("[data-ready-result]")
    ready.get_by_text("Tiêu đề viết hoa toàn bộ").wait_for()
    page.fill("#id_title", "Gõ cửa hỏi người mua trước khi mở xưởng")
    ready.get_by_text("Tiêu đề viết hoa toàn bộ").wait_for(state="hidden")


@pytest.mark.parametrize("form", ["new", "known"])
def test_words_typed_as_soon_as_the_form_opens_are_saved_by_themselves(signed_in, portal, form):
    """Wagtail itself would take them for what was there before (ten seconds)."""
    page = signed_in("cong-tac-vien", viewport={"width": 1280, "height": 900})
    if form == "new":
        page.goto(f"{portal}/admin/viet/tin-tuc/")
        page.click(".pl-choice >> nth=0")
    else:
        page.click("#desk-mine-section .dk-title >> nth=0")
    page.wait_for_selector("#id_title")
    with page.expect_response(lambda answer: _saves(answer, form), timeout=9000) as saved:
        page.locator("#id_title").press_sequentially("Gõ ngay lúc mở trang")
    assert saved.value.ok
    if form == "new":  # from now on asked about as the page it is, not as a second one
        with page.expect_request("**/kiem-tra/", timeout=9000) as asked:
            page.locator("#id_sapo").press_sequentially("Vài chữ.")
        assert "/quy-trinh/kiem-tra/" not in asked.value.url


def _saves(answer, form):
    part = "/pages/add/" if form == "new" else "/edit/"
    request = answer.request
    return request.method == "POST" and part in answer.url and "preview" not in answer.url
