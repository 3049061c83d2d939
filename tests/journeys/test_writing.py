"""How many clicks it takes from the desk to a text with a picture that is sent for approval."""

import io
import os
import re

import pytest
from PIL import Image

pytestmark = pytest.mark.browser

MOST_CLICKS = 12
TITLE = "Tổ dệt mở cửa sáng thứ bảy, ai cũng thử được khung"
SAPO = "Sáu khung cửi, một buổi sáng. Người đến thử không cần biết dệt, chỉ cần đi giày thấp."
BODY = "Từ tám giờ sáng, sáu khung cửi đặt sẵn sợi. Mỗi người thử mười lăm phút."
ALT = "Hai người ngồi trước khung cửi, một người đang luồn thoi"


class Hand:
    """Presses the mouse and keeps count; what is typed is typed into what was clicked."""

    def __init__(self, page):
        self.page = page
        self.clicks = 0

    def click(self, thing):
        """One click."""
        self.clicks += 1
        (self.page.locator(thing) if isinstance(thing, str) else thing).click()

    def write(self, thing, text):
        """A click into the field, then typing."""
        self.click(thing)
        self.page.keyboard.type(text)

    def give_file(self, thing, name):
        """One click opens the system's file window; the choice there is its own business."""
        with self.page.expect_file_chooser() as chooser:
            self.click(thing)
        chooser.value.set_files({"name": name, "mimeType": "image/jpeg", "buffer": picture()})


def picture():
    out = io.BytesIO()
    # One nobody has uploaded yet: Wagtail asks what to do with a picture it knows.
    Image.frombytes("L", (40, 25), os.urandom(1000)).resize((1600, 1000)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def desk(browser, portal, password):
    """A contributor at the desk."""
    context = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{portal}/admin/login/")
    page.fill("[name=login]", "cong-tac-vien")
    page.fill("[name=password]", password)
    page.click("button[type=submit]")
    page.wait_for_url(f"{portal}/admin/")
    yield page
    context.close()


def add_picture(hand):
    """Upload the lead picture with its words, from the page's form."""
    page = hand.page
    hand.click(page.get_by_role("button", name="Chọn ảnh").first)
    hand.click(page.get_by_role("tab", name="Tải lên"))
    form = page.locator(".modal form", has=page.locator("input[type=file]"))
    hand.give_file(form.locator("input[type=file]"), "khung-cui.jpg")
    hand.write(form.locator("[name$=description]"), ALT)
    hand.click(form.get_by_role("button", name="Tải lên"))
    page.locator(".modal").wait_for(state="detached")


def test_a_text_with_a_picture_is_sent_in_twelve_clicks(portal, desk):
    hand = Hand(desk)
    hand.click(desk.get_by_role("link", name="Viết", exact=True))
    hand.click(desk.get_by_role("link", name="Tin tức"))
    hand.click(desk.get_by_role("button", name="Hoạt động của phường"))
    hand.write("[name=title]", TITLE)
    hand.write("[name=sapo]", SAPO)
    add_picture(hand)
    hand.write(desk.locator("[data-contentpath=body] [role=textbox]").first, BODY)
    desk.wait_for_function(  # the rich text editor hands its words over a moment later
        "words => document.querySelector('[name$=\"-value\"][name^=body]').value.includes(words)",
        arg=BODY[:30],
    )
    hand.click(desk.get_by_role("button", name="Gửi để duyệt"))
    desk.wait_for_url(re.compile(r"/admin/pages/\d+/$"))
    assert hand.clicks <= MOST_CLICKS, hand.clicks
    desk.get_by_role("link", name=TITLE).first.click()
    desk.get_by_role("button", name="Lấy lại để sửa").wait_for()


def test_enter_in_a_field_keeps_a_draft_and_sends_nothing(portal, desk):
    title = f"{TITLE}, nháp"
    desk.goto(f"{portal}/admin/viet/tin-tuc/")
    desk.get_by_role("button", name="Hoạt động của phường").click()
    desk.fill("[name=title]", title)
    desk.locator("[name=seo_title]").evaluate(
        "field => { field.form.requestSubmit(field.form.querySelector('[type=submit]')) }"
    )
    desk.wait_for_url("**/edit/")
    assert desk.get_by_role("button", name="Gửi để duyệt").is_visible()


def test_a_planned_piece_is_written_from_the_calendar_with_its_template(portal, desk):
    desk.goto(f"{portal}/admin/")
    desk.get_by_role("link", name="Mời phiên chợ cuối năm").first.click()
    desk.get_by_role("link", name="Viết", exact=True).last.click()
    desk.wait_for_url("**/pages/add/news/articlepage/**")
    title = desk.input_value("[name=title]")
    assert title.startswith("Mời phiên chợ cuối năm")
    assert desk.input_value("[name=sapo]").startswith("Phiên chợ còn mười hai gian")
    desk.get_by_role("button", name="Lưu bản nháp").click()
    desk.wait_for_url("**/edit/")
    desk.goto(f"{portal}/admin/lich/")
    entry = desk.locator(".pl-item", has_text="Mời phiên chợ cuối năm")
    assert "đang viết" in entry.first.inner_text()
