"""Several pages at once: sent for approval where that is right; never published."""

import pytest
from django.urls import reverse
from wagtail.models import Page, WorkflowState

from tests.factories.library import make_image
from tests.factories.workflow import browser, fresh
from workflow.bulk import hindrance


def post(user, action, pages, **data):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    query = "&".join(f"id={page.pk}" for page in pages)
    return browser(user).post(f"{url}?{query}&next=/admin/noi-dung/tin-bai/", data, follow=True)


def waiting(*pages):
    return [bool(fresh(page).workflow_in_progress) for page in pages]


def test_drafts_are_sent_together_each_on_its_route(house):
    pages = [house.draft(title="Một"), house.draft(title="Hai")]
    html = post(house.author, "send", pages).content.decode()
    assert "Đã gửi 2 bài để duyệt." in html
    assert waiting(*pages) == [True, True]
    assert {s.requested_by for s in WorkflowState.objects.all()} == {house.author}


def test_what_cannot_be_sent_is_named_with_the_reason(house):
    mine, other, live = house.draft(), house.draft(author=house.writer), house.live()
    held = house.waiting(title="Đang chờ")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "send"])
    query = "&".join(f"id={page.pk}" for page in (mine, other, live, held))
    html = browser(house.author).get(f"{url}?{query}").content.decode()
    for words in ("Bạn không gửi duyệt được bài này.", "Bài không có gì mới.",
                  "Bài đang ở trong quy trình."):  # fmt: skip
        assert words in html
    post(house.author, "send", [mine, other, live, held])
    assert waiting(mine, other, live) == [True, False, False]


def test_an_unfinished_draft_is_not_sent(house):
    empty = house.draft(title="Bài thiếu")
    empty.body = [("table", {"caption": "", "table": {"columns": [], "rows": []}, "source": ""})]
    empty.save_revision(user=house.author)
    blind = house.draft(title="Ảnh chưa mô tả", lead_image=make_image(alt=""))
    assert "chưa điền" in hindrance(fresh(empty), house.author)
    assert "thấy trong ảnh" in hindrance(fresh(blind), house.author)
    post(house.author, "send", [empty, blind])
    assert waiting(empty, blind) == [False, False]


def test_a_page_of_another_type_is_passed_over(house):
    root = Page.get_first_root_node()
    assert hindrance(root, house.operator)


@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_nobody_publishes_or_takes_down_in_bulk(house, action):
    page = house.draft() if action == "publish" else house.live()
    for user in house.people.values():
        answer = post(user, action, [page], include_descendants="on")
        assert answer.status_code in (403, 404) or answer.redirect_chain
        assert fresh(page).live == (action == "unpublish")


def test_published_pages_are_not_deleted_in_bulk_by_those_who_may_not(house):
    live, own = house.live(), house.draft()
    for who in ("author", "editor", "approver"):
        post(house.people[who], "delete", [live])
        assert Page.objects.filter(pk=live.pk).exists(), who
    post(house.reporter, "delete", [own])
    assert Page.objects.filter(pk=own.pk).exists()
    post(house.author, "delete", [own])
    assert not Page.objects.filter(pk=own.pk).exists()


def test_the_listing_offers_sending_and_no_publishing(house):
    house.draft()
    html = browser(house.author).get(reverse("articles:index")).content.decode()
    assert "/admin/bulk/wagtailcore/page/send/" in html
    assert "/page/publish/" not in html
