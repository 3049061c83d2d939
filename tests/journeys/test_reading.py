"""Readers with a keyboard, with large letters, with a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.addresses import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def test_the_first_tab_stop_leads_to_the_content(page, portal):
    page.goto(portal + PAGES["article"])
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("name", ["home", "startups", "product", "event to come", "search"])
def test_every_tab_stop_can_be_seen(page, portal, name):
    page.goto(portal + PAGES[name])
    seen = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => {
              const it = document.activeElement;
              if (!it || it === document.body) return null;
              const after = getComputedStyle(it, '::after');
              const own = getComputedStyle(it);
              const box = it.getBoundingClientRect();
              return {
                text: (it.textContent || it.name || '').trim() + it.getAttribute('href'),
                outline: own.outlineStyle !== 'none' || after.outlineStyle !== 'none',
                size: box.width * box.height,
              };
            }"""
        )
        if state is None:
            break
        seen.add(state["text"])
        assert state["outline"], f"no focus ring on {state['text']!r}"
        assert state["size"] > 0, f"invisible tab stop {state['text']!r}"
    assert len(seen) > 10


def test_text_grows_and_stays_grown_on_the_next_page(page, portal):
    page.goto(portal + PAGES["article"])
    size = "document.querySelector('.body').currentCSSZoom"
    assert page.evaluate(size) == 1
    page.get_by_role("button", name="A+ chữ to hơn").click()
    after = page.evaluate(size)
    assert after > 1
    page.goto(portal + PAGES["story"])
    assert page.evaluate(size) == after
    page.get_by_role("button", name="A− chữ nhỏ hơn").click()
    assert page.evaluate(size) == 1


def test_the_phone_finds_everything_through_the_menu_page(phone, portal):
    phone.goto(portal)
    phone.get_by_role("link", name="Danh mục", exact=True).click()
    phone.locator("main").get_by_role("link", name="Chuyển đổi số").click()
    expect(phone.locator("h1")).to_have_text("Chuyển đổi số")


def test_the_phone_filters_on_a_page_of_its_own_without_script(browser, portal):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{portal}/trung-bay/")
    page.get_by_role("link", name="Lọc danh sách").click()
    page.get_by_text("Cây trồng, vật nuôi").click()
    page.get_by_role("button", name="Xem kết quả").click()
    expect(page.locator(".cnt .rm")).to_contain_text("Cây trồng, vật nuôi")
    names = page.locator(".az-g h3").all_inner_texts()
    assert "Hộ kinh doanh Hồng Nà Bản" in names
    assert "Tổ hợp tác Miến Nước Trong" not in names
    context.close()


def test_search_without_marks_finds_words_with_marks(page, portal):
    page.goto(portal)
    page.get_by_role("searchbox").first.fill("mien dong soi trang tay")
    page.keyboard.press("Enter")
    expect(page.locator(".sr h2").first).to_have_text("Miến dong sợi tráng tay")
    expect(page.locator(".sr mark").first).to_be_visible()


def test_the_lead_picture_is_loaded_first_and_others_wait(page, portal):
    page.goto(portal + PAGES["article"])
    eager = page.locator("img[fetchpriority=high]")
    assert eager.count() == 1
    assert eager.first.evaluate("image => image.complete && image.naturalWidth > 0")
    assert page.locator("main img:not([fetchpriority]):not([loading=lazy])").count() == 0


def test_below_a_path_every_address_cookie_and_redirect_keeps_the_prefix(
    page, portal_under_path, password
):
    page.goto(f"{portal_under_path}/")
    hrefs = page.locator("a[href]").evaluate_all(
        "links => links.filter(a => a.origin === location.origin).map(a => a.pathname)"
    )
    assert [href for href in hrefs if not href.startswith("/khoi-nghiep/")] == []
    written = re.findall(
        r'(?:href|src|action)="(/[^"]*)|[ ,"](/(?:media|static)/[^ "]+)', page.content()
    )
    paths = [path for pair in written for path in pair if path]
    assert len(paths) > 60
    page.goto(f"{portal_under_path}/tin-tuc/chinh-sach/ke-hoach-209-phuong-lam-gi/")
    data = page.locator('script[type="application/ld+json"]').text_content()
    addresses = re.findall(r'"(http://127[^"]*)"', data)
    assert addresses
    assert [found for found in addresses if not found.startswith(portal_under_path)] == []
    assert [path for path in paths if not path.startswith("/khoi-nghiep/")] == []
    assert page.locator("img").first.evaluate("image => image.complete && image.naturalWidth > 0")
    page.goto(f"{portal_under_path}/tin-tuc")
    assert page.url == f"{portal_under_path}/tin-tuc/"
    page.goto(f"{portal_under_path}/tai-khoan/dang-nhap/")
    page.locator("input[name=login]").fill("quan-tri")
    page.locator("input[name=password]").fill(password)
    page.locator("button[type=submit]").click()
    page.wait_for_url(f"{portal_under_path}/admin/")
    assert {cookie["path"] for cookie in page.context.cookies()} == {"/khoi-nghiep/"}
