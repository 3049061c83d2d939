"""What Word, Word on the web, Google Docs and LibreOffice put on the clipboard becomes clean."""

import time
from pathlib import Path

import pytest
from django.urls import reverse

from tests.factories.workflow import browser
from writing.paste import TableRows, read_pieces
from writing.paste.blocks import plain_text, table_value, to_form, to_html

FOLDER = Path(__file__).parent / "clipboard"
PROGRAMS = ["word365", "wordonline", "gdocs", "libreoffice"]
BEFORE = (
    "<h2>Kế hoạch mở chợ đêm</h2>"
    "<p>Phường mở <strong>chợ đêm</strong> vào <em>tối thứ Bảy</em> hằng tuần, xem "
    '<a href="https://mau.example/ke-hoach?a=1&amp;b=2">kế hoạch</a>.</p>'
    "<h3>Việc cần làm</h3>"
    "<ul><li>Kẻ vạch gian hàng<ul><li>Lối đi rộng hai mét</li></ul></li><li>Lắp đèn</li></ul>"
    "<p>Các bước đăng ký:</p>"
    "<ol><li>Điền phiếu</li><li>Nộp ở bộ phận một cửa</li></ol>"
)
AFTER = "<p>Mọi góp ý xin gửi về Ủy ban.</p>"


def html_of(source):
    return "".join(to_html(piece) for piece in read_pieces(source))


@pytest.mark.parametrize("program", PROGRAMS)
def test_all_four_programs_give_the_same_clean_text(program):
    pieces = read_pieces((FOLDER / f"{program}.html").read_text())
    first, table, last = pieces
    assert to_html(first) == BEFORE
    assert isinstance(table, TableRows)
    assert [[plain_text(cell) for cell in row] for row in table.rows] == [
        ["Loại gian", "Số gian"], ["Ăn uống", "24"]
    ]  # fmt: skip
    assert to_html(last) == AFTER


def test_a_table_becomes_our_block_with_a_column_of_figures():
    table = read_pieces((FOLDER / "gdocs.html").read_text())[1]
    assert table_value(table) == {
        "columns": [
            {"type": "text", "heading": "Loại gian"},
            {"type": "number", "heading": "Số gian"},
        ],
        "rows": [{"values": ["Ăn uống", "24"]}],
    }


def test_the_form_is_given_blocks_of_the_body():
    parts = to_form(read_pieces((FOLDER / "word365.html").read_text()))
    assert [part["type"] for part in parts] == ["paragraph", "table", "paragraph"]
    assert parts[1]["state"]["table"]["columns"][0]["heading"] == "Loại gian"
    assert parts[1]["html"] == "<p>Loại gian – Số gian</p><p>Ăn uống – 24</p>"


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("<p>e\u0302\u0301</p>", "<p>ế</p>"),
        ("<p>a&nbsp;&nbsp;&nbsp;b</p><p>&nbsp;</p>", "<p>a b</p>"),
        ("<p>a\u200bb\ufeff</p>", "<p>ab</p>"),
        ("Chữ trần<br>dòng hai", "<p>Chữ trần<br/>dòng hai</p>"),
        ("<h4>Một</h4><h6>Hai</h6>", "<h2>Một</h2><h3>Hai</h3>"),
        ("<h2><b>Đậm</b></h2>", "<h2>Đậm</h2>"),
        ("<p class=MsoTitle>Tên</p><h1>Mục</h1>", "<h2>Tên</h2><h2>Mục</h2>"),
        ("<p><b>a</b><b> b</b></p>", "<p><strong>a b</strong></p>"),
        ('<p><a href="#_ftn1">[1]</a></p>', "<p>[1]</p>"),
        ('<p><a href="file:///C:/a.docx">tệp</a></p>', "<p>tệp</p>"),
        ('<p><a href="java\nscript:alert(1)">x</a></p>', "<p>x</p>"),
        ('<p><a href=" JaVaScRiPt:alert(1)">x</a></p>', "<p>x</p>"),
        ('<p><a href="mailto:a@mau.example">thư</a></p>',
         '<p><a href="mailto:a@mau.example">thư</a></p>'),
        ("<p onclick='x()'>a<script>x()</script><style>p{}</style></p>", "<p>a</p>"),
        ("<p>&lt;script&gt;</p>", "<p>&lt;script&gt;</p>"),
        ("<p><u>gạch</u> <font color=red>đỏ</font><sup>2</sup></p>", "<p>gạch đỏ2</p>"),
        ("<p><img src='file:///a.png' alt='Ảnh'></p>", ""),
        ("<p style='display:none'>ẩn</p>", ""),
        ("<ul><ul><li>Sâu ngay</li></ul></ul>", "<ul><li>Sâu ngay</li></ul>"),
        ("<ul><li>a</li></ul><ol><li>b</li></ol>", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("<table><tr><td><p>Khung</p></td></tr></table>", "<p>Khung</p>"),
        ("<blockquote><p>Lời</p></blockquote>", "<p>Lời</p>"),
        ("<div>Một<div>Hai</div>Ba</div>", "<p>Một</p><p>Hai</p><p>Ba</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_each_oddity_is_made_plain(source, clean):
    assert html_of(source) == clean


def test_a_cell_over_two_columns_leaves_an_empty_one():
    table = read_pieces(
        "<table><tr><th colspan=2>A</th></tr><tr><td>1</td><td>2</td></tr></table>"
    )[0]
    assert table.rows == [["A", ""], ["1", "2"]]


def test_a_column_with_links_keeps_them():
    source = (
        "<table><tr><td>Tên</td><td>Ở đâu</td></tr>"
        "<tr><td>A</td><td><a href='https://mau.example/'>đây</a></td></tr></table>"
    )
    value = table_value(read_pieces(source)[0])
    assert value["columns"][1]["type"] == "rich_text"
    assert value["rows"][0]["values"][1] == '<p><a href="https://mau.example/">đây</a></p>'


# --- the address the form asks ------------------------------------------------------------------
def post(user, html):
    return browser(user).post(reverse("writing_paste"), {"html": html})


def test_the_form_is_answered_and_told_of_tables(house):
    answer = post(house.author, (FOLDER / "gdocs.html").read_text()).json()
    assert [part["type"] for part in answer["parts"]] == ["paragraph", "table", "paragraph"]
    assert "1 bảng" in answer["messages"]["placed"]
    assert post(house.author, "").json() == {"parts": [], "messages": {}}


def test_a_stranger_is_not_answered(house):
    assert post(None, "<p>a</p>").status_code == 302
    assert browser(house.author).get(reverse("writing_paste")).status_code == 405


@pytest.mark.parametrize("html", ["<p>" * 5_000_001, "<div>" * 3000 + "a"])
def test_what_is_too_much_is_refused(house, html):
    assert post(house.author, html).status_code == 400


def test_who_writes_nowhere_has_nothing_cleaned(house):
    answer = browser(house.reporter).post(reverse("writing_paste"), {"html": "<p>Chữ</p>"})
    assert answer.status_code == 302


@pytest.mark.parametrize("html", ["<p>x{}x</p>", "<p>x{}</p>", "<p>{}x</p>"])
def test_a_wall_of_breaks_costs_no_more_than_its_length(html):
    """Ten times the time a slow machine needs; it took minutes when ends were searched for."""
    started = time.perf_counter()
    read_pieces(html.format("<br>" * 60_000))
    assert time.perf_counter() - started < 20
