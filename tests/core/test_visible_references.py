"""A hidden page is not named by the pages, menus and blocks that point to it."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import PageViewRestriction, Site

from core.models import BasePage
from home.models import MenuSettings
from library.models import DocumentRelation
from news.models import ArticlePage
from tests.factories.events import EventPageFactory, SpacePageFactory
from tests.factories.home import NoticeFactory, StandardPageFactory
from tests.factories.library import LegalDocumentPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.showcase import ProductPageFactory, StartupPageFactory

SECRET = "Nhà làm không muốn nêu tên"


def text_at(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def withdraw(page):
    type(page).objects.filter(pk=page.pk).update(withdrawn_at=timezone.now())


def assert_gone_after(client, hide, *urls, word=SECRET):
    for url in urls:
        assert word in strip_tags(text_at(client, url)), f"not named at {url} while visible"
    hide()
    for url in urls:
        assert word not in strip_tags(text_at(client, url)), f"still named at {url}"


def test_a_menu_leaves_out_what_is_hidden_with_all_its_entries(client, home):
    page = StandardPageFactory(parent=home, title="Trang")
    child = StandardPageFactory(parent=page, title="Trang con")
    value = {"label": SECRET, "page": page.pk, "children": [{"label": "Con", "page": child.pk}]}
    menu = MenuSettings.for_site(Site.objects.get())
    menu.entries = json.dumps([{"type": "entry", "value": value}])
    menu.footer = json.dumps([{"type": "link", "value": {"label": SECRET, "page": page.pk}}])
    menu.save()
    assert_gone_after(client, page.unpublish, "/", "/menu/", "/khong-gian/")


def test_the_notice_does_not_link_to_a_hidden_page(client, home):
    page = StandardPageFactory(parent=home, title="Trang", slug="dang-ky")
    NoticeFactory(text="Hạn chót ngày mai", page=page)
    assert 'href="/dang-ky/"' in text_at(client, "/")
    page.unpublish()
    text = text_at(client, "/")
    assert "Hạn chót ngày mai" in text
    assert 'href="/dang-ky/"' not in text


def test_a_story_and_a_product_card_do_not_name_a_hidden_startup(client, home):
    startup = StartupPageFactory(title=SECRET)
    story = StoryPageFactory(startup=startup, title="Chuyện", sapo="Lời")
    assert_gone_after(client, startup.unpublish, story.url, "/trung-bay/", "/tim-kiem/?q=nha+lam")


def test_an_event_leaves_out_the_stand_of_a_hidden_product(client, home):
    product = ProductPageFactory(title=SECRET)
    event = EventPageFactory()
    event.exhibitors.create(product=product)
    event.save()
    assert_gone_after(client, lambda: withdraw(product), event.url)


def test_a_space_leaves_out_hidden_events(client, home):
    space = SpacePageFactory()
    event = EventPageFactory(title=SECRET, starts_in=timedelta(days=2))
    event.sessions.update(space=space)
    assert_gone_after(client, event.unpublish, space.url, "/su-kien/", "/")


def test_documents_do_not_name_hidden_documents_they_replace_or_are_replaced_by(client, home):
    old, new = LegalDocumentPageFactory(), LegalDocumentPageFactory(number="9876/KH-UBND")
    DocumentRelation.objects.create(page=new, kind="replaces", target=old)
    assert_gone_after(client, new.unpublish, old.url, "/van-ban/", word="9876/KH-UBND")


def test_blocks_of_a_body_leave_out_hidden_pages(client, home):
    startup = StartupPageFactory(title=SECRET)
    document = LegalDocumentPageFactory(title=f"{SECRET}: kế hoạch")
    event = EventPageFactory(title=f"{SECRET}: hội chợ")
    blocks = [
        ("related_pages", {"title": "", "pages": [startup.pk]}),
        ("showcase_card", {"title": "", "pages": [startup.pk]}),
        ("legal_documents", {"title": "", "pages": [document.pk]}),
        ("event_card", {"title": "", "pages": [event.pk]}),
        ("button", {"label": SECRET, "page": startup.pk, "url": ""}),
    ]
    column = ColumnPageFactory()
    pages = [ArticlePageFactory(parent=column, title=f"Bài {kind}") for kind, _ in blocks]
    for page, (kind, value) in zip(pages, blocks, strict=True):
        body = json.dumps([{"type": kind, "value": value}])
        ArticlePage.objects.filter(pk=page.pk).update(body=body)

    def hide():
        for page in (startup, document, event):
            PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert_gone_after(client, hide, *[page.url for page in pages])
    for page in ArticlePage.objects.all():
        assert SECRET not in page.plain_text


def test_the_directory_of_feeds_and_the_news_leave_out_a_hidden_column(client, home):
    column = ColumnPageFactory(title=SECRET)
    ArticlePageFactory(parent=column)
    assert_gone_after(client, column.unpublish, "/rss/", "/tin-tuc/", "/")


@pytest.mark.parametrize("way", ["withdrawn", "private for a group", "behind a password"])
def test_what_lies_below_a_hidden_startup_is_hidden(client, home, way):
    startup = StartupPageFactory()
    product = ProductPageFactory(parent=startup, title=SECRET)
    urls = ["/trung-bay/?loai=san-pham", "/tim-kiem/?q=nha+lam"]
    kinds = {"private for a group": "groups", "behind a password": "password"}

    def hide():
        if way == "withdrawn":
            withdraw(startup)
        else:
            PageViewRestriction.objects.create(
                page=startup, restriction_type=kinds[way], password="mot-hai-ba"
            )

    assert_gone_after(client, hide, *urls)
    answer = client.get(product.url)
    assert SECRET not in answer.content.decode()
    expected = {"withdrawn": 404, "private for a group": 302, "behind a password": 200}
    assert answer.status_code == expected[way]


def withdrawn_text(client, why):
    page = ArticlePageFactory(parent=ColumnPageFactory(), title=SECRET, sapo="Một câu kín.")
    note = "Bài viết sai ngày họp chợ."
    ArticlePage.objects.filter(pk=page.pk).update(
        withdrawn_at=timezone.now(), withdrawn_why=why, withdrawn_note=note
    )
    answer = client.get(page.url)
    text = answer.content.decode()
    assert answer.status_code == 410
    assert "noindex" in text
    assert SECRET not in text
    assert "Một câu kín" not in text
    return text


def test_a_withdrawn_page_says_when_and_why_and_nothing_else(client, home):
    text = withdrawn_text(client, "sai-sot")
    assert "Bài viết sai ngày họp chợ." in text
    assert "Nội dung có sai sót" in text


def test_where_a_person_withdrew_consent_only_the_date_is_said(client, home):
    text = withdrawn_text(client, "rut-dong-y")
    assert "Đã rút ngày" in text
    assert "Bài viết sai ngày họp chợ." not in text
    assert "sự đồng ý" not in text


def test_publishing_an_older_version_does_not_bring_back_what_was_withdrawn(client, home):
    page = ArticlePageFactory(parent=ColumnPageFactory(), title="Bài")
    older = page.save_revision()
    withdraw(page)
    page.refresh_from_db()
    older.publish()
    page.save_revision().publish()
    assert client.get(page.url).status_code == 410
    assert not BasePage.objects.visible().filter(pk=page.pk).exists()


@pytest.mark.parametrize("level", ["page", "parent"])
def test_an_expired_page_comes_back_when_its_time_is_made_longer(client, home, level):
    column = ColumnPageFactory()
    page = ArticlePageFactory(parent=column)
    target = column if level == "parent" else page
    for days, status in ((-1, 404), (1, 200), (-2, 404)):
        target.expire_at = timezone.now() + timedelta(days=days)
        target.save()
        assert client.get(page.url).status_code == status
        assert BasePage.objects.visible().filter(pk=page.pk).exists() is (status == 200)


def test_a_page_of_the_future_is_seen_by_nobody_before_its_hour(client, home):
    page = ArticlePageFactory(
        parent=ColumnPageFactory(), live=False, go_live_at=timezone.now() + timedelta(hours=1)
    )
    assert client.get(page.url).status_code == 404
    assert not BasePage.objects.visible().filter(pk=page.pk).exists()
