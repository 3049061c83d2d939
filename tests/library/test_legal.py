"""The library of legal documents."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import PageViewRestriction

from library.models import DocumentRelation, LegalDocumentPage, LegalFile
from library.models.legal import Effect
from tests.factories.core import TopicFactory
from tests.factories.library import DocumentFactory, LegalDocumentPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory


def html_of(client, page):
    return client.get(page.url).content.decode()


def relate(page, kind, target=None, number=""):
    page.relations.add(DocumentRelation(kind=kind, target=target, number=number))
    page.save()


# --- number, address, order ---------------------------------------------------------------------
@pytest.mark.parametrize(
    ("number", "slug"),
    [("209/KH-UBND", "209-kh-ubnd"), ("224/2026/NĐ-CP", "224-2026-nd-cp"), ("08/QĐ-TTg", None)],
)
def test_the_address_of_a_document_is_its_number(home, client, number, slug):
    if slug is None:
        page = LegalDocumentPageFactory.build(number=number, path="x", slug="x", title="x")
        with pytest.raises(ValidationError, match="209/KH-UBND"):
            page.clean_fields()
        return
    page = LegalDocumentPageFactory(number=number)
    assert page.slug == slug
    assert client.get(f"/van-ban/{slug}/").status_code == 200


def test_two_documents_of_one_number_have_two_addresses(home):
    one, two = (LegalDocumentPageFactory(number="209/KH-UBND") for _ in range(2))
    assert one.slug != two.slug
    assert two.slug.startswith("209-kh-ubnd")


def test_a_document_without_a_number_takes_its_address_from_the_title(home, client):
    page = LegalDocumentPageFactory(number="", title="Hướng dẫn đăng ký nhãn hiệu")
    assert page.slug == "huong-dan-dang-ky-nhan-hieu"
    assert page.number_sort == 0
    assert client.get(page.url).status_code == 200


def test_the_newest_comes_first_and_of_one_day_the_highest_number(home):
    day = datetime.date
    for number, issued in [("9/KH-UBND", day(2026, 5, 15)), ("100/KH-UBND", day(2026, 5, 15)),
                           ("20/KH-UBND", day(2026, 5, 15)), ("1/KH-UBND", day(2026, 6, 1)),
                           ("999/KH-UBND", day(2025, 1, 1))]:  # fmt: skip
        LegalDocumentPageFactory(number=number, issued_on=issued)
    listed = LegalDocumentPage.objects.visible().latest_first().values_list("number_sort")
    assert [row[0] for row in listed] == [1, 100, 20, 9, 999]


def test_a_document_is_filed_under_the_year_it_was_issued(home, client):
    old = LegalDocumentPageFactory(issued_on=datetime.date(2019, 12, 31), title="Nghị quyết cũ")
    LegalDocumentPageFactory(title="Kế hoạch mới")
    assert old.year == 2019
    html = client.get("/van-ban/?nam=2019").content.decode()
    assert "Nghị quyết cũ" in html
    assert "Kế hoạch mới" not in html


# --- listing ------------------------------------------------------------------------------------
def test_the_listing_is_narrowed_by_kind_effect_topic_and_words(home, client):
    topic = TopicFactory(name="Sở hữu trí tuệ")
    LegalDocumentPageFactory(title="Văn bản một", doc_kind="luat", number="1/QH")
    LegalDocumentPageFactory(title="Văn bản hai", effect="expired", number="2/QH")
    LegalDocumentPageFactory(title="Văn bản ba", primary_topic=topic, number="345/QH")
    LegalDocumentPageFactory(title="Văn bản kín", number="345/KIN", live=False)
    for query, only in [("dang=luat", "một"), ("hieu-luc=expired", "hai"), ("q=345", "ba"),
                        (f"chu-de={topic.slug}", "ba"), ("q=van+ban+hai", "hai")]:  # fmt: skip
        html = client.get(f"/van-ban/?{query}").content.decode()
        shown = [
            word for word in ("một", "hai", "ba", "kín") if f"Văn bản {word}</a>" in plain(html)
        ]
        assert shown == [only], query


def plain(html):
    return html.replace("<mark>", "").replace("</mark>", "")


def test_the_number_of_queries_is_the_same_for_ten_documents_and_for_fifty(
    home, client, django_assert_max_num_queries
):
    def queries():
        client.get("/van-ban/")
        with django_assert_max_num_queries(100) as captured:
            assert client.get("/van-ban/").status_code == 200
        return len(captured)

    LegalDocumentPageFactory.create_batch(10)
    few = queries()
    LegalDocumentPageFactory.create_batch(40)
    assert queries() == few


# --- one document -------------------------------------------------------------------------------
@pytest.mark.parametrize(("effect", "label"), Effect.choices)
def test_page_and_listing_say_in_words_whether_it_is_in_force(home, client, effect, label):
    page = LegalDocumentPageFactory(effect=effect, verified=True, title="Văn bản này")
    classes = {"in_force": "ok", "partly": "part", "expired": "no", "not_yet": "soon"}
    mark = f'class="eff {classes.get(effect, "")}">{label}</p>'
    assert mark in html_of(client, page)
    assert mark in client.get("/van-ban/").content.decode()


def test_what_was_not_compared_with_the_original_says_so_everywhere(home, client):
    page = LegalDocumentPageFactory(verify_note="Số hiệu chép từ báo, chờ bản gốc.")
    assert "Chưa kiểm chứng." in html_of(client, page)
    assert "Số hiệu chép từ báo" in html_of(client, page)
    assert "chưa kiểm chứng" in client.get("/van-ban/").content.decode()
    page.verified = True
    page.save()
    assert "hưa kiểm chứng" not in html_of(client, page)
    assert "hưa kiểm chứng" not in client.get("/van-ban/").content.decode()


def test_dates_files_and_signer_are_shown_as_the_country_writes_them(home, client):
    page = LegalDocumentPageFactory(
        signer="Người Ký Mẫu", effective_from=datetime.date(2026, 7, 1), summary="Dễ <b>hiểu</b>"
    )
    page.files.add(LegalFile(document=DocumentFactory(title="Toàn văn")))
    page.save()
    html = html_of(client, page)
    for words in ("15/05/2026", "01/07/2026", "Người Ký Mẫu", "Toàn văn", "PDF", "&lt;b&gt;hiểu"):
        assert words in html
    assert f'href="{page.files.first().document.url}"' in html


# --- relations ----------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", DocumentRelation.Kind.values)
def test_a_relation_is_told_on_both_pages(home, client, kind):
    old, new = LegalDocumentPageFactory(title="Bản cũ"), LegalDocumentPageFactory(title="Bản mới")
    relate(new, kind, old)
    forward = str(DocumentRelation.Kind(kind).label)
    backward = str(DocumentRelation.BACKWARD[kind])
    assert forward in html_of(client, new)
    assert f'href="{old.url}">{old.code}' in html_of(client, new)
    assert backward in html_of(client, old)
    assert f'href="{new.url}">{new.code}' in html_of(client, old)


def hide_draft(page):
    page.unpublish()


def hide_expired(page):
    page.expire_at = timezone.now() - datetime.timedelta(seconds=1)
    page.save()


def hide_private(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("hide", [hide_draft, hide_expired, hide_private])
def test_a_hidden_document_is_named_on_neither_side(home, client, hide):
    hidden = LegalDocumentPageFactory(number="7777/KH-KIN")
    above, below = LegalDocumentPageFactory(), LegalDocumentPageFactory()
    relate(above, "replaces", hidden)
    relate(hidden, "replaces", below)
    hide(hidden)
    for page in (above, below):
        html = html_of(client, page)
        assert "7777" not in html
        assert "Liên quan" not in html


def test_a_document_outside_the_library_is_named_by_its_number(home, client):
    page = LegalDocumentPageFactory()
    relate(page, "based_on", number="18/2026/NĐ-CP")
    assert "18/2026/NĐ-CP" in html_of(client, page)
    with pytest.raises(ValidationError, match="Chọn một văn bản"):
        DocumentRelation(page=page, kind="based_on").clean()


def test_articles_that_explain_it_are_listed_and_drafts_are_not(home, client):
    page, column = LegalDocumentPageFactory(), ColumnPageFactory()
    for title, live in (("Hiểu kế hoạch trong năm phút", True), ("Bài còn viết dở", False)):
        article = ArticlePageFactory(parent=column, title=title, live=live)
        article.legal_references.set([page])
        article.save()
    html = html_of(client, page)
    assert "Hiểu kế hoạch trong năm phút" in html
    assert "Bài còn viết dở" not in html
