"""Exactly what was approved goes out; nobody publishes around it."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from core.models import BasePage
from home.models import HomePage
from news.models import ArticlePage
from tests.factories.workflow import (
    behind,
    browser,
    form_data,
    fresh,
    pass_on,
    post_edit,
    state_of,
)
from workflow.models import Publication

EVERYBODY = ["author", "editor", "approver", "admin", "operator"]


# --- exactly what was approved ----------------------------------------------------------------
def test_the_approved_revision_goes_out_although_a_newer_draft_exists(house):
    """Wagtail's own `publish_workflow_state` would publish the newest (W-02)."""
    page = house.waiting(sapo="Bản đã đọc.")
    approved = state_of(page).revision_id
    newer = behind(page, house.writer, sapo="Bản chưa ai đọc.")
    pass_on(page, house.approver)
    page = fresh(page)
    assert page.live_revision_id == approved
    assert page.sapo == "Bản đã đọc."
    assert page.has_unpublished_changes
    assert page.get_latest_revision() == newer
    assert browser().get(page.url).content.decode().count("Bản chưa ai đọc.") == 0


def test_the_setting_names_our_last_step(settings):
    assert settings.WAGTAIL_FINISH_WORKFLOW_ACTION == "workflow.finish.publish_approved"


def test_each_publication_is_written_down(house, monday):
    page = house.waiting(title="Bài ghi sổ")
    state = state_of(page)
    pass_on(page, house.approver)
    record = Publication.objects.get()
    assert (record.page_id, record.page_title) == (page.pk, "Bài ghi sổ")
    assert (record.way, record.via) == ("quy-trinh", "tai-khoan")
    assert record.decided_by_name == house.approver.get_full_name()
    assert (record.revision_id, record.published_at) == (state.revision_id, timezone.now())
    fresh(page).delete()
    record.refresh_from_db()
    assert record.page is None
    assert record.page_title == "Bài ghi sổ", "kept for the figures"


# --- nobody publishes around it ---------------------------------------------------------------
def test_nobody_publishes_from_the_editing_page(house):
    draft, page = house.draft(), house.live()
    for name in EVERYBODY:
        for item in (draft, page):
            post_edit(house, house.people[name], item, sapo="Đăng vòng", **{"action-publish": "1"})
    assert not fresh(draft).live
    assert fresh(page).live_revision_id == page.live_revision_id
    assert fresh(page).sapo != "Đăng vòng"


def test_nobody_publishes_while_it_waits(house):
    page = house.waiting()
    for name in EVERYBODY:
        post_edit(house, house.people[name], page, **{"action-publish": "1"})
        assert not fresh(page).live, name


@pytest.mark.parametrize("name", EVERYBODY)
def test_nobody_publishes_while_making_a_page(house, name):
    args = ["news", "articlepage", house.column.pk]
    blank = ArticlePage(title="Bài mới toanh", slug="bai-moi-toanh")
    data = form_data_of_new(house, blank, house.column)
    browser(house.people[name]).post(
        reverse("wagtailadmin_pages:add", args=args), data | {"action-publish": "1"}
    )
    made = ArticlePage.objects.get(slug="bai-moi-toanh")
    assert not made.live
    assert not Publication.objects.exists()


def form_data_of_new(house, page, parent):
    class Newest:
        """`form_data` asks for the newest draft; a page not made yet is its own."""

        def __init__(self):
            self.page = page

        def __getattr__(self, name):
            return getattr(self.page, name)

        def get_latest_revision_as_object(self):
            return self.page

        def get_parent(self):
            return parent

    return form_data(Newest(), house.operator)


@pytest.mark.parametrize("name", ["admin", "approver", "operator"])
def test_nor_a_home_page_under_the_plain_root_where_wagtails_own_rules_hold(house, name):
    home = HomePage.objects.get()
    root = home.get_parent()
    Site.objects.all().delete()
    HomePage.objects.get().delete()
    blank = HomePage(title="Trang chủ mới", slug="trang-chu-moi")
    data = form_data_of_new(house, blank, root)
    browser(house.people[name]).post(
        reverse("wagtailadmin_pages:add", args=["home", "homepage", root.pk]),
        data | {"action-publish": "1"},
    )
    assert HomePage.objects.filter(slug="trang-chu-moi").exists()
    assert not HomePage.objects.filter(live=True).exists()


@pytest.mark.parametrize("name", EVERYBODY)
def test_copies_are_drafts_whatever_is_ticked(house, name):
    page = house.live()
    data = {
        "new_title": "Bản sao",
        "new_slug": "ban-sao",
        "new_parent_page": house.column.pk,
        "copy_subpages": "on",
        "publish_copies": "on",
        "alias": "on",
    }
    browser(house.people[name]).post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    for copy in ArticlePage.objects.filter(slug="ban-sao"):
        assert not copy.live
        assert copy.alias_of is None


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_whole_section_copied_by_its_root_is_a_draft_too(house, name):
    house.live()
    parent = house.column.get_parent()
    data = {
        "new_title": "Chuyên mục sao",
        "new_slug": "chuyen-muc-sao",
        "new_parent_page": parent.pk,
        "copy_subpages": "on",
        "publish_copies": "on",
    }
    url = reverse("wagtailadmin_pages:copy", args=[house.column.pk])
    browser(house.people[name]).post(url, data)
    copies = BasePage.objects.filter(url_path__contains="/chuyen-muc-sao/")
    assert not copies.filter(live=True).exists()


@pytest.mark.parametrize("name", EVERYBODY)
def test_nobody_publishes_many_at_once(house, name):
    page = house.draft()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    browser(house.people[name]).post(f"{url}?id={page.pk}", {"include_descendants": "on"})
    assert not fresh(page).live


def test_the_editing_page_offers_no_publishing(house):
    for name in EVERYBODY:
        url = reverse("wagtailadmin_pages:edit", args=[house.draft().pk])
        assert b'name="action-publish"' not in browser(house.people[name]).get(url).content


def test_unlike_a_blanket_ban_the_last_step_itself_still_publishes(house):
    """No approver holds Wagtail's right to publish, and yet his word does."""
    page = house.waiting()
    assert not page.permissions_for_user(house.approver).can_publish()
    pass_on(page, house.approver)
    assert fresh(page).live
