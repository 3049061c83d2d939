"""Prompts left over in a text."""

import pytest

from planning import registry
from planning.models import PieceTemplate
from planning.places import page_types
from planning.prompts import unanswered
from planning.services import seed_templates
from planning.starting import Start, _start, fill
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory


@pytest.fixture
def article(home):
    return ArticlePageFactory(parent=ColumnPageFactory(), sapo="Xong.")


def test_prompts_are_found_in_every_field_and_block_once_each(article):
    article.sapo = "[Ai làm gì, ở đâu.] Rồi [Ai làm gì, ở đâu.]"
    article.body = [
        ("paragraph", "<h2>Chuyện gì</h2><p>[Kể <b>ba câu</b> thôi.]</p>"),
        ("steps", {"title": "", "items": [{"title": "[Việc đầu tiên]", "text": ""}]}),
    ]
    assert unanswered(article) == ["[Ai làm gì, ở đâu.]", "[Kể ba câu thôi.]", "[Việc đầu tiên]"]


def test_prompts_are_found_in_rows_of_their_own(home):
    story = StoryPageFactory()
    story.results.create(label="[Đo cái gì ở đây]", value="3")
    assert unanswered(story) == ["[Đo cái gì ở đây]"]


@pytest.mark.parametrize("text", ["Xem [1].", "Ông nói [sic] thế.", "[ảnh]", "Không có gì."])
def test_other_brackets_are_no_prompts(article, text):
    article.body = [("paragraph", f"<p>{text}</p>")]
    assert unanswered(article) == []


def test_an_address_in_a_link_is_no_prompt(article):
    article.body = [("paragraph", '<p><a href="https://mau.example/?a[x y z w q]=1">đây</a></p>')]
    assert unanswered(article) == []


def test_every_template_of_the_code_leads_the_writer_and_is_found_again(home):
    assert seed_templates() == len(registry.pieces()) >= 5
    for template in PieceTemplate.objects.all():
        (model,) = page_types(template.kind)
        page = model(title="Thử")
        _start.set(Start(template=template))
        fill(page)
        assert page.sapo == template.sapo
        assert len(unanswered(page)) >= 5, template.key
        page.body.stream_block.clean(page.body)
        assert "<h2>" in str(page.body.raw_data[0]) or template.key == "tin-hoat-dong"


def test_a_template_staff_changed_is_never_written_over(db):
    seed_templates()
    template = PieceTemplate.objects.get(key="cach-lam-hay")
    template.name = "Cách hay trong tổ"
    template.save()
    assert seed_templates() == 0
    template.refresh_from_db()
    assert template.name == "Cách hay trong tổ"


def test_the_checklist_names_prompts_that_were_left_and_does_not_stop_for_them(article):
    article.sapo = "[Ai làm gì, ở đâu, được gì] và phần còn lại."
    [found] = [line for line in article.checklist() if line.text.startswith("Lời nhắc")]
    assert (found.figure, found.good, found.blocking) == ("1 chỗ", False, False)
    assert "[Ai làm gì, ở đâu, được gì]" in found.hint
