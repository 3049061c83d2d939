"""How a mail reads and looks."""

import re

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Site

from home.models import SiteIdentity
from mailing import styles
from mailing.rendering import render, wrap

NASTY = '<script>alert("x")</script> & ‘miến’'
FULL = {
    "name": "Nông Thị Mẫu",
    "lead": "Một bài chờ duyệt lần 2.",
    "due": "14:00, 23/11/2026",
    "title": "Gói miến dong tự kể chuyện mình",
    "meta": ["Tin tức", "Thu Hà viết"],
    "body": "Đoạn một,\nvẫn đoạn một.\n\nĐoạn hai.",
    "comment": "Thêm ảnh.\nSố liệu ở đâu?",
    "comment_by": "Minh Đức",
    "button_label": "Xem và duyệt bài",
    "button_url": "https://vidu.example.vn/duyet/8F3K-29QM?a=1&b=2",
    "note": ["Đường dẫn dùng một lần.", "Trang không bao giờ hỏi mật khẩu qua thư."],
}


@pytest.fixture
def identity(home):
    found = SiteIdentity.for_site(Site.objects.get())
    found.site_title, found.unit_name, found.phone = "Tên trang", "Đơn vị & Mẫu", "0209 000 000"
    found.save()
    return found


def test_the_names_come_from_the_sites_settings(identity):
    for part in render("notice", FULL):
        assert "Tên trang" in part
        assert "0209 000 000" in part
    text, html = render("notice", FULL)
    assert "Đơn vị & Mẫu" in text
    assert "Đơn vị &amp; Mẫu" in html


def test_a_mail_can_be_written_without_a_site(db):
    Site.objects.all().delete()
    text, html = render("notice", FULL)
    assert "Kính gửi Nông Thị Mẫu," in text
    assert "Kính gửi Nông Thị Mẫu," in html


def test_the_text_part_has_everything_in_short_lines_and_links_on_their_own(identity):
    text, _ = render("notice", {**FULL, "body": "Một câu dài. " * 40})
    assert text.splitlines()[0] == "Kính gửi Nông Thị Mẫu,"
    assert f"\n{FULL['button_url']}\n" in text, "not escaped, on a line of its own"
    assert max(len(line) for line in text.splitlines()) < 78
    assert "\n\n\n" not in text
    assert "Một bài chờ duyệt lần 2. Hạn: 14:00, 23/11/2026." in text
    assert "Tin tức · Thu Hà viết" in text
    assert "Ý kiến của Minh Đức:\n> Thêm ảnh.\n> Số liệu ở đâu?" in text
    assert all(sentence in text for sentence in FULL["note"])


def test_the_html_part_has_everything_once(identity):
    _, html = render("notice", FULL)
    page = BeautifulSoup(html, "html.parser")
    assert page.h1.get_text() == FULL["title"]
    assert [a["href"] for a in page.find_all("a")] == [FULL["button_url"]] * 2
    assert html.count("Đoạn một,<br>vẫn đoạn một.</p>") == 1
    assert "Ý kiến của Minh Đức" in html
    assert page.find(class_="preheader").get_text().startswith("Một bài chờ duyệt")


@pytest.mark.parametrize("missing", sorted(FULL))
def test_any_part_may_be_missing(missing, identity):
    for part in render("notice", {k: v for k, v in FULL.items() if k != missing}):
        assert "None" not in part
        assert "\n\n\n" not in part or part.startswith("<!doctype")
        if missing != "button_url":
            assert FULL["button_url"].partition("?")[0] in part or missing == "button_label"


def test_with_nothing_at_all_it_is_still_a_polite_mail(identity):
    text, html = render("notice", {})
    assert text.startswith("Kính gửi Quý vị,\n\n--\n")
    page = BeautifulSoup(html, "html.parser")
    assert not page.h1
    assert not page.a


@pytest.mark.parametrize("key", sorted(set(FULL) - {"button_url"}))
def test_every_value_is_escaped_in_html_and_plain_in_text(key, identity):
    value = [NASTY] if isinstance(FULL[key], list) else NASTY
    text, html = render("notice", {**FULL, key: value})
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert '<script>alert("x")</script> & ‘miến’' in text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "/duyet/1", 'https://x.vn/" onclick="x', "https://x.vn/\nx"]
)
def test_a_button_leads_to_a_full_web_address_or_is_not_there(url, identity):
    text, html = render("notice", {**FULL, "button_url": url})
    assert not BeautifulSoup(html, "html.parser").a
    assert url not in text


def test_a_note_may_be_one_sentence(identity):
    text, _ = render("notice", {"note": "Trang không bao giờ hỏi mật khẩu."})
    assert "Trang không bao giờ hỏi mật khẩu." in text


def test_a_mail_loads_nothing_and_fits_what_mail_programs_show_uncut(identity):
    _, html = render("notice", FULL)
    assert not re.search(r"<img|<link|<script|url\(|@import|@font-face", html)
    assert len(html.encode()) < 30_000


def test_wrapping_keeps_a_long_address_whole_and_a_quotation_quoted():
    address = "https://vidu.example.vn/" + "a" * 120
    assert wrap(f"Xem:\n{address}\n") == f"Xem:\n{address}\n"
    lines = wrap("> " + "lời nhận xét " * 20).splitlines()
    assert len(lines) > 2
    assert all(line.startswith("> ") for line in lines)


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def colour(name, what, dark):
    style = (styles.DARK.get(name, "") if dark else "") + ";" + styles.LOOKS[name]
    return re.search(rf"(?:^|;){what}:(#\w{{6}})", style)[1]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("name", "ground"),
    [
        *((n, "card") for n in ("ink", "title", "due", "meta", "note", "link", "footer")),
        *((n, "quote") for n in ("ink", "said-by")),
        ("mast", "mast"),
        ("site", "mast"),
        ("button-link", "button"),
    ],
)
def test_every_text_can_be_read_on_its_ground(name, ground, dark):
    pair = (
        luminance(colour(name, "color", dark)),
        luminance(colour(ground, "background-color", dark)),
    )
    assert (max(pair) + 0.05) / (min(pair) + 0.05) >= 4.5
