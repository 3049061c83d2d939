"""Whole paths through the admin, role by role: what a reader meets there is Vietnamese.

The walk starts at the first screen and finds the others by itself: the menu's links, then the links
of each screen, one of each kind (by the name of its URL). Hidden panels, menus and dialogs are read
as well; what scripts draw only when asked is asked for.
"""

from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve

from tests.english import COLLECT, COLLECT_WITH, english

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

MOST = {"quan-tri": 140, "duyet": 50, "bien-tap": 50, "cong-tac-vien": 30}
"""Screens per role; the administrator sees nearly all there is, the others what differs."""

ELSEWHERE = {"wagtailadmin_logout", "wagtailadmin_pages:view_draft", "wagtailadmin_sprite"}
LINKS = """
() => [
  ...[...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')),
  ...((document.querySelector('#wagtail-sidebar-props') || {}).textContent || '')
    .matchAll(/"url": "([^"]+)"/g).map((found) => found[1]),
]
"""


@pytest.fixture
def sign_in(browser, portal, password):
    """A function that gives a page of the admin with somebody signed in."""
    contexts = []

    def enter(name, width=1280):
        context = browser.new_context(locale="vi-VN", viewport={"width": width, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{portal}/admin/login/")
        page.locator("[name=username], [name=login]").first.fill(name)
        page.locator("[name=password]").first.fill(password)
        page.locator("button[type=submit]").first.click()
        page.wait_for_url(f"{portal}/admin/")
        return page

    yield enter
    for context in contexts:
        context.close()


def kind_of(address, portal):
    """The screen an address stands for, '' for what is no screen of the admin."""
    parts = urlsplit(address)
    if not address.startswith(f"{portal}/admin/") or "export=" in parts.query:
        return ""
    try:
        match = resolve(parts.path.removeprefix(urlsplit(portal).path))
    except Resolver404:
        return ""
    if match.view_name in ELSEWHERE:
        return ""
    fixed = [str(word) for word in (*match.args, *match.kwargs.values())]
    return " ".join((match.view_name or parts.path, *(w for w in fixed if not w.isdigit())))


def faults(page):
    """English on the screen as it stands: text → what is English about it."""
    texts = page.evaluate(COLLECT, COLLECT_WITH)
    return {text: why for text in texts if (why := english(text))}


def walk(page, portal, most):
    """Screen → English on it, for at most `most` kinds of screen."""
    waiting, seen, found = [page.url], set(), {}
    while waiting and len(seen) < most:
        address = waiting.pop(0)
        kind = kind_of(address, portal)
        if not kind or kind in seen:
            continue
        seen.add(kind)
        answer = page.goto(address, wait_until="load")
        if "html" not in answer.headers.get("content-type", ""):
            continue
        if here := faults(page):
            found[kind] = here
        waiting += [urljoin(address, link) for link in page.evaluate(LINKS)]
    return seen, found


def report(found):
    """Screen and text, one line each."""
    return "\n".join(
        f"{screen} · {text!r} · {why}"
        for screen, texts in found.items()
        for text, why in texts.items()
    )


@pytest.mark.parametrize("role", MOST)
def test_no_screen_on_the_path_of_a_role_speaks_english(sign_in, portal, role):
    page = sign_in(role)
    seen, found = walk(page, portal, MOST[role])
    assert not found, report(found)
    assert len(seen) > MOST[role] / 2, "the walk found too few screens"


# --- what scripts draw when asked ----------------------------------------------------------------
@pytest.fixture
def new_article(sign_in, portal):
    """The form of a new article, an editor signed in."""
    page = sign_in("bien-tap")
    found = page.request.get(f"{portal}/admin/api/main/pages/?type=news.ColumnPage&slug=chinh-sach")
    key = found.json()["items"][0]["id"]
    page.goto(f"{portal}/admin/pages/add/news/articlepage/{key}/")
    page.locator(".c-sf-add-button").first.wait_for()
    return page


def look(page, found, screen):
    """Keep what is English just now."""
    if here := faults(page):
        found[screen] = here


def test_the_editors_tools_speak_vietnamese(new_article):
    page, found = new_article, {}
    page.locator(".c-sf-add-button").first.click()
    page.locator(".w-combobox__option").first.wait_for()
    look(page, found, "blocks")
    search = page.get_by_placeholder("Tìm lựa chọn…")
    search.fill("zzzz")
    page.locator(".w-combobox__status").first.wait_for()
    look(page, found, "no block found")
    search.fill("Đoạn văn")
    page.locator(".w-combobox__option", has_text="Đoạn văn").dispatch_event("click")
    text = page.locator(".public-DraftEditor-content").first
    text.click()
    page.keyboard.type("/")
    page.locator(".w-combobox__option").first.wait_for()
    look(page, found, "commands of the text")
    page.keyboard.press("Backspace")
    page.keyboard.type("Chữ thử")
    page.keyboard.press("Shift+Home")
    page.locator("[class*=Draftail] button[name]").first.wait_for()
    look(page, found, "toolbar of the text")
    assert not found, report(found)


def test_dialogs_choosers_and_pickers_speak_vietnamese(new_article):
    page, found = new_article, {}
    page.locator("[data-chooser-action-choose]:visible").first.click()
    page.locator(".modal-body .chooser__result-choice, .modal-body form").first.wait_for()
    look(page, found, "chooser of pictures")
    page.get_by_role("tab", name="Tải lên").click()
    look(page, found, "upload in the chooser")
    page.locator(".modal-content button.close, .modal-content .close").first.click()
    page.get_by_role("button", name="Đóng mở tình trạng").click()
    page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").click()
    page.locator("#id_go_live_at").click()
    weekdays = page.locator(".xdsoft_datetimepicker:visible th")
    weekdays.first.wait_for()
    days = weekdays.all_inner_texts()
    look(page, found, "date picker")
    assert not found, report(found)
    assert days == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"], "a week begins on Monday"


def test_what_is_wrong_with_a_form_is_said_in_vietnamese(new_article, portal):
    page, found = new_article, {}
    page.click("button[name='action-submit']")
    page.locator(".error-message, .messages .error").first.wait_for()
    look(page, found, "an empty article sent")
    for name, kind, body in (("x.txt", "text/plain", b"x"), ("x.jpg", "image/jpeg", b"x")):
        page.goto(f"{portal}/admin/images/multiple/add/")
        page.set_input_files("input[type=file]", [{"name": name, "mimeType": kind, "buffer": body}])
        page.locator(".upload-failure, .error-message, .errorlist").first.wait_for()
        look(page, found, f"a picture that is none: {name}")
    assert not found, report(found)


def test_pages_of_the_admin_that_are_not_there_speak_vietnamese(sign_in, portal):
    page, found = sign_in("cong-tac-vien"), {}
    for address in ("khong-co/", "pages/999999/edit/", "users/", "sites/", "reports/locked/"):
        page.goto(f"{portal}/admin/{address}")
        look(page, found, address)
    assert not found, report(found)


def test_our_words_lie_over_those_of_the_browser_on_a_file_field(sign_in, portal):
    page = sign_in("bien-tap")
    page.goto(f"{portal}/admin/images/add/")
    field = page.locator("input[type=file]")
    cover = page.locator(".ad-file")
    assert cover.inner_text().split("\n")[-1].strip().endswith("Chưa chọn tệp nào")
    field.set_input_files([{"name": "anh.jpg", "mimeType": "image/jpeg", "buffer": b"x"}])
    assert "anh.jpg" in cover.inner_text()
    assert field.evaluate("box => box.labels.length") == 1
    assert page.locator(".ad-file .ad-file").count() == 0
    page.goto(f"{portal}/admin/images/multiple/add/")
    assert page.locator(".ad-file").count() == 0, "the place for dropping has a button of its own"
