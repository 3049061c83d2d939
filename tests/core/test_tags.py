"""Free words: one tag for all spellings, one address for each tag."""

import pytest
from django.db.models import ProtectedError

from core.models import BasePage, Tag
from tests.factories.core import TopicFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory


def test_tags_given_together_in_two_spellings_are_one(home):
    page = ArticlePageFactory(parent=ColumnPageFactory(), tags=["Miến dong", "MIẾN DONG", "nghệ"])
    page.refresh_from_db()
    assert sorted(tag.name for tag in page.tags.all()) == ["Miến dong", "nghệ"]


@pytest.mark.parametrize("spelling", ["mật ong", "Mật Ong", "mat ong", "MẬT ONG"])
def test_a_tag_is_found_by_any_spelling(db, spelling):
    tag = Tag.objects.create(name="Mật ong")
    assert Tag.objects.get(name=spelling) == tag
    assert list(Tag.objects.filter(name__in=[spelling])) == [tag]
    assert Tag.objects.get_or_create(name=spelling) == (tag, False)


def test_tags_that_look_alike_in_an_address_get_addresses_of_their_own(home):
    column = ColumnPageFactory()
    ArticlePageFactory(parent=column, tags=["C++", "C#", "…"])
    slugs = sorted(Tag.objects.values_list("slug", flat=True))
    assert len(set(slugs)) == 3
    assert all(slug and slug.isascii() for slug in slugs)


def test_a_tag_is_cleaned_and_never_longer_than_its_place(db):
    tag = Tag.objects.create(name="mật\u200b ong\x00 " + "rừng " * 60)
    assert tag.name.startswith("mật ong rừng")
    assert len(tag.name) <= 100
    assert len(tag.slug) <= 100


def test_hostile_tags_show_as_text(client, home):
    ArticlePageFactory(
        parent=ColumnPageFactory(), tags=["<script>alert(1)</script>", "{{7*7}}"], title="Bài"
    )
    page = BasePage.objects.get(title="Bài").specific
    urls = [page.url, *[tag.get_absolute_url() for tag in page.tags.all()]]
    assert len(urls) == 3
    for url in urls:
        text = client.get(url).content.decode()
        assert "<script>alert" not in text
    assert "{{7*7}}" in client.get(page.url).content.decode()


def test_a_topic_in_use_can_be_deleted_and_its_items_stay(client, home):
    topic = TopicFactory()
    page = ArticlePageFactory(parent=ColumnPageFactory(), primary_topic=topic, topics=[topic])
    try:
        topic.delete()
    except ProtectedError:
        pytest.fail("a topic must not hold its items back")
    page = BasePage.objects.get(pk=page.pk).specific
    assert page.all_topics == []
    assert client.get(page.url).status_code == 200


def test_topics_of_an_item_come_first_one_first_and_none_twice(home):
    first, second = TopicFactory(name="Zz"), TopicFactory(name="Aa")
    page = ArticlePageFactory(
        parent=ColumnPageFactory(), primary_topic=first, topics=[second, first]
    )
    assert page.all_topics == [first, second]


@pytest.mark.parametrize("count", [10, 50])
def test_a_topic_page_costs_the_same_with_ten_items_and_with_fifty(
    client, home, django_assert_max_num_queries, count
):
    topic, column = TopicFactory(), ColumnPageFactory()
    for _ in range(count):
        ArticlePageFactory(parent=column, primary_topic=topic, tags=["nghệ"])
    for url in (topic.get_absolute_url(), "/tu-khoa/nghe/"):
        client.get(url)
        with django_assert_max_num_queries(18) as seen:
            client.get(url)
        assert len(seen) == LISTING_QUERIES.setdefault(url.split("/")[1], len(seen))


LISTING_QUERIES: dict[str, int] = {}
