"""Article tools in a real browser: rating, sharing, photos, text size, print."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.addresses import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
GALLERY = PAGES["space"]


def test_one_tap_then_a_sentence_without_leaving_the_page(page, portal):
    page.goto(portal + PAGES["article"])
    page.get_by_role("button", name="Có ích").click()
    box = page.get_by_label("Cảm ơn bạn. Muốn nói thêm một câu?")
    expect(box).to_be_focused()
    box.fill("Dễ hiểu, xin thêm giá máy in tem.")
    page.get_by_role("button", name="Gửi lời nhắn").click()
    expect(page.get_by_role("status").filter(has_text="Đã nhận lời nhắn")).to_be_visible()
    assert page.url == portal + PAGES["article"]
    assert page.context.cookies() == []


def test_without_script_the_tap_leads_to_thanks_and_back(browser, portal):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(portal + PAGES["product"])
    page.get_by_role("button", name="Chưa").click()
    expect(page.locator("h1")).to_have_text("Cảm ơn bạn đã trả lời")
    page.locator("textarea").fill("Chưa thấy giá giao xa.")
    page.get_by_role("button", name="Gửi lời nhắn").click()
    expect(page.locator("h1")).to_have_text("Đã nhận lời nhắn, cảm ơn bạn")
    page.get_by_role("link", name=re.compile("Trở lại")).click()
    assert page.url == portal + PAGES["product"]
    context.close()


def test_sharing_shows_a_short_address_that_leads_here(page, portal):
    page.goto(portal + PAGES["story"])
    page.get_by_text("Chia sẻ trang này").click()
    short = page.locator(".share .short").inner_text()
    assert re.fullmatch(rf"{portal}/s/[0-9a-z]+/", short)
    expect(page.get_by_alt_text("Mã vuông dẫn tới trang này")).to_be_visible()
    page.goto(short)
    assert page.url == portal + PAGES["story"]


def test_photos_open_one_after_the_other_by_keyboard_and_close_where_they_began(page, portal):
    page.goto(portal + GALLERY)
    first = page.locator(".gallery a").first
    first.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Xem ảnh")
    expect(dialog).to_be_visible()
    expect(dialog.locator("figcaption")).to_contain_text("1/3")
    expect(dialog.get_by_role("button", name="Đóng")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(dialog.locator("figcaption")).to_contain_text("2/3")
    assert dialog.locator("img").get_attribute("alt")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator(".gallery a").nth(1)).to_be_focused()


def test_without_script_a_photo_is_a_link_to_the_picture(browser, portal):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(portal + GALLERY)
    address = page.locator(".gallery a").first.get_attribute("href")
    answer = page.goto(portal + address)
    assert answer.headers["content-type"] == "image/jpeg"
    context.close()


def test_a_printed_article_has_no_furniture_of_the_screen(page, portal):
    page.goto(portal + PAGES["article"])
    page.emulate_media(media="print")
    for part in ("nav.nav", ".tools", ".end-bar", "footer.foot", ".brocade"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".print-src")).to_contain_text(PAGES["article"])


def test_reading_aloud_is_offered_only_where_a_vietnamese_voice_is(browser, portal):
    for voices, offered in (("[]", False), ("[{lang: 'vi-VN', name: 'An'}]", True)):
        context = browser.new_context()
        page = context.new_page()
        page.add_init_script(f"speechSynthesis.getVoices = () => {voices};")
        page.goto(portal + PAGES["article"])
        page.wait_for_load_state("networkidle")
        assert page.locator("[data-action=speak]").is_visible() == offered
        context.close()
