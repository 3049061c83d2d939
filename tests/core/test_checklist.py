"""What an approver looks at first."""

import pytest
from django.utils import timezone

from core import checklist
from core.checklist import find, hindrances
from core.models.syndicated import Rights
from tests.factories.library import make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory


@pytest.fixture
def column(home):
    return ColumnPageFactory()


def lines(page):
    return [(finding.text, finding.figure, finding.good) for finding in page.checklist()]


def texts(page):
    return [finding.text for finding in page.checklist()]


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
        parent=column,
        lead_image=image,
        lead_alt=alt,
        lead_decorative=decorative,
        lead_credit="Ảnh: Lan",
    )
    [(text, figure, is_good)] = lines(page)
    assert text == "Ảnh có chữ thay thế:"
    assert (figure, is_good) == (f"{int(good)} trên 1", good)


def test_pictures_of_the_body_count_too(column):
    image = make_image(credit="Ảnh: Lan")
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


# --- title, sapo, credit, people, source ------------------------------------------------------
@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Chữ " * 31, "Tiêu đề dài:"),
        ("Tin vui", "Tiêu đề quá ngắn"),
        ("HỢP TÁC XÃ BẢN MỚI MỞ HÀNG", "Tiêu đề viết hoa toàn bộ"),
        ("Hợp tác xã Bản Mới mở hàng.", "Tiêu đề có dấu chấm cuối"),
    ],
)
def test_a_title_is_a_sentence_of_some_length_without_its_full_stop(column, title, words):
    assert words in texts(ArticlePageFactory(parent=column, title=title))


def test_a_sapo_has_thirty_to_sixty_syllables(column):
    assert "Sapo ngắn:" in texts(ArticlePageFactory(parent=column, sapo="Ba tiếng thôi."))
    assert "Sapo dài:" in texts(ArticlePageFactory(parent=column, sapo="tiếng " * 61))
    assert texts(ArticlePageFactory(parent=column, sapo="tiếng " * 60)) == []


def test_a_picture_without_credit_is_named_and_does_not_block(column):
    page = ArticlePageFactory(parent=column, lead_image=make_image())
    [found] = [finding for finding in page.checklist() if not finding.good]
    assert (found.text, found.figure, found.blocking) == ("Ảnh chưa ghi nguồn:", "1 ảnh", False)


@pytest.mark.parametrize("place", ["lead_image", "body"])
def test_a_face_nobody_asked_keeps_the_page_from_being_sent(column, place):
    image = make_image(credit="Ảnh: Lan")
    type(image).objects.filter(pk=image.pk).update(people="unknown", title="Chợ sớm")
    image.refresh_from_db()
    if place == "lead_image":
        page = ArticlePageFactory(parent=column, lead_image=image)
    else:
        page = with_pictures(ArticlePageFactory(parent=column), (image, "Chợ", False))
    [found] = hindrances(page)
    assert (found.field, found.blocking) == (place, True)
    assert "“Chợ sớm”" in found.hint


def test_a_text_of_somebody_else_names_its_source_or_is_not_sent(column):
    page = ArticlePageFactory(parent=column, rights=Rights.NONE)
    assert [found.field for found in hindrances(page)] == ["source_name"]
    page.source_name = "Báo của tỉnh"
    assert hindrances(page) == []
    linked = ArticlePageFactory(parent=column, source_url="https://bao.example/bai")
    assert texts(linked) == ["Có liên kết bài gốc mà chưa ghi tên nguồn"]
    assert hindrances(linked) == []


def test_what_blocks_stands_first_and_what_is_well_last(column):
    image = make_image(credit="Ảnh: Lan")
    page = ArticlePageFactory(parent=column, lead_image=image, sapo="", rights=Rights.NONE)
    assert texts(page) == [
        "Bài của bên khác mà chưa ghi nguồn",
        "Chưa có sapo",
        "Ảnh có chữ thay thế:",
    ]


def test_rooms_above_add_what_they_can_judge(column, monkeypatch):
    monkeypatch.setattr(checklist, "_checks", [])
    page = ArticlePageFactory(parent=column)
    for _twice in range(2):
        checklist.register(one_more)
    assert texts(page) == ["Thêm một điều"]


def one_more(page):
    """A check of a room above."""
    yield checklist.Finding("Thêm một điều", good=False)


# --- a title that is there already ---------------------------------------------------------------
def namesakes(page):
    return [finding.hint for finding in page.checklist() if finding.text == "Tiêu đề đã có"]


@pytest.mark.parametrize(
    ("other", "live", "words"),
    [
        ("Mở lớp dệt cho thợ trẻ", True, "Trùng với một trang đã đăng."),
        ("MO LOP DET  cho thợ trẻ", False, "Trùng với một bản nháp."),
    ],
)
def test_a_second_page_of_the_same_title_is_named(column, other, live, words):
    ArticlePageFactory(parent=column, title=other, slug="kia", live=live)
    page = ArticlePageFactory(parent=column, title="Mở lớp dệt cho thợ trẻ", slug="nay")
    assert len(namesakes(page)) == 1
    assert namesakes(page)[0].startswith(words)
    assert not [finding for finding in hindrances(page) if finding.text == "Tiêu đề đã có"]


def test_neither_a_longer_title_nor_what_was_withdrawn_nor_another_kind_is_the_same(column):
    title = "Mở lớp dệt cho thợ trẻ"
    ArticlePageFactory(parent=column, title=f"{title} ở tổ 3", slug="a")
    ArticlePageFactory(parent=column, title=title, slug="b", withdrawn_at=timezone.now())
    StoryPageFactory(title=title, slug="c")
    assert namesakes(ArticlePageFactory(parent=column, title=title, slug="d")) == []


def test_looking_for_the_same_title_takes_one_query(column, django_assert_num_queries):
    for number in range(12):
        ArticlePageFactory(parent=column, title="Mở lớp dệt cho thợ trẻ", slug=f"lop-{number}")
    page = ArticlePageFactory(parent=column, title="Mở lớp dệt cho thợ trẻ", slug="nay")
    with django_assert_num_queries(1):
        assert len(list(checklist.same_title(page))) == 1
