"""The leader's link: shows, and takes one decision, without signing in (P-12)."""

import re

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from tests.factories.workflow import (
    addressees,
    browser,
    fresh,
    is_private,
    letters,
    pass_on,
    press,
    state_of,
    token_for,
    urls_of_link,
)
from workflow.models import ApprovalLink, Publication, ReviewTaskState
from workflow.services import submit
from workflow.services.links import find_link, issue_approval_link


@pytest.fixture
def item(house):
    return house.waiting(sapo="Câu mở đầu để đọc.")


@pytest.fixture
def link(house, item):
    """Addresses of the first approver's link."""
    return urls_of_link(token_for(house.approver))


def undecided(item):
    return state_of(item) is not None and not fresh(item).live


# --- showing and deciding ---------------------------------------------------------------------
def test_every_approver_gets_a_link_of_his_own_and_only_at_the_last_step(house):
    item = house.draft()
    submit(page=item, user=house.author)
    assert not ApprovalLink.objects.exists()
    pass_on(item, house.editor)
    assert {link.approver for link in ApprovalLink.objects.all()} == {house.approver, house.second}
    assert token_for(house.approver) != token_for(house.second)


def test_it_shows_the_page_as_it_will_look_and_what_to_look_at(link, item):
    shown = browser().get(link.page)
    assert shown.status_code == 200
    text = shown.content.decode()
    assert "Câu mở đầu để đọc." in text
    assert "Nông Thị Thắm" in text
    assert 'name="decision" value="approve"' in text
    assert 'name="decision" value="return"' in text
    preview = browser().get(link.preview)
    assert preview.status_code == 200
    assert "Câu mở đầu để đọc." in preview.content.decode()


def test_the_preview_is_what_the_public_will_get(link, item):
    """But for the hour of publication, which is not known yet."""

    def text(url):
        html = browser().get(url).content.decode()
        main = re.search(r"<main.*?</main>", html, re.S)[0]
        words = re.sub(r"<script.*?</script>|<[^>]*>", " ", main, flags=re.S)
        return re.sub(r"Đăng( lúc)?|[\d:/,]+|\s+", " ", words).split()

    before = text(link.preview)
    press(link.page)
    assert text(fresh(item).url)[: len(before) // 2] == before[: len(before) // 2]


def test_pressing_approves_in_the_approvers_name_by_link(house, link, item):
    answer = press(link.page, note="Được.")
    assert answer.status_code == 302
    assert fresh(item).live
    record = Publication.objects.get()
    assert (record.decided_by, record.via) == (house.approver, "duong-dan")
    entry = PageLogEntry.objects.get(action="wagtail.workflow.approve", user=house.approver)
    assert entry.data["via"] == "duong-dan"
    assert entry.data["comment"] == "Được."
    assert "Đã duyệt đăng" in browser().get(link.page).content.decode()


def test_pressing_returns_with_a_note(house, link, item):
    assert press(link.page, "return").status_code == 409
    assert undecided(item)
    press(link.page, "return", "Sửa câu cuối.")
    state = ReviewTaskState.objects.last()
    assert (state.status, state.comment) == ("rejected", "Sửa câu cuối.")
    assert letters("returned:").count() == 2
    assert "Sửa câu cuối." in browser().get(link.page).content.decode()


METHODS = ["get", "head", "options", "put", "delete", "patch"]


def test_only_a_post_decides_since_mail_scanners_follow_links(link, item):
    for url in vars(link).values():
        for query in ("", "?decision=approve", "?decision=return&note=x"):
            for method in METHODS:
                getattr(browser(), method)(url + query)
    assert undecided(item)
    assert not ApprovalLink.objects.filter(closed_at__isnull=False).exists()


@pytest.mark.parametrize("url", ["preview", "changes"])
def test_the_other_addresses_take_no_post(link, item, url):
    assert press(getattr(link, url)).status_code == 405
    assert undecided(item)


@pytest.mark.parametrize("data", [{}, {"decision": ""}, {"decision": "xoa"}, {"approve": "1"}])
def test_a_post_without_a_button_decides_nothing(link, item, data):
    answer = browser().post(link.page + "?decision=approve", data | {"note": "Lời ghi"})
    assert answer.status_code == 409
    assert undecided(item)
    assert "Lời ghi" in answer.content.decode(), "what was typed stays"


def test_pressed_twice_counts_once(link, item):
    press(link.page)
    before = PageLogEntry.objects.count(), letters().count()
    for decision in ("approve", "return"):
        answer = press(link.page, decision, "Lần hai.")
        assert answer.status_code == 200
        assert "Đã duyệt đăng" in answer.content.decode()
    assert (PageLogEntry.objects.count(), letters().count()) == before
    assert Publication.objects.count() == 1
    for url in (link.preview, link.changes):
        assert "Câu mở đầu để đọc." not in browser().get(url).content.decode()


def test_it_gives_these_two_acts_on_this_item_alone(house, link):
    other = house.waiting(title="Bài khác")
    press(link.page)
    assert undecided(other)
    client = browser()
    client.get(link.page)
    assert "_auth_user_id" not in client.session
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


# --- leaking nowhere --------------------------------------------------------------------------
def test_no_cache_no_robot_no_referrer(link):
    for url in vars(link).values():
        assert is_private(browser().get(url))
        assert is_private(browser().head(url))
    assert is_private(press(link.page, "xoa"))
    assert is_private(press(link.page))
    text = browser().get(link.page).content.decode()
    assert '<meta name="referrer" content="no-referrer">' in text
    assert '<meta name="robots" content="noindex' in text


def test_the_preview_names_no_token_in_what_it_loads(house, link):
    assert token_for(house.approver) not in browser().get(link.preview).content.decode()


def test_issuing_needs_no_open_link_and_leaves_others_alone(house, item):
    state = state_of(item)
    other = token_for(house.second)
    issue_approval_link(state=state, approver=house.approver)
    assert find_link(ApprovalLink, other).is_open
    links = ApprovalLink.objects.open().filter(approver=house.approver)
    assert links.count() == 1


def test_who_is_signed_in_meanwhile_does_not_matter(house, link, item):
    """The decision stands in the name of the person the letter went to."""
    browser(house.writer).post(link.page, {"decision": "approve"})
    assert Publication.objects.get().decided_by == house.approver
    assert addressees("approved:") == {"author", "editor"}
