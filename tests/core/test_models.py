"""Columns kept on every page, slugs, redirects, tags, topics."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from core.models import BasePage, Tag
from core.slugs import reserved_words
from home.models import StandardPage
from news.models import ArticlePage
from tests.factories.core import TopicFactory
from tests.factories.home import StandardPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.factories.showcase import StartupPageFactory


def test_the_year_is_the_year_in_vietnam(home):
    new_year = datetime.datetime(2025, 12, 31, 17, 30, tzinfo=datetime.UTC)
    page = ArticlePageFactory(parent=ColumnPageFactory(), first_published_at=new_year)
    assert page.year == 2026


def test_the_facet_of_an_article_follows_its_column(home):
    one, two = ColumnPageFactory(), ColumnPageFactory()
    article = ArticlePageFactory(parent=one)
    assert article.facet_group == f"chuyen-muc-{one.pk}"
    article.move(two, pos="last-child")
    assert BasePage.objects.get(pk=article.pk).facet_group == f"chuyen-muc-{two.pk}"


def test_newest_first_is_stable_for_items_of_one_moment(home):
    column = ColumnPageFactory()
    moment = timezone.now() - datetime.timedelta(days=2)
    made = [ArticlePageFactory(parent=column, first_published_at=moment).pk for _ in range(4)]
    listed = list(ArticlePage.objects.visible().newest_first().values_list("pk", flat=True))
    assert listed == made[::-1]


def test_titles_sort_as_vietnamese_do(home):
    for title in [
        "Đồi Thông",
        "Dong riềng",
        "Ổi",
        "Ong rừng",
        "Ô mai",
        "Ăn trưa",
        "An toàn",
        "Bánh",
    ]:
        StartupPageFactory(title=title)
    titles = [page.title for page in BasePage.objects.visible().filter(kind="startup").by_title()]
    assert titles == [
        "An toàn",
        "Ăn trưa",
        "Bánh",
        "Dong riềng",
        "Đồi Thông",
        "Ong rừng",
        "Ô mai",
        "Ổi",
    ]


@pytest.mark.parametrize("query", ["doi moi", "ĐỔI MỚI", "đổi  mới", "moi doi", "Đổi mới"])
def test_words_are_found_however_they_are_typed(home, query):
    page = ArticlePageFactory(parent=ColumnPageFactory(), title="Đổi mới ở vùng cao")
    assert page in ArticlePage.objects.visible().containing(query)


def test_every_word_must_be_there(home):
    ArticlePageFactory(parent=ColumnPageFactory(), title="Đổi mới ở vùng cao")
    assert not ArticlePage.objects.visible().containing("đổi mới biển").exists()


# --- slugs --------------------------------------------------------------------------------------
def test_a_slug_is_made_from_the_title_and_two_alike_are_told_apart(home):
    column = ColumnPageFactory()
    slugs = [ArticlePageFactory(parent=column, title="Miến dong Đặc sản").slug for _ in range(3)]
    assert slugs == ["mien-dong-dac-san", "mien-dong-dac-san-2", "mien-dong-dac-san-3"]


@pytest.mark.parametrize("title", ["🎉🎉", "…!?", "中文標題", "—"])
def test_a_title_without_letters_still_gets_an_address(client, home, title):
    page = ArticlePageFactory(parent=ColumnPageFactory(), title=title)
    assert page.slug
    assert page.slug.isascii()
    assert client.get(page.url).status_code == 200


def test_addresses_of_the_site_are_never_shadowed(home):
    assert {"admin", "tim-kiem", "rss", "chu-de", "healthz", "documents"} <= reserved_words()
    assert StandardPageFactory(parent=home, title="Tìm kiếm").slug == "tim-kiem-2"
    page = StandardPage(title="Khác", slug="rss")
    with pytest.raises(ValidationError) as refused:
        home.add_child(instance=page)
    assert "rss" in str(refused.value)
    assert "dành riêng" in str(refused.value)


def test_deeper_down_reserved_words_are_free(home):
    assert ArticlePageFactory(parent=ColumnPageFactory(), title="RSS").slug == "rss"


# --- redirects ----------------------------------------------------------------------------------
@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    def change(page, slug):
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        page.refresh_from_db()

    return change


def test_a_rename_leaves_one_permanent_redirect_and_no_chain(client, home, rename):
    page = ArticlePageFactory(parent=ColumnPageFactory(title="Mục"), slug="mot")
    rename(page, "hai")
    rename(page, "ba")
    for old in ("/tin-tuc/muc/mot/", "/tin-tuc/muc/hai/", "/tin-tuc/muc/mot"):
        answer = client.get(old)
        assert answer.status_code == 301
        assert answer["Location"].endswith("/tin-tuc/muc/ba/")
    assert Redirect.objects.count() == 2


def test_renamed_and_renamed_back_there_is_no_loop(client, home, rename):
    page = ArticlePageFactory(parent=ColumnPageFactory(title="Mục"), slug="mot")
    rename(page, "hai")
    rename(page, "mot")
    assert client.get("/tin-tuc/muc/mot/").status_code == 200
    answer = client.get("/tin-tuc/muc/hai/")
    assert (answer.status_code, answer["Location"]) == (301, page.url)


def test_renaming_a_column_takes_its_articles_along(client, home, rename):
    column = ColumnPageFactory(title="Mục cũ")
    article = ArticlePageFactory(parent=column, slug="bai")
    rename(column, "muc-moi")
    answer = client.get("/tin-tuc/muc-cu/bai/")
    assert answer.status_code == 301
    article.refresh_from_db()
    assert answer["Location"].endswith("/tin-tuc/muc-moi/bai/")


def test_redirects_are_stored_without_the_prefix_and_work_below_it(client, home, rename):
    from django.urls import set_script_prefix

    page = ArticlePageFactory(parent=ColumnPageFactory(title="Mục"), slug="mot")
    set_script_prefix("/khoi-nghiep/")
    try:
        rename(page, "hai")
    finally:
        set_script_prefix("/")
    assert [r.old_path for r in Redirect.objects.all()] == ["/tin-tuc/muc/mot"]
    answer = client.get("/tin-tuc/muc/mot/", SCRIPT_NAME="/khoi-nghiep")
    assert answer.status_code == 301
    assert answer["Location"].endswith("/tin-tuc/muc/hai/")


# --- tags and topics ----------------------------------------------------------------------------
def test_a_tag_is_one_however_it_is_spelled(home):
    column = ColumnPageFactory()
    for spelling in (["Khởi nghiệp"], ["khởi nghiệp"], ["KHOI NGHIEP"]):
        ArticlePageFactory(parent=column, tags=spelling)
    assert [tag.name for tag in Tag.objects.all()] == ["Khởi nghiệp"]
    assert Tag.objects.get().get_absolute_url() == "/tu-khoa/khoi-nghiep/"


def test_a_tag_page_lists_its_items_and_a_tag_of_nothing_visible_is_404(client, home):
    page = ArticlePageFactory(parent=ColumnPageFactory(), title="Bài có từ khóa", tags=["mật ong"])
    assert "Bài có từ khóa" in client.get("/tu-khoa/mat-ong/").content.decode()
    page.unpublish()
    assert client.get("/tu-khoa/mat-ong/").status_code == 404


def test_a_topic_page_lists_first_and_further_topics_once(client, home):
    topic, other = TopicFactory(name="Truy xuất nguồn gốc"), TopicFactory()
    column = ColumnPageFactory()
    ArticlePageFactory(parent=column, title="Bài đầu", primary_topic=topic)
    ArticlePageFactory(parent=column, title="Bài sau", primary_topic=other, topics=[topic, other])
    text = client.get("/chu-de/truy-xuat-nguon-goc/").content.decode()
    assert text.count("Bài đầu</a>") == 1
    assert text.count("Bài sau</a>") == 1


def test_texts_are_cleaned_before_they_are_kept(home):
    page = ArticlePageFactory(
        parent=ColumnPageFactory(), title="Đổi\u200b mới\x00\ufffe", sapo="Dòng một\u2028\u0007 hai"
    )
    page.refresh_from_db()
    assert page.title == "Đổi mới"
    assert "\u0007" not in page.sapo


def test_the_identity_of_an_item_is_permanent_and_never_copied(home, rename):
    column = ColumnPageFactory()
    page = ArticlePageFactory(parent=column, slug="mot")
    before = page.uuid
    rename(page, "hai")
    assert page.uuid == before
    copy = page.copy(update_attrs={"slug": "ba"})
    assert copy.specific.uuid != before
    assert not copy.specific.is_sample
