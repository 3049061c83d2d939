"""The page chooser: by kind, newest first, found without marks."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.news import ArticlePageFactory, StoryPageFactory
from tests.factories.showcase import ProductPageFactory, StartupPageFactory
from tests.factories.workflow import browser

BROWSE, CHILD = "wagtailadmin_choose_page", "wagtailadmin_choose_page_child"
SEARCH = "wagtailadmin_choose_page_search"


@pytest.fixture
def pages(house):
    """One of several kinds, each saved a day after the one before."""
    maker = StartupPageFactory(title="Tổ dệt Bản Mạ")
    made = [
        ArticlePageFactory(parent=house.column, title="Chợ đêm mở cửa"),
        ArticlePageFactory(parent=house.column_b, title="Quy định mới"),
        StoryPageFactory(title="Chuyện chợ"),
        maker,
        ProductPageFactory(parent=maker, title="Khăn dệt"),
    ]
    now = timezone.now()
    for number, page in enumerate(made):
        when = now + timedelta(days=number)
        type(page).objects.filter(pk=page.pk).update(latest_revision_created_at=when)
    return made


def listed(user, name=BROWSE, args=(), **query):
    """The titles a chooser shows, in order, without the page above them."""
    answer = browser(user).get(reverse(name, args=args), query)
    assert answer.status_code == 200
    context = answer.context
    return [page.title for page in context.get("pagination_page") or context["pages"]]


def choices(user, **query):
    html = browser(user).get(reverse(BROWSE), query).json()["html"]
    return [word for word in ("Mới nhất", "Tin tức", "Câu chuyện", "Sự kiện", "Cây trang")
            if f">{word}</a>" in html]  # fmt: skip


def test_it_opens_with_the_newest_pages_of_all_kinds(house, pages):
    assert listed(house.author)[:5] == [page.title for page in reversed(pages)]


def test_a_kind_is_listed_across_the_tree_newest_first(house, pages):
    assert listed(house.author, loai="tin-tuc") == ["Quy định mới", "Chợ đêm mở cửa"]
    assert listed(house.author, loai="san-pham") == ["Khăn dệt"]


def test_what_is_listed_says_where_it_stands(house, pages):
    html = browser(house.author).get(reverse(BROWSE), {"loai": "san-pham"}).json()["html"]
    assert "Tổ dệt Bản Mạ" in html


def test_words_are_found_without_marks_within_a_kind_or_all(house, pages):
    assert listed(house.author, SEARCH, q="cho") == ["Chuyện chợ", "Chợ đêm mở cửa"]
    assert listed(house.author, SEARCH, q="CHO", loai="tin-tuc") == ["Chợ đêm mở cửa"]
    assert listed(house.author, SEARCH, q="không có đâu") == []


def test_the_tree_is_still_there(house, pages):
    assert "Tin tức" in listed(
        house.author, CHILD, args=[house.column.get_parent().get_parent().pk]
    )
    assert listed(house.author, loai="cay") != listed(house.author)


def test_a_chooser_for_one_type_offers_nothing_else(house, pages):
    query = {"page_type": "news.ArticlePage"}
    assert choices(house.author, **query) == ["Mới nhất", "Cây trang"]
    assert listed(house.author, **query) == ["Quy định mới", "Chợ đêm mở cửa"]
    assert listed(house.author, SEARCH, q="chuyen", **query) == []
    assert listed(house.author, loai="cau-chuyen", **query) == listed(house.author, **query)


def test_a_chooser_for_two_types_offers_their_kinds(house, pages):
    query = {"page_type": "showcase.StartupPage,showcase.ProductPage"}
    assert listed(house.author, **query) == ["Khăn dệt", "Tổ dệt Bản Mạ"]
    html = browser(house.author).get(reverse(BROWSE), query).json()["html"]
    assert "loai=san-pham" in html
    assert "loai=tin-tuc" not in html


def test_where_a_page_is_moved_or_copied_to_the_tree_is_walked(house, pages):
    assert choices(house.admin, user_perms="move_to") == []


def test_nonsense_for_a_type_is_not_found(house):
    assert browser(house.author).get(reverse(BROWSE), {"page_type": "gì.đó"}).status_code == 404


def test_a_kind_stays_chosen_on_the_next_leaf(house):
    for number in range(30):
        ArticlePageFactory(parent=house.column, title=f"Bài {number}")
    html = browser(house.author).get(reverse(BROWSE), {"loai": "tin-tuc"}).json()["html"]
    assert "p=2" in html
    assert len(listed(house.author, loai="tin-tuc", p=2)) == 5
