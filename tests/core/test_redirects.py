"""An old address leads on, once, for ever, below any prefix, and never in a circle."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from tests.factories.home import StandardPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.wsgi import ask


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    def change(page, slug):
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        page.refresh_from_db()

    return change


def test_below_a_prefix_an_old_address_leads_to_the_new_one_with_the_prefix(home, rename):
    page = ArticlePageFactory(parent=ColumnPageFactory(title="Mục"), slug="mot")
    rename(page, "hai")
    answer = ask("/khoi-nghiep/tin-tuc/muc/mot/", prefix="/khoi-nghiep")
    place = answer["headers"]["Location"]
    assert (answer["status"], place) == (301, "/khoi-nghiep/tin-tuc/muc/hai/")
    assert ask("/khoi-nghiep/tin-tuc/muc/hai/", prefix="/khoi-nghiep")["status"] == 200
    assert ask("/khoi-nghiep/tin-tuc/muc/ba/", prefix="/khoi-nghiep")["status"] == 404


def test_a_moved_article_is_found_from_its_old_column(client, home):
    one, two = ColumnPageFactory(title="Một"), ColumnPageFactory(title="Hai")
    page = ArticlePageFactory(parent=one, slug="bai")
    page.move(two, pos="last-child")
    answer = client.get("/tin-tuc/mot/bai/")
    assert (answer.status_code, answer["Location"]) == (301, "/tin-tuc/hai/bai/")
    assert Redirect.objects.count() == 1


def test_a_branch_renamed_and_renamed_back_then_taken_down_ends_in_404(client, home, rename):
    column = ColumnPageFactory(title="Mục", slug="muc")
    page = ArticlePageFactory(parent=column, slug="bai")
    rename(column, "khac")
    rename(column, "muc")
    page.refresh_from_db()
    assert client.get("/tin-tuc/muc/bai/").status_code == 200
    page.unpublish()
    assert client.get("/tin-tuc/muc/bai/").status_code == 404
    assert ask("/khoi-nghiep/tin-tuc/muc/bai/", prefix="/khoi-nghiep")["status"] == 404


def test_two_pages_that_swap_their_addresses_are_each_found(client, home, rename):
    column = ColumnPageFactory(title="Mục")
    one = ArticlePageFactory(parent=column, slug="mot", title="Bài thứ nhất")
    two = ArticlePageFactory(parent=column, slug="hai", title="Bài thứ hai")
    for page, slug in ((one, "tam"), (two, "mot"), (one, "hai")):
        rename(page, slug)
    assert "Bài thứ hai" in client.get("/tin-tuc/muc/mot/").content.decode()
    assert "Bài thứ nhất" in client.get("/tin-tuc/muc/hai/").content.decode()
    assert client.get("/tin-tuc/muc/tam/")["Location"] == "/tin-tuc/muc/hai/"


def test_a_new_page_at_an_old_address_is_served_itself(client, home, rename):
    page = StandardPageFactory(parent=home, slug="gioi-thieu", title="Trang cũ")
    rename(page, "ve-chung-toi")
    StandardPageFactory(parent=home, slug="gioi-thieu", title="Trang mới")
    answer = client.get("/gioi-thieu/")
    assert answer.status_code == 200
    assert "Trang mới" in answer.content.decode()


def test_a_redirect_set_by_hand_is_kept_and_works_with_a_query(client, home, rename):
    page = StandardPageFactory(parent=home, slug="ho-tro")
    Redirect.add_redirect("/ho-tro-cu/", redirect_to=page, is_permanent=False)
    rename(page, "giup-do")
    answer = client.get("/ho-tro-cu/?utm_source=zalo")
    assert (answer.status_code, answer["Location"]) == (302, "/giup-do/")


def test_a_redirect_of_a_deleted_page_is_gone_with_it(client, home, rename):
    page = StandardPageFactory(parent=home, slug="ho-tro")
    rename(page, "giup-do")
    page.delete()
    assert client.get("/ho-tro/").status_code == 404
