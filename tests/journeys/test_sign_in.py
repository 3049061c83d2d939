"""From the letter to a new approver to a sign-in with the telephone, in the browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.accounts.signing import code_of
from tests.journeys.test_editorial import letter_to

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NAME, OWN = "lanh-dao", "cau-ngan-cua-lanh-dao-7"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def visit(browser, portal):
    """A function that gives the sign-in page in a browser of its own."""
    contexts = []

    def come(**options):
        contexts.append(browser.new_context(locale="vi-VN", **options))
        page = contexts[-1].new_page()
        page.goto(f"{portal}/admin/")
        return page

    yield come
    for context in contexts:
        context.close()


def enter(page, name, password):
    page.get_by_label("Tên đăng nhập").fill(name)
    page.locator("[name=password]").fill(password)
    page.get_by_role("button", name="Đăng nhập").click()


def type_code(page, code, button):
    page.locator("[name=code]").fill(code)
    page.get_by_role("button", name=button, exact=True).click()


def no_faults(page):
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [rule["id"] for rule in found] == []


@pytest.fixture(scope="module")
def password_of_the_leader(browser, portal, password, demo_folder):
    """An administrator makes the account; its owner answers the letter."""
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.goto(f"{portal}/tai-khoan/dang-nhap/")
    enter(page, "quan-tri", password)
    page.wait_for_url(f"{portal}/admin/")  # the demo is freed
    page.goto(f"{portal}/admin/users/new/")
    for field, value in (("username", NAME), ("email", f"{NAME}@mau.example"),
                         ("first_name", "Sơn"), ("last_name", "Nông Văn")):  # fmt: skip
        page.locator(f"[name={field}]").fill(value)
    page.get_by_role("tab", name="Vai trò").first.click()
    page.get_by_label("Người duyệt", exact=True).check()
    page.locator("footer button[type=submit]").first.click()
    page.wait_for_url(re.compile("/admin/users/$"))
    link = re.search(r"http://\S+/key/\S+", letter_to(demo_folder, NAME, "Mời đặt mật khẩu"))[0]
    context.clear_cookies()
    page.goto(link)
    assert page.url.endswith("-set-password/")
    page.locator("[name=password1]").fill(OWN)
    page.locator("[name=password2]").fill(OWN)
    page.get_by_role("button", name="Đặt mật khẩu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã đặt mật khẩu")
    context.close()
    log = (demo_folder / "access.log").read_text()
    assert "/tai-khoan/mat-khau/key/***" in log
    assert link.rstrip("/").rpartition("-")[2] not in log
    return OWN


def test_an_approver_is_led_to_the_set_up_and_then_signs_in_with_the_telephone(
    visit, portal, password_of_the_leader
):
    page = visit()
    enter(page, NAME, password_of_the_leader)
    page.wait_for_url(re.compile("/hai-lop/bat/"))
    page.goto(f"{portal}/admin/pages/")
    assert page.url.endswith("/hai-lop/bat/"), "nothing else answers"
    assert page.locator(".acc-qr svg").bounding_box()["width"] > 150
    secret = page.locator(".code code").inner_text().replace(" ", "")
    type_code(page, code_of(secret), "Bật")
    page.wait_for_url(re.compile("/ma-du-phong/"))
    codes = page.locator("[data-codes] code").all_inner_texts()
    assert len(set(codes)) == 10
    page.get_by_role("link", name="Đã cất mã").click()
    page.wait_for_url(f"{portal}/admin/")
    page.goto(f"{portal}/tai-khoan/dang-xuat/")
    page.get_by_role("button", name="Đăng xuất").click()
    enter(page, f"{NAME}@mau.example", password_of_the_leader)
    page.wait_for_url(re.compile("/hai-lop/ma/"))
    page.goto(f"{portal}/admin/")
    assert "/dang-nhap/" in page.url, "the password alone opens nothing"
    enter(page, NAME, password_of_the_leader)
    type_code(page, code_of(secret, 1), "Vào")
    page.wait_for_url(f"{portal}/admin/")
    _by_recovery_code(visit, portal, codes[0])


def _by_recovery_code(visit, portal, code):
    """Without JavaScript too, and once."""
    page = visit(java_script_enabled=False)
    enter(page, NAME, OWN)
    type_code(page, code, "Vào")
    page.wait_for_url(f"{portal}/admin/")
    page = visit()
    enter(page, NAME, OWN)
    type_code(page, code, "Vào")
    expect(page.locator(".esum")).to_be_focused()
    no_faults(page)


def test_without_javascript_one_signs_in_and_nothing_idle_is_shown(visit, portal, password):
    page = visit(java_script_enabled=False)
    assert not page.get_by_role("button", name="Hiện mật khẩu").is_visible()
    enter(page, "bien-tap", password)
    page.wait_for_url(f"{portal}/admin/")


def test_the_password_can_be_shown_and_is_hidden_again_when_sent(visit, portal):
    page = visit()
    page.locator("[name=password]").fill("sai")
    button = page.get_by_role("button", name="Hiện mật khẩu")
    button.click()
    expect(page.locator("[name=password]")).to_have_attribute("type", "text")
    expect(button).to_have_attribute("aria-pressed", "true")
    enter(page, "ai-do", "sai")
    expect(page.locator(".esum")).to_be_focused()
    expect(page.locator("[name=password]")).to_have_attribute("type", "password")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_of_a_stranger_have_no_faults(visit, portal, width, scheme):
    size = {"width": width, "height": 800}
    page = visit(viewport=size, color_scheme=scheme, bypass_csp=True)
    for where in ("dang-nhap", "mat-khau/quen", "mat-khau/da-gui", "mat-khau/key/1-x"):
        page.goto(f"{portal}/tai-khoan/{where}/")
        no_faults(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
