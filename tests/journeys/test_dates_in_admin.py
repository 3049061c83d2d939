"""Dates typed as people write them reach the server as typed, and nonsense is refused in words."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def event_form(page, portal, password):
    page.goto(f"{portal}/admin/login/")
    page.get_by_label("Tên đăng nhập").fill("quan-tri")
    page.get_by_label("Mật khẩu").fill(password)
    page.locator("button[type=submit]").click()
    page.goto(f"{portal}/admin/pages/")
    page.goto(f"{portal}/su-kien/")
    key = page.locator("[data-count]").get_attribute("data-count").strip("/").rpartition("/")[2]
    page.goto(f"{portal}/admin/pages/add/events/eventpage/{key}/")
    return page


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("01/12/2026 08:00", "01/12/2026 08:00"),
        ("1/12/2026 8:00", "1/12/2026 8:00"),
        ("31/02/2026 08:00", "31/02/2026 08:00"),
        ("mai", "mai"),
    ],
)
def test_what_is_typed_stays_when_the_field_is_left(event_form, typed, kept):
    field = event_form.locator("#id_sessions-0-starts_at")
    field.fill(typed)
    event_form.keyboard.press("Tab")
    event_form.locator("#id_title").click()
    expect(field).to_have_value(kept)


def test_the_dialog_of_publication_keeps_what_is_typed(event_form):
    event_form.get_by_role("button", name="Đóng mở tình trạng").click()
    event_form.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").click()
    field = event_form.locator("#id_go_live_at")
    field.fill("mai")
    event_form.keyboard.press("Tab")
    expect(event_form.locator("#id_expire_at")).to_be_focused()
    expect(field).to_have_value("mai")
