"""Every block draws itself, says itself in plain text, and fails alone."""

import json
import re
from html import unescape as html_unescape

import pytest
from django.template import Context, Template
from django.utils.html import strip_tags

from core.anchors import headings, with_anchors
from core.blocks import BodyBlock, body_plain_text
from core.highlight import highlight
from core.templatetags import format_tags
from news.models import ArticlePage
from tests.factories.library import make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory

BLOCKS = BodyBlock().child_blocks


def draw(stream, **context):
    template = Template("{% load core_tags %}{% body stream %}")
    return template.render(Context({"stream": stream, **context}))


def article_with(*blocks):
    body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    page = ArticlePageFactory(parent=ColumnPageFactory())
    ArticlePage.objects.filter(pk=page.pk).update(body=body)
    return ArticlePage.objects.get(pk=page.pk)


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_has_what_an_editor_needs_to_choose_it(name):
    block = BLOCKS[name]
    assert block.meta.group
    assert block.meta.icon != "placeholder"
    assert block.meta.description
    assert block.meta.template
    assert name not in ("html", "raw_html")


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_draws_its_preview_and_says_it_in_plain_text(home, name):
    make_image()
    block = BLOCKS[name]
    value = block.normalize(block.get_preview_value())
    html = block.render(value, {})
    assert "{{" not in html
    assert "None" not in html
    text = block.plain_text(value)
    assert "<" not in text
    assert text == text.strip()
    block.get_searchable_content(value)
    shown = html_unescape(strip_tags(html))
    words = re.findall(r"\w{3,}", text)
    lost = [word for word in words if word not in shown]
    assert len(lost) * 3 <= len(words), f"what it says, it also shows: {lost}"


def test_words_of_the_body_are_searchable_and_readable_aloud(home):
    page = article_with(
        ("paragraph", "<p>Sợi miến <b>dai</b> &amp; trong.</p><ul><li>Một</li></ul>"),
        ("quote", {"text": "Nấu hai lần vẫn dai.", "name": "Chị Hiền", "role": ""}),
    )
    text = body_plain_text(page.body)
    assert "Sợi miến dai & trong." in text
    assert "Nấu hai lần vẫn dai." in text
    assert "<" not in text
    assert page.reading_minutes == 1


def test_a_deleted_picture_a_deleted_page_and_an_unknown_block_leave_a_gap(client, home):
    page = article_with(
        ("paragraph", "<p>Trước</p>"),
        ("image", {"image": {"image": 9999, "alt_text": "x", "decorative": False}}),
        ("image", {"image": 9999}),
        ("related_pages", {"title": "Đọc thêm", "pages": [9999]}),
        ("khong_ai_biet", {"a": 1}),
        ("paragraph", "<p>Sau</p>"),
    )
    answer = client.get(page.url)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Trước" in text
    assert "Sau" in text
    assert "Đọc thêm</h2>" not in text


def test_a_block_that_breaks_is_left_out_and_logged(home, caplog, monkeypatch):
    page = article_with(("paragraph", "<p>Trước</p>"), ("quote", {"text": "x"}))
    monkeypatch.setattr(type(BLOCKS["quote"]), "render", lambda *a, **k: 1 / 0)
    html = draw(page.body)
    assert "Trước" in html
    assert "could not be drawn" in caplog.text


def test_rich_text_keeps_links_and_drops_scripts(client, home):
    page = article_with(
        ("paragraph", '<p>Chữ <a href="https://mau.example/">liên kết</a></p>'),
        ("callout", {"kind": "note", "title": "<script>alert(1)</script>", "text": "<p>x</p>"}),
    )
    text = client.get(page.url).content.decode()
    assert '<a href="https://mau.example/">' in text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_headings_get_ids_of_their_own():
    html = with_anchors('<h2>Cách làm</h2><h2>Cách làm</h2><h2 id="co-san">Có</h2><h2>…</h2>')
    assert headings(html) == [
        ("muc-cach-lam", "Cách làm"),
        ("muc-cach-lam-2", "Cách làm"),
        ("co-san", "Có"),
        ("muc", "…"),
    ]


@pytest.mark.parametrize(
    ("text", "query", "html"),
    [
        ("Miến dong sợi", "mien dong", "<mark>Miến dong</mark> sợi"),
        ("Đổi mới", "doi", "<mark>Đổi</mark> mới"),
        ("<b>miến</b>", "mien", "&lt;b&gt;<mark>miến</mark>&lt;/b&gt;"),
        ("Miến", "", "Miến"),
        ("a & b", "x", "a &amp; b"),
        ("Điện thoại", "thoai", "Điện <mark>thoại</mark>"),
    ],
)
def test_searched_words_are_marked_whatever_way_they_are_typed(text, query, html):
    assert highlight(text, query) == html


def test_numbers_dates_and_sizes_come_out_as_the_country_writes_them():
    import datetime

    moment = datetime.datetime(2026, 11, 23, 0, 30, tzinfo=datetime.UTC)
    assert format_tags.vi_datetime(moment) == "07:30, 23/11/2026"
    assert format_tags.vi_date_long(moment) == "Thứ Hai, 23/11/2026"
    assert format_tags.vi_number(1250000) == "1.250.000"
    assert format_tags.vi_number("nhiều") == "nhiều"
    assert format_tags.file_size(None) == ""
    assert (
        format_tags.vi_date(None)
        == format_tags.vi_datetime(None)
        == format_tags.weekday(None)
        == ""
    )


def test_a_paragraph_nobody_wrote_in_is_left_out_of_what_is_sent_and_kept_in_a_draft():
    block = BodyBlock()
    rows = [("paragraph", ""), ("paragraph", "<p>Chữ</p>"), ("paragraph", "<p></p>")]
    value = block.to_python(rows)
    assert [child.value.source for child in block.clean(value)] == ["<p>Chữ</p>"]
    assert len(block.clean_deferred(value)) == 3
