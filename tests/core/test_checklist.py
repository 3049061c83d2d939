"""What an approver looks at first."""

import pytest

from core.checklist import find
from tests.factories.library import make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory


@pytest.fixture
def column(home):
    return ColumnPageFactory()


def lines(page):
    return [(finding.text, finding.figure, finding.good) for finding in page.checklist()]


def with_pictures(page, *pictures):
    """Pictures in the body: (image, alternative text, decorative)."""
    block = page.body.stream_block
    rows = [
        {
            "type": "image",
            "value": {
                "image": {"image": image.pk, "alt_text": alt, "decorative": decorative},
                "caption": "",
                "credit": "",
            },
        }
        for image, alt, decorative in pictures
    ]
    page.body = block.to_python(rows)
    return page


def test_a_page_without_pictures_and_with_sapo_raises_nothing(column):
    assert lines(ArticlePageFactory(parent=column)) == []


def test_a_missing_sapo_is_named_but_not_of_a_list(column):
    assert lines(ArticlePageFactory(parent=column, sapo="")) == [("Chưa có sapo", "", False)]
    assert find(column) == []


@pytest.mark.parametrize(
    ("alt", "decorative", "good"),
    [("Giàn miến", False, True), ("", True, True), ("", False, False)],
)
def test_the_lead_picture_has_words_or_is_decoration(column, alt, decorative, good):
    image = make_image(alt="")
    page = ArticlePageFactory(
        parent=column, lead_image=image, lead_alt=alt, lead_decorative=decorative
    )
    [(text, figure, is_good)] = lines(page)
    assert text == "Ảnh có chữ thay thế:"
    assert (figure, is_good) == (f"{int(good)} trên 1", good)


def test_pictures_of_the_body_count_too(column):
    image = make_image()
    page = with_pictures(
        ArticlePageFactory(parent=column, lead_image=image),
        (image, "Chị Mai bên khung cửi", False),
        (image, "", True),
        (image, "", False),
    )
    [(_text, figure, good)] = lines(page)
    assert (figure, good) == ("3 trên 4", False)


def test_a_story_says_whether_its_people_agreed_and_names_figures_without_source(home):
    from news.models import StoryPerson

    story = StoryPageFactory()
    StoryPerson.objects.create(story=story, name="Hoàng Thị Mai", consented=True)
    StoryPerson.objects.create(story=story, name="Lý Văn Pao")
    first, *_rest = story.checklist()
    assert (first.figure, first.good) == ("1 trên 2", False)
