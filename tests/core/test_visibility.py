"""What is not visible() appears nowhere."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import Page, PageViewRestriction

from core.models import BasePage
from core.related import related_to
from core.visibility import closed_paths, closed_prefixes, is_closed, visibility_scope
from tests.factories.core import TopicFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.factories.showcase import ProductPageFactory, StartupPageFactory

SECRET = "Chuyện kín của tổ"


def text_of(answer):
    return strip_tags(answer.content.decode())


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def hide_draft(column, article):
    article.unpublish()


def hide_expired(column, article):
    article.expire_at = timezone.now() - timedelta(seconds=1)
    article.save()


def hide_private(column, article):
    restrict(article)


def hide_withdrawn(column, article):
    article.withdrawn_at = timezone.now()
    article.save()


def hide_parent_draft(column, article):
    column.unpublish()


def hide_parent_private(column, article):
    restrict(column)


def hide_parent_expired(column, article):
    column.expire_at = timezone.now() - timedelta(seconds=1)
    column.save()


WAYS = [
    hide_draft,
    hide_expired,
    hide_private,
    hide_withdrawn,
    hide_parent_draft,
    hide_parent_private,
    hide_parent_expired,
]


@pytest.mark.parametrize("hide", WAYS, ids=lambda way: way.__name__)
def test_a_hidden_article_is_served_and_listed_nowhere(client, home, hide):
    topic = TopicFactory()
    column = ColumnPageFactory(title="Mục kín")
    article = ArticlePageFactory(
        parent=column, title=SECRET, primary_topic=topic, tags=["chuyện riêng"]
    )
    other = ArticlePageFactory(parent=ColumnPageFactory(), primary_topic=topic, title="Chuyện mở")
    lists = ["/", "/tin-tuc/", "/tim-kiem/?q=chuyen+kin", topic.get_absolute_url(), other.url]
    for url in lists:
        assert SECRET in text_of(client.get(url)), f"shown at {url} while visible"
    address = article.url
    hide(column, article)
    for url in lists:
        answer = client.get(url)
        assert answer.status_code == 200
        assert SECRET not in text_of(answer), f"still shown at {url}"
    assert client.get("/tu-khoa/chuyen-rieng/").status_code == 404
    answer = client.get(address)
    expected = {hide_withdrawn: 410, hide_private: 302, hide_parent_private: 302}.get(hide, 404)
    assert answer.status_code == expected
    assert SECRET not in answer.content.decode()
    assert not BasePage.objects.visible().filter(pk=article.pk).exists()
    assert article.pk not in [item.pk for item in related_to(other)]


def test_a_closed_branch_hides_grandchildren_too(client, sections):
    product = ProductPageFactory(parent=StartupPageFactory())
    address = product.url
    assert client.get(address).status_code == 200
    sections["trung-bay"].unpublish()
    assert client.get(address).status_code == 404
    assert not BasePage.objects.visible().filter(pk=product.pk).exists()


def test_a_reopened_branch_is_back_at_once(client, home):
    article = ArticlePageFactory(parent=(column := ColumnPageFactory()))
    column.unpublish()
    assert client.get(article.url).status_code == 404
    column.save_revision().publish()
    assert client.get(article.url).status_code == 200


def test_expiry_needs_no_clock_and_goes_by_the_second(client, home):
    article = ArticlePageFactory(parent=ColumnPageFactory())
    article.expire_at = timezone.now() + timedelta(minutes=5)
    article.save()
    assert client.get(article.url).status_code == 200
    article.expire_at = timezone.now()
    article.save()
    assert client.get(article.url).status_code == 404


def test_one_page_at_hand_and_the_queryset_agree(home):
    column = ColumnPageFactory()
    article = ArticlePageFactory(parent=column)
    assert article.is_visible()
    column.unpublish()
    article.refresh_from_db()
    assert not article.is_visible()


def test_within_a_request_the_closed_branches_are_read_once(home, django_assert_num_queries):
    with visibility_scope(), django_assert_num_queries(1):
        for _ in range(5):
            closed_paths()


def test_only_the_outermost_closed_branches_are_kept(home):
    startup = StartupPageFactory()
    ProductPageFactory(parent=startup)
    parent = startup.get_parent()
    parent.unpublish()
    startup.refresh_from_db()
    startup.unpublish()
    assert parent.path in closed_paths()
    assert startup.path not in closed_paths()


def many(parents, *, live, count=1):
    """Plain rows of the tree under each parent, quickly."""
    kind = ContentType.objects.get_for_model(Page)
    return Page.objects.bulk_create(
        Page(
            path=parent._get_path(parent.path, parent.depth + 1, number + 1),
            depth=parent.depth + 1,
            title="Trang",
            draft_title="Trang",
            slug=f"p{number}",
            content_type=kind,
            locale_id=parent.locale_id,
            live=live,
            url_path="/",
        )
        for parent in parents
        for number in range(count)
    )


def test_two_thousand_drafts_close_nothing_and_cost_nothing(client, home):
    article = ArticlePageFactory(parent=ColumnPageFactory())
    many([home.get_children().last()], live=False, count=2000)
    assert closed_paths() == ()
    assert client.get(article.url).status_code == 200


def test_two_thousand_closed_branches_are_one_condition_not_two_thousand(client, home):
    article = ArticlePageFactory(parent=ColumnPageFactory())
    parents = many([home.get_children().last()], live=False, count=2000)
    children = many(parents, live=True)
    assert len(closed_paths()) == 2000
    assert len(closed_prefixes()) == 1
    assert BasePage.objects.visible().filter(pk=article.pk).exists()
    assert is_closed(children[-1].path)
    assert client.get("/").status_code == 200
    assert client.get("/tim-kiem/?q=a").status_code == 200
