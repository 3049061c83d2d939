"""Addresses of pages: no page ever stands in the way of a route of the site."""

import pytest
from django.urls import reverse

from core.slugs import FUTURE_ROUTES, reserved_words, unused
from home.models import StandardPage
from news.models import ArticlePage
from tests.factories.accounts import UserFactory
from tests.factories.core import TopicFactory
from tests.factories.home import StandardPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.factories.workflow import fresh, make_house, post_edit


@pytest.fixture
def admin_client(client, home):
    client.force_login(UserFactory(is_superuser=True))
    return client


def new_page(client, parent, model, **data):
    """Ask the admin for a new draft with these fields."""
    name = f"{model._meta.app_label}/{model._meta.model_name}"
    form = {"title": "Trang", "slug": "trang", "sapo": "", "body-count": "0", "tags": "", **data}
    form |= {"rights": "theo-trang", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    form |= {"corrections-TOTAL_FORMS": "0", "corrections-INITIAL_FORMS": "0"}
    return client.post(f"/admin/pages/add/{name}/{parent.pk}/", form)


@pytest.mark.parametrize("slug", ["tim-kiem", "admin", "menu", "healthz", "hoa-tiet", "nhung"])
def test_an_editor_who_asks_for_a_reserved_address_is_told_so(admin_client, home, slug):
    answer = new_page(admin_client, home, StandardPage, slug=slug)
    assert answer.status_code == 200
    assert f"Địa chỉ “{slug}” dành riêng cho hệ thống" in answer.content.decode()
    assert not StandardPage.objects.exists()


def test_an_address_typed_in_capitals_is_kept_in_small_letters(admin_client, home):
    column = ColumnPageFactory()
    answer = new_page(admin_client, column, ArticlePage, slug="Doi_Moi")
    assert answer.status_code == 302
    assert ArticlePage.objects.get().slug == "doi-moi"


def test_a_second_page_of_one_title_gets_an_address_of_its_own_without_a_word(admin_client, home):
    column = ColumnPageFactory()
    for slug in ("mien-dong", "mien-dong", ""):
        answer = new_page(admin_client, column, ArticlePage, title="Miến dong", slug=slug)
        assert answer.status_code == 302
    slugs = sorted(ArticlePage.objects.values_list("slug", flat=True))
    assert slugs == ["mien-dong", "mien-dong-2", "mien-dong-3"]


def test_a_title_that_is_a_reserved_word_gives_way_by_itself(admin_client, home):
    answer = new_page(admin_client, home, StandardPage, title="Tìm kiếm", slug="tim-kiem")
    assert answer.status_code == 302
    assert StandardPage.objects.get().slug == "tim-kiem-2"


def test_an_address_typed_by_hand_that_is_taken_is_told_in_vietnamese(admin_client, home):
    column = ColumnPageFactory()
    ArticlePageFactory(parent=column, title="Khác", slug="mien-dong")
    answer = new_page(admin_client, column, ArticlePage, title="Bún", slug="mien-dong")
    assert answer.status_code == 200
    assert ArticlePage.objects.count() == 1


def test_every_first_word_of_a_route_is_reserved(client, home):
    names = ["search", "feed_directory", "menu", "health", "wagtailadmin_home"]
    for path in [*map(reverse, names), reverse("topic", args=["x"]), reverse("tag", args=["x"])]:
        assert path.strip("/").split("/")[0] in reserved_words()
    assert reserved_words() > FUTURE_ROUTES
    sections = {"tin-tuc", "cau-chuyen", "trung-bay", "su-kien", "khong-gian", "van-ban"}
    assert not sections & reserved_words()


def test_a_page_cannot_be_moved_to_where_it_would_shadow_a_route(admin_client, home):
    parent = StandardPageFactory(parent=home)
    page = StandardPageFactory(parent=parent, slug="menu")
    other = StandardPageFactory(parent=parent, slug="huong-dan")
    assert not page.can_move_to(home)
    assert other.can_move_to(home)
    admin_client.post(f"/admin/pages/{page.pk}/move/{home.pk}/confirm/")
    page.refresh_from_db()
    assert page.get_parent().pk == parent.pk


def test_a_copy_to_a_reserved_address_is_refused_in_words(admin_client, home):
    page = StandardPageFactory(parent=home, slug="ho-tro")
    form = {"new_title": "Menu", "new_slug": "menu", "new_parent_page": home.pk}
    answer = admin_client.post(f"/admin/pages/{page.pk}/copy/", form)
    assert answer.status_code == 200
    assert "dành riêng cho hệ thống" in answer.content.decode()
    form["new_slug"] = "ho-tro-2"
    assert admin_client.post(f"/admin/pages/{page.pk}/copy/", form).status_code == 302
    assert sorted(StandardPage.objects.values_list("slug", flat=True)) == ["ho-tro", "ho-tro-2"]


def test_a_copy_is_a_page_of_its_own_and_no_second_face_of_the_first(admin_client, home):
    page = StandardPageFactory(parent=home, slug="ho-tro")
    assert 'name="alias"' not in admin_client.get(f"/admin/pages/{page.pk}/copy/").content.decode()
    form = {"new_title": "Khác", "new_slug": "khac", "new_parent_page": home.pk, "alias": "on"}
    assert admin_client.post(f"/admin/pages/{page.pk}/copy/", form).status_code == 302
    copy = StandardPage.objects.get(slug="khac")
    assert copy.alias_of is None
    assert copy.uuid != page.uuid


def test_a_title_and_an_address_of_255_letters_are_kept_and_served(client, home):
    column = ColumnPageFactory()
    pages = [ArticlePageFactory(parent=column, title="ữ" * 255) for _ in range(2)]
    assert pages[0].slug != pages[1].slug
    for page in pages:
        assert len(page.slug) <= 255
        assert client.get(page.url).status_code == 200


def test_the_first_free_address_is_taken():
    assert unused("mien", {"mien", "mien-2"}.__contains__) == "mien-3"
    assert unused("mien", set().__contains__) == "mien"


def test_a_topic_keeps_its_address_when_its_name_changes(client, home):
    topic = TopicFactory(name="Sở hữu trí tuệ")
    topic.name = "Quyền sở hữu trí tuệ"
    topic.save()
    assert topic.slug == "so-huu-tri-tue"
    assert "Quyền sở hữu trí tuệ" in client.get("/chu-de/so-huu-tri-tue/").content.decode()


def test_topics_whose_names_differ_only_in_marks_get_addresses_of_their_own(db):
    topics = [TopicFactory(name=name) for name in ("Chè", "Che", "???")]
    assert [topic.slug for topic in topics] == ["che", "che-2", "muc"]


@pytest.mark.parametrize("posted", ["", "mo-lop-det-tho-cam"])
def test_an_open_form_keeps_the_numbered_address_an_autosave_made(home, posted):
    """Two drafts of one title: the second form still holds what follows from the title."""
    house = make_house()
    first, second = house.draft(), house.draft()
    assert second.slug == f"{first.slug}-2"
    answer = post_edit(house, house.author, second, slug=posted, sapo="Chữ mới")
    assert answer.status_code == 302
    assert fresh(second).slug == f"{first.slug}-2"
    assert fresh(second).get_latest_revision_as_object().sapo == "Chữ mới"
