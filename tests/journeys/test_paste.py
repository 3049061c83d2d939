"""Pasting real clipboards into the editor: what our blocks can hold stays, nothing else."""

import json
from pathlib import Path

import pytest

from tests.journeys.editors import add_paragraph, enter, new_article, stream

pytestmark = pytest.mark.browser
__all__ = ["enter"]

FOLDER = Path(__file__).resolve().parents[1] / "writing" / "clipboard"
BEFORE = [
    ("header-two", 0, "Kế hoạch mở chợ đêm"),
    ("unstyled", 0, "Phường mở chợ đêm vào tối thứ Bảy hằng tuần, xem kế hoạch."),
    ("header-three", 0, "Việc cần làm"),
    ("unordered-list-item", 0, "Kẻ vạch gian hàng"),
    ("unordered-list-item", 1, "Lối đi rộng hai mét"),
    ("unordered-list-item", 0, "Lắp đèn"),
    ("unstyled", 0, "Các bước đăng ký:"),
    ("ordered-list-item", 0, "Điền phiếu"),
    ("ordered-list-item", 0, "Nộp ở bộ phận một cửa"),
]
AFTER = [("unstyled", 0, "Mọi góp ý xin gửi về Ủy ban.")]


def lines(value):
    """Kind, depth and words of each line of a rich text as the form holds it."""
    content = json.loads(value)
    return [(b["type"], b["depth"], b["text"]) for b in content["blocks"]], content


def paste(page, editor, html):
    """As a person does, from the clipboard of the system."""
    page.evaluate(
        """async (html) => navigator.clipboard.write([new ClipboardItem({
            'text/html': new Blob([html], { type: 'text/html' }),
            'text/plain': new Blob(['chữ trần'], { type: 'text/plain' }),
        })])""",
        html,
    )
    editor.click()
    page.keyboard.press("Control+v")


@pytest.fixture
def article(enter, portal):
    page = enter("cong-tac-vien")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=portal)
    new_article(page, portal)
    return page


@pytest.mark.parametrize("program", ["word365", "wordonline", "gdocs", "libreoffice"])
def test_text_and_table_of_each_program_arrive_and_nothing_else(article, program):
    paste(article, add_paragraph(article), (FOLDER / f"{program}.html").read_text())
    article.get_by_text("bảng nằm ở khối riêng").wait_for()
    article.wait_for_function("""() => JSON.stringify(window.wagtail.editHandler
        .getPanelByName('body').getBoundWidget().getValue()).includes('một cửa')""")
    first, table, last, _opened_with = stream(article)
    found, content = lines(first["value"])
    assert found == BEFORE
    assert sorted(mark["style"] for b in content["blocks"] for mark in b["inlineStyleRanges"]) == [
        "BOLD", "ITALIC"
    ]  # fmt: skip
    links = [(e["type"], e["data"]["url"]) for e in content["entityMap"].values()]
    assert links == [("LINK", "https://mau.example/ke-hoach?a=1&b=2")]
    assert table["value"]["table"]["rows"] == [{"values": ["Ăn uống", "24"]}]
    assert [c["heading"] for c in table["value"]["table"]["columns"]] == ["Loại gian", "Số gian"]
    assert lines(last["value"])[0] == AFTER


def test_a_pasted_article_is_kept_as_a_draft_with_its_table(article, portal):
    article.fill("[name=title]", "Bài dán từ Word")
    paste(article, add_paragraph(article), (FOLDER / "word365.html").read_text())
    article.get_by_text("bảng nằm ở khối riêng").wait_for()
    article.locator("[name$='-caption']").first.fill("Số gian theo loại")
    article.keyboard.press("Control+s")
    article.wait_for_url("**/edit/")
    article.reload()
    article.wait_for_function("window.wagtail?.editHandler")
    kinds = [block["type"] for block in stream(article)]
    assert kinds == ["paragraph", "table", "paragraph", "paragraph"], "the last is still empty"


def test_without_the_server_the_words_still_arrive(article):
    article.route("**/soan-bai/dan/", lambda route: route.abort())
    paste(article, add_paragraph(article), "<p>Chữ <b>vẫn</b> tới</p>")
    article.get_by_text("Chữ vẫn tới").wait_for()


def test_what_was_copied_in_the_editor_itself_goes_its_own_way(article):
    asked = []
    article.on("request", lambda request: asked.append(request.url))
    editor = add_paragraph(article)
    editor.click()
    article.keyboard.type("Chép trong bài.")
    for keys in ("Control+a", "Control+c", "End", "Control+v"):
        article.keyboard.press(keys)
    article.get_by_text("Chép trong bài.Chép trong bài.").wait_for()
    assert not [url for url in asked if "soan-bai/dan" in url]
