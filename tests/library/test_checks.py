"""Legal documents a page speaks of."""

import pytest

from library.checks import mentions
from library.models.legal import Effect
from tests.factories.library import LegalDocumentPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("theo Kế hoạch số 209/KH-UBND ngày 15/05/2026", ["209/KH-UBND"]),
        ("Nghị định 224/2026/NĐ-CP và Luật 148/2025/QH15", ["224/2026/NĐ-CP", "148/2025/QH15"]),
        ("Công văn 3542/BKHCN-PTTTDN", ["3542/BKHCN-PTTTDN"]),
        ("kế hoạch 209/kh-ubnd, 209 / KH-UBND", ["209/kh-ubnd", "209 / KH-UBND"]),
        ("ngày 27/11, 8/10 điểm, 2026/2027, 24/7, 5/12/2026", []),
        ("điện thoại 0209 3870 123, giá 15/kg", []),
    ],
)
def test_numbers_are_told_from_days_and_prices(text, numbers):
    assert mentions(text) == numbers


@pytest.fixture
def article(home):
    def make(text):
        page = ArticlePageFactory(parent=ColumnPageFactory())
        page.body = page.body.stream_block.to_python(
            [{"type": "paragraph", "value": f"<p>{text}</p>"}]
        )
        return page

    return make


def bad(page):
    return {found.text: found for found in page.checklist() if not found.good}


def test_a_number_written_crookedly_is_named(article):
    found = bad(article("Theo Kế hoạch 209 /kh-ubnd của tỉnh"))
    assert found["Số hiệu văn bản viết chưa đúng:"].figure == "1 số"


def test_a_document_of_the_library_wants_its_link_and_is_content_once_it_has_it(article):
    document = LegalDocumentPageFactory(number="209/KH-UBND")
    page = article("Theo Kế hoạch 209/KH-UBND của tỉnh")
    assert "Văn bản có trong thư viện mà chưa gắn vào bài:" in bad(page)
    page.legal_references = [document]
    assert bad(page) == {}
    linked = article(f'Theo <a linktype="page" id="{document.pk}">Kế hoạch 209/KH-UBND</a>')
    assert bad(linked) == {}


def test_a_document_the_library_does_not_know_and_one_no_longer_in_force(article):
    assert "Văn bản chưa có trong thư viện:" in bad(article("Theo 42/2022/NĐ-CP"))
    document = LegalDocumentPageFactory(number="42/2022/NĐ-CP", effect=Effect.EXPIRED)
    page = article("Theo 42/2022/NĐ-CP")
    page.legal_references = [document]
    found = bad(page)
    assert list(found) == ["Dẫn văn bản đã hết hiệu lực:"]
    assert "42/2022/NĐ-CP" in found["Dẫn văn bản đã hết hiệu lực:"].hint
