"""What proofing finds in a page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from proofing.models import OfficialName
from proofing.passages import passages
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.proofing import OfficialNameFactory


@pytest.fixture
def column(home):
    OfficialName.objects.all().delete()
    return ColumnPageFactory()


def with_text(page, html):
    page.body = page.body.stream_block.to_python([{"type": "paragraph", "value": html}])
    return page


def bad(page):
    return {found.text: found for found in page.checklist() if not found.good}


def test_texts_of_title_sapo_body_fields_and_rows_are_read_and_addresses_are_not(home):
    story = with_text(StoryPageFactory(quote="Vui lắm"), "<h2>Đầu</h2><p>Thân</p>")
    story.search_description = "máy đọc"
    story.results.create(label="Số hộ", value="8", source="Tổ hợp tác")
    story.source_url = "https://bao.example/bai"
    read = [passage.text for passage in passages(story)]
    assert {story.title, story.sapo, "Vui lắm", "Đầu\nThân", "Số hộ"} <= set(read)
    assert not {"máy đọc", "https://bao.example/bai"} & set(read)


def test_slips_are_gathered_by_kind_with_the_words_around_and_the_field(column):
    page = with_text(ArticlePageFactory(parent=column), "<p>Bà con , ai  cũng  vui</p>")
    found = bad(page)
    assert found["Khoảng trắng thừa:"].figure == "2 chỗ"
    assert "“Bà con , ai cũng  vui” (Đoạn văn)" not in found["Khoảng trắng thừa:"].hint
    assert found["Dấu cách đứng trước dấu câu:"].hint.startswith("Viết liền dấu câu")
    assert "(Đoạn văn)" in found["Dấu cách đứng trước dấu câu:"].hint
    assert not any(line.blocking for line in found.values())


def test_a_name_out_of_the_glossary_is_pointed_out(column):
    OfficialNameFactory()
    page = with_text(ArticlePageFactory(parent=column), "<p>Trung tâm dịch vụ tổng hợp mở lớp.</p>")
    assert list(bad(page)) == [
        "Viết “Trung tâm Dịch vụ tổng hợp”, không viết “Trung tâm dịch vụ tổng hợp”:"
    ]


def test_links_to_what_is_gone_and_to_what_no_reader_opens(column):
    draft = ArticlePageFactory(parent=column, live=False, title="Bài còn nháp ở nhà")
    fine = ArticlePageFactory(parent=column)
    html = (
        f'<p><a linktype="page" id="{draft.pk}">một</a> <a id="{fine.pk}" linktype="page">hai</a> '
        '<a linktype="page" id="999999">ba</a> <a linktype="document" id="999999">bốn</a></p>'
    )
    found = bad(with_text(ArticlePageFactory(parent=column), html))
    assert found["Liên kết hỏng:"].figure == "2 liên kết"
    hint = found["Liên kết tới trang chưa đăng hoặc đã gỡ:"].hint
    assert "“Bài còn nháp ở nhà”" in hint


def queries(page):
    page = type(page).objects.get(pk=page.pk)
    with CaptureQueriesContext(connection) as captured:
        page.checklist()
    return len(captured)


def test_the_checklist_costs_the_same_queries_at_one_link_and_at_thirty(column):
    pages = [ArticlePageFactory(parent=column) for _ in range(30)]
    links = [f'<a linktype="page" id="{page.pk}">x</a>' for page in pages]
    few, many = (ArticlePageFactory(parent=column) for _ in range(2))
    with_text(few, f"<p>{links[0]}</p>").save()
    with_text(many, f"<p>{' '.join(links)}</p>").save()
    assert queries(few) == queries(many) <= 20
