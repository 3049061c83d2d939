"""The plain search."""

import pytest
from django.core.exceptions import ValidationError

from search.models import Synonym
from tests.factories.library import LegalDocumentPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.factories.search import SynonymFactory


def text(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def article(home):
    return ArticlePageFactory(parent=ColumnPageFactory(), title="Tổ hợp tác nấu rượu men lá")


@pytest.mark.parametrize("q", ["ruou men la", "RƯỢU", "to+hop+tac", "r%C6%B0%E1%BB%A3u"])
def test_it_finds_with_and_without_marks(client, article, q):
    assert article.url in text(client, f"/tim-kiem/?q={q}")


def test_nothing_asked_shows_ways_and_nothing_found_says_so(client, article):
    assert "có dấu hay không dấu" in text(client, "/tim-kiem/")
    html = text(client, "/tim-kiem/?q=khongcogi")
    assert "Chưa có mục nào cho “khongcogi”" in html


def test_filters_narrow_by_kind(client, article):
    LegalDocumentPageFactory(title="Kế hoạch về rượu men lá", number="9/KH-UBND")
    html = text(client, "/tim-kiem/?q=ruou&loai=van-ban")
    assert "9-kh-ubnd" in html
    assert article.url not in html


def test_what_was_typed_comes_back_as_text(client, article):
    html = text(client, "/tim-kiem/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in html


def test_documents_are_found_by_their_number(client, home):
    document = LegalDocumentPageFactory(number="209/KH-UBND")
    assert document.url in text(client, "/tim-kiem/?q=209/KH-UBND")


def test_only_reading_methods_are_taken(client, article):
    assert client.post("/tim-kiem/").status_code == 405


def test_a_synonym_needs_two_words(db):
    assert SynonymFactory(words="ĐMST, đổi mới  sáng tạo, ĐMST").terms[0] == "ĐMST"
    with pytest.raises(ValidationError):
        Synonym(words="một").clean()
