"""Two at one text, a lost session, a lost network: nothing is overwritten, nothing is lost."""

import pytest
from playwright.sync_api import expect

from tests.journeys.editors import enter, new_article

pytestmark = pytest.mark.browser
__all__ = ["enter"]

WATCHES = 2500
"""Milliseconds until Wagtail begins to look for changes in a form that was just opened."""


def opened(page, url):
    page.goto(url)
    page.wait_for_timeout(WATCHES)
    return page


def typed(page, words):
    page.fill("[name=sapo]", words)


def saved_by_itself(page):
    page.locator(".w-autosave-indicator__state--saved").wait_for()


@pytest.fixture
def draft(enter, portal):
    """A contributor's new draft, open in his browser and saved by itself."""
    page = enter("cong-tac-vien")
    new_article(page, portal)
    page.wait_for_timeout(WATCHES)
    page.fill("[name=title]", "Bài hai người cùng mở")
    page.wait_for_url("**/edit/")
    return page


def test_a_draft_saves_itself(draft):
    typed(draft, "Tự lưu.")
    draft.wait_for_timeout(2500)
    draft.reload()
    assert draft.input_value("[name=sapo]") == "Tự lưu."


def test_the_second_is_told_aloud_and_overwrites_nothing(enter, draft):
    editor = opened(enter("bien-tap"), draft.url)
    typed(editor, "Chữ của biên tập viên.")
    saved_by_itself(editor)
    editor.wait_for_timeout(1500)
    typed(draft, "Chữ của cộng tác viên.")
    bar = draft.get_by_role("alert").filter(has_text="Người khác vừa lưu một bản mới")
    bar.wait_for()
    assert "giữ trong trình duyệt" in bar.inner_text()
    editor.reload()
    assert editor.input_value("[name=sapo]") == "Chữ của biên tập viên."
    assert draft.input_value("[name=sapo]") == "Chữ của cộng tác viên."


def test_who_else_is_writing_is_named(enter, draft):
    editor = opened(enter("bien-tap"), draft.url)
    typed(editor, "Lưu trước.")
    saved_by_itself(editor)
    editor.wait_for_timeout(1500)
    typed(draft, "Gõ sau, chưa lưu được.")
    editor.get_by_role("status").filter(has_text="cũng đang sửa bài này").wait_for()


def test_what_was_typed_after_the_session_ended_is_offered_back(draft, password):
    draft.wait_for_timeout(WATCHES)
    address = draft.url
    draft.context.clear_cookies()
    typed(draft, "Gõ khi đã hết phiên.")
    draft.get_by_role("alert").filter(has_text="Phiên đăng nhập đã hết").wait_for()
    draft.on("dialog", lambda dialog: dialog.accept())
    draft.goto(address)
    draft.fill("[name=login]", "cong-tac-vien")
    draft.fill("[name=password]", password)
    draft.click("button[type=submit]")
    draft.get_by_text("Trình duyệt còn giữ chữ bạn gõ").wait_for()
    assert draft.input_value("[name=sapo]") == ""
    draft.click("text=Lưu thành bản nháp")
    expect(draft.locator("[name=sapo]")).to_have_value("Gõ khi đã hết phiên.")
    draft.goto(address)
    assert draft.input_value("[name=sapo]") == "Gõ khi đã hết phiên."
    assert not draft.get_by_text("Trình duyệt còn giữ").is_visible()


def test_the_session_of_another_person_is_offered_nothing(draft, enter, password):
    draft.wait_for_timeout(WATCHES)
    address = draft.url
    draft.context.clear_cookies()
    typed(draft, "Chữ riêng của tôi.")
    draft.get_by_role("alert").filter(has_text="Phiên đăng nhập đã hết").wait_for()
    draft.on("dialog", lambda dialog: dialog.accept())
    draft.goto(address)
    draft.fill("[name=login]", "bien-tap")
    draft.fill("[name=password]", password)
    draft.click("button[type=submit]")
    draft.wait_for_url(address)
    draft.wait_for_timeout(500)
    assert not draft.get_by_text("Trình duyệt còn giữ").is_visible()


def test_a_lost_network_is_said_and_the_text_saves_itself_when_it_is_back(draft):
    draft.wait_for_timeout(WATCHES)
    draft.context.set_offline(True)
    typed(draft, "Gõ lúc mất mạng.")
    draft.get_by_role("alert").filter(has_text="Mất kết nối").wait_for()
    draft.context.set_offline(False)
    draft.get_by_role("alert").filter(has_text="Mất kết nối").wait_for(
        state="hidden", timeout=40_000
    )
    draft.reload()
    assert draft.input_value("[name=sapo]") == "Gõ lúc mất mạng."
