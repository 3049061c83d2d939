"""The words lists are made with."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.kinds import CONTENT_KINDS, COVER_KINDS, Kind
from core.models import BasePage
from core.related import related_to, visible_of
from covers import KINDS
from tests.factories.core import PlanTaskFactory, TopicFactory
from tests.factories.library import LegalDocumentPageFactory, make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory


def test_content_leaves_out_the_lists_that_hold_it(home):
    article = ArticlePageFactory(parent=ColumnPageFactory())
    shown = BasePage.objects.visible().content()
    assert [page.pk for page in shown] == [article.pk]


def test_on_a_topic_an_item_with_the_topic_twice_comes_once(home):
    topic, other = TopicFactory(), TopicFactory()
    column = ColumnPageFactory()
    both = ArticlePageFactory(parent=column, primary_topic=topic, topics=[topic, other])
    further = ArticlePageFactory(parent=column, topics=[topic])
    ArticlePageFactory(parent=column, primary_topic=other)
    found = BasePage.objects.visible().on_topic(topic).newest_first()
    assert sorted(page.pk for page in found) == sorted([both.pk, further.pk])


def test_items_are_counted_for_each_task_of_the_plan_they_serve(home):
    first, second = PlanTaskFactory(), PlanTaskFactory()
    column = ColumnPageFactory()
    both = ArticlePageFactory(parent=column, plan_tasks=[first, second])
    ArticlePageFactory(parent=column, plan_tasks=[first])
    tasks = BasePage.objects.visible()
    assert tasks.serving_task(first).count() == 2
    assert [page.pk for page in tasks.serving_task(second)] == [both.pk]


@pytest.mark.parametrize("query", ["%", "_", "100%", "\\"])
def test_signs_that_mean_something_to_a_database_are_looked_for_as_they_are(home, query):
    column = ColumnPageFactory()
    ArticlePageFactory(parent=column, title="Bài thường")
    exact = ArticlePageFactory(parent=column, title=f"Giảm 100% phí _ tem \\ {query}")
    found = BasePage.objects.visible().content().containing(query)
    assert [page.pk for page in found] == [exact.pk]


def test_words_of_the_sapo_are_found_too_and_a_hundred_words_are_no_load(home):
    page = ArticlePageFactory(parent=ColumnPageFactory(), sapo="Bà con thôn Nà Bản trồng hồng.")
    assert page in [p.specific for p in BasePage.objects.visible().containing("na ban hong")]
    assert BasePage.objects.visible().content().containing("hồng " * 500).count() == 1


@pytest.mark.parametrize("count", [10, 50])
def test_cards_cost_the_same_at_any_length(home, django_assert_num_queries, count):
    picture, topic, column = make_image(), TopicFactory(), ColumnPageFactory()
    picture.get_rendition("width-100")
    for _ in range(count):
        ArticlePageFactory(parent=column, lead_image=picture, primary_topic=topic)
    with django_assert_num_queries(3):  # closed branches, the pages, their renditions
        for page in BasePage.objects.visible().content().newest_first().for_cards():
            assert page.lead_image.title
            assert page.primary_topic.name
            assert page.lead_image.renditions.all()[0].width == 100


def test_related_items_begin_with_task_and_topic_then_topic_then_column(home):
    task, topic, other = PlanTaskFactory(), TopicFactory(), TopicFactory()
    column, elsewhere = ColumnPageFactory(), ColumnPageFactory()

    def article(**more):
        return ArticlePageFactory(**{"parent": elsewhere, "primary_topic": other, **more})

    page = article(parent=column, primary_topic=topic, plan_tasks=[task])
    of_column = article(parent=column)
    of_topic = article(primary_topic=topic, days_ago=300)
    of_both = article(primary_topic=topic, plan_tasks=[task], days_ago=400)
    of_kind = article(days_ago=500)
    StoryPageFactory(primary_topic=other)
    found = [item.pk for item in related_to(page)]
    assert found == [of_both.pk, of_topic.pk, of_column.pk, of_kind.pk]


def test_related_items_are_as_many_as_asked_and_never_the_page_itself(home):
    column = ColumnPageFactory()
    pages = [ArticlePageFactory(parent=column) for _ in range(6)]
    found = related_to(pages[0], limit=3)
    assert len({item.pk for item in found}) == 3
    assert pages[0].pk not in [item.pk for item in found]


def test_of_chosen_documents_the_hidden_are_left_out_and_the_order_is_kept(home):
    first, hidden, last = (LegalDocumentPageFactory() for _ in range(3))
    article = ArticlePageFactory(parent=ColumnPageFactory())
    article.legal_references.set([last, hidden, first])
    article.save()
    chosen = [page.pk for page in article.legal_references.all()]
    hidden.unpublish()
    shown = [page.pk for page in visible_of(article.legal_references)]
    assert shown == [pk for pk in chosen if pk != hidden.pk]


def test_the_year_changes_at_midnight_in_vietnam_not_in_greenwich(home):
    midnight = timezone.localtime().replace(
        year=2026, month=1, day=1, hour=0, minute=0, second=0, microsecond=0
    )
    column = ColumnPageFactory()
    before = ArticlePageFactory(
        parent=column, first_published_at=midnight - timedelta(microseconds=1)
    )
    after = ArticlePageFactory(parent=column, first_published_at=midnight)
    assert (before.year, after.year) == (2025, 2026)
    december = BasePage.objects.filter(listed_at__month=12)
    assert [page.pk for page in december] == [before.pk]


def test_every_kind_a_reader_meets_has_its_word_in_the_address_and_its_cloth():
    values = [kind.value for kind in Kind]
    assert all(value.isascii() and value == value.lower() for value in values)
    assert Kind.LISTING not in CONTENT_KINDS
    assert len(CONTENT_KINDS) == len(values) - 1
    assert {str(kind) for kind in COVER_KINDS.values()} <= set(KINDS)
