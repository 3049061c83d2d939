"""From an author's first word to the published page: through the admin and by the leader's link."""

import email
import re
from email import policy

import pytest

pytestmark = pytest.mark.browser

TITLE = "Phiên chợ sáng thử một chiếc cân chung cho mười hai quầy"
SAPO = "Ban quản lý chợ đặt một chiếc cân ở lối vào. Ai mua xong cũng cân lại được."
SLUG = "phien-cho-sang-thu-mot-chiec-can-chung-cho-muoi-hai-quay"
SEPARATOR = b"-" * 79


def letters(folder):
    """Every letter that went out, oldest first."""
    found = []
    for path in sorted((folder / "mail").glob("*.log"), key=lambda path: path.stat().st_mtime):
        parts = path.read_bytes().split(SEPARATOR)
        found += [email.message_from_bytes(p.strip(), policy=policy.default)
                  for p in parts if p.strip()]  # fmt: skip
    return found


def letter_to(folder, name, start):
    """The newest letter to a demo account whose subject begins like that."""
    to = f"{name}@mau.example"
    mine = [m for m in letters(folder) if m["To"] == to and m["Subject"].strip().startswith(start)]
    assert mine, [(m["To"], m["Subject"]) for m in letters(folder)]
    return mine[-1].get_body(("plain",)).get_content()


@pytest.fixture
def sign_in(browser, portal, password):
    """A function that gives a page of the admin with somebody signed in."""
    contexts = []

    def enter(name, **options):
        context = browser.new_context(locale="vi-VN", **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{portal}/tai-khoan/dang-nhap/")
        page.fill("[name=login]", name)
        page.fill("[name=password]", password)
        page.click("button[type=submit]")
        page.wait_for_url(f"{portal}/admin/")
        return page

    yield enter
    for context in contexts:
        context.close()


@pytest.fixture
def phone(browser):
    """A phone on which nobody is signed in."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    yield context.new_page()
    context.close()


def write(page, portal, title=TITLE):
    """A contributor writes an article and sends it."""
    page.goto(f"{portal}/admin/pages/")
    column = page.request.get(
        f"{portal}/admin/api/main/pages/?type=news.ColumnPage&slug=chinh-sach"
    )
    key = column.json()["items"][0]["id"]
    page.goto(f"{portal}/admin/pages/add/news/articlepage/{key}/")
    page.fill("[name=title]", title)
    page.fill("[name=sapo]", SAPO)
    send(page)


def send(page):
    page.click("button[name='action-submit']")
    page.wait_for_load_state()


def test_an_article_goes_from_the_first_word_to_the_page_by_the_leaders_phone(
    portal, demo_folder, sign_in, phone
):
    author = sign_in("cong-tac-vien")
    write(author, portal)
    assert author.get_by_text("để duyệt.").first.is_visible()
    assert phone.goto(f"{portal}/tin-tuc/chinh-sach/{SLUG}/").status == 404

    assert TITLE in letter_to(demo_folder, "bien-tap", "Chờ biên tập")
    editor = sign_in("bien-tap")
    editor.locator("tr", has_text=TITLE).get_by_role("link", name="Đọc và duyệt").click()
    editor.get_by_role("button", name="Xong, trình duyệt đăng").click()
    editor.wait_for_url(f"{portal}/admin/")
    assert phone.goto(f"{portal}/tin-tuc/chinh-sach/{SLUG}/").status == 404

    text = letter_to(demo_folder, "duyet", "Chờ duyệt")
    address = re.search(r"http://\S+/duyet/\S+/", text)[0]
    response = phone.goto(address)
    assert response.status == 200
    assert response.headers["cache-control"] == "no-store, private"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert "noindex" in response.headers["x-robots-tag"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360

    phone.get_by_role("link", name=re.compile("Đọc cả bài")).click()
    assert phone.get_by_role("heading", level=1).inner_text() == TITLE
    phone.go_back()
    phone.get_by_role("button", name="Trả lại kèm ý kiến").click()
    assert phone.get_by_role("alert").inner_text().strip().startswith("Hãy ghi cần sửa gì")
    phone.get_by_role("button", name="Duyệt đăng").click()
    phone.wait_for_load_state()
    assert phone.get_by_role("heading", level=1).inner_text() == "Đã duyệt đăng"
    phone.goto(address)
    assert phone.get_by_role("button").count() == 0, "the link is dead"

    assert phone.goto(f"{portal}/tin-tuc/chinh-sach/{SLUG}/").status == 200
    assert phone.get_by_role("heading", level=1).inner_text() == TITLE
    assert TITLE in letter_to(demo_folder, "cong-tac-vien", "Đã đăng")

    token = address.rstrip("/").rpartition("/")[2]
    log = (demo_folder / "access.log").read_text()
    assert "/duyet/***/" in log
    assert token not in log
    assert token.split(".")[0] not in log


def test_a_text_is_returned_with_a_note_mended_and_approved_in_the_admin(
    portal, demo_folder, sign_in
):
    title = f"{TITLE}, vụ hai"
    author, editor, leader = (sign_in(n) for n in ("cong-tac-vien", "bien-tap", "duyet"))
    write(author, portal, title)
    editor.goto(f"{portal}/admin/")
    row = editor.locator("tr", has_text=title)
    row.get_by_role("link", name="Đọc và duyệt").click()
    editor.get_by_label("Ý kiến").fill("Ghi rõ tên tổ dân phố.")
    editor.get_by_role("button", name="Trả lại kèm ý kiến").click()
    editor.wait_for_url(f"{portal}/admin/")
    text = letter_to(demo_folder, "cong-tac-vien", "Trả lại")
    assert "Ghi rõ tên tổ dân phố." in text

    author.goto(re.search(r"http://\S+/edit/", text)[0])
    author.fill("[name=sapo]", f"{SAPO} Ở tổ dân phố số 3.")
    send(author)
    editor.goto(f"{portal}/admin/")
    editor.locator("tr", has_text=title).get_by_role("link", name="Đọc và duyệt").click()
    editor.get_by_role("button", name="Xong, trình duyệt đăng").click()
    editor.wait_for_url(f"{portal}/admin/")

    author.goto(re.search(r"http://\S+/edit/", text)[0])
    assert author.get_by_text("chưa sửa được").is_visible(), "nobody writes while it is being read"
    assert author.get_by_role("button", name="Lấy lại để sửa").is_visible()

    leader.goto(f"{portal}/admin/")
    leader.locator("tr", has_text=title).get_by_role("link", name="Đọc và duyệt").click()
    leader.get_by_role("button", name="Duyệt đăng", exact=True).click()
    leader.wait_for_url(f"{portal}/admin/")
    found = leader.request.get(f"{portal}/tin-tuc/chinh-sach/{SLUG}-vu-hai/")
    assert found.status == 200
    assert "Ở tổ dân phố số 3." in found.text()
