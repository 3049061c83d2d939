"""A draft shown to one person outside: read-only, for a week at most, with an answer (P-12)."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from tests.factories.workflow import (
    browser,
    edit,
    forged,
    fresh,
    is_private,
    letters,
)
from workflow.models import ShareLink
from workflow.services import NotAllowed, publish_urgently, withdraw
from workflow.services.links import revoke_share, share_draft


@pytest.fixture
def item(house):
    return house.draft(sapo="Lời kể của chị Mai.")


@pytest.fixture
def shared(house, item):
    """The link and its token, for three days."""
    return share_draft(page=item, user=house.author, recipient="Chị Hoàng Thị Mai", days=3)


def urls(token):
    return [
        reverse("workflow_shared", args=[token]),
        reverse("workflow_shared_preview", args=[token]),
    ]


def answer(token, **data):
    return browser().post(urls(token)[0], data)


def gone(token):
    """Every address of it answers 404 and shows nothing."""
    responses = [*map(browser().get, urls(token)), answer(token, answer="dong-y")]
    for response in responses:
        assert response.status_code == 404
        assert "Lời kể của chị Mai." not in response.content.decode()
    return True


def test_it_shows_the_draft_and_nothing_else(shared):
    _link, token = shared
    for url in urls(token):
        response = browser().get(url)
        assert response.status_code == 200
        assert "Lời kể của chị Mai." in response.content.decode()
        assert is_private(response)
        assert is_private(browser().head(url))
    assert browser().post(urls(token)[1]).status_code == 405


def test_it_goes_on_showing_what_was_shared(house, item, shared):
    edit(item, house.author, sapo="Viết thêm chưa hỏi chị Mai.")
    text = browser().get(urls(shared[1])[1]).content.decode()
    assert "Lời kể của chị Mai." in text
    assert "Viết thêm chưa hỏi" not in text


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"answer": "dong-y", "text": ""}, 302),
        ({"answer": "can-sua", "text": "Tên tôi là Mai, không phải May."}, 302),
        ({"answer": "can-sua", "text": "  "}, 400),
        ({"answer": "khac", "text": "x"}, 400),
        ({}, 400),
    ],
)
def test_the_person_agrees_or_asks_for_a_change(house, item, shared, data, status):
    link, token = shared
    assert answer(token, **data).status_code == status
    link.refresh_from_db()
    if status == 302:
        assert (link.answer, link.answer_text) == (data["answer"], data["text"])
        [mail] = letters("answer:")
        assert mail.to_user == house.author
        assert data["text"] in mail.text
        entry = PageLogEntry.objects.get(action="workflow.answer")
        assert entry.data["via"] == "duong-dan"
        assert entry.data["recipient"] == "Chị Hoàng Thị Mai"
    else:
        assert link.answered_at is None
        assert not letters("answer:").exists()
    assert fresh(item).revisions.count() == 1, "nothing is written into the draft"


def test_the_answer_may_be_changed_while_the_link_lives(shared):
    link, token = shared
    answer(token, answer="dong-y")
    answer(token, answer="can-sua", text="À, còn một chỗ.")
    link.refresh_from_db()
    assert link.answer == "can-sua"
    assert letters("answer:").count() == 2


def test_the_approver_sees_the_answer(house, item, shared):
    from tests.factories.workflow import pass_on, state_of
    from workflow.services import submit

    answer(shared[1], answer="can-sua", text="Sai tên thôn.")
    submit(page=fresh(item), user=house.author)
    pass_on(item, house.editor)
    url = reverse("workflow_review", args=[state_of(item).pk])
    assert "Sai tên thôn." in browser(house.approver).get(url).content.decode()


@pytest.mark.parametrize("days", [0, -1, 8, 365])
def test_a_week_at_most(house, item, days):
    with pytest.raises(NotAllowed):
        share_draft(page=item, user=house.author, recipient="Chị Mai", days=days)
    url = reverse("workflow_share", args=[item.pk])
    browser(house.author).post(url, {"recipient": "Chị Mai", "days": days})
    assert not ShareLink.objects.exists()


def test_somebody_must_be_named(house, item):
    with pytest.raises(NotAllowed):
        share_draft(page=item, user=house.author, recipient="  ", days=2)


@pytest.mark.parametrize("name", ["writer", "editor_b", "reporter"])
def test_who_does_not_edit_it_does_not_share_it(house, item, name):
    with pytest.raises(NotAllowed):
        share_draft(page=item, user=house.people[name], recipient="Ai đó", days=2)
    client = browser(house.people[name])
    url = reverse("workflow_share", args=[item.pk])
    client.post(url, {"recipient": "Ai đó", "days": 2})
    assert not ShareLink.objects.exists()


def test_forged_tokens_find_nothing(shared):
    for token in forged(shared[1]):
        assert gone(token)


def test_after_its_days_it_finds_nothing(house, monday):
    item = house.draft(sapo="Lời kể của chị Mai.")
    _link, token = share_draft(page=item, user=house.author, recipient="Chị Mai", days=2)
    monday.shift(datetime.timedelta(days=2, seconds=-1))
    assert browser().get(urls(token)[0]).status_code == 200
    monday.shift(1)
    assert gone(token)


def test_no_row_in_the_database_makes_it_live_longer_than_a_week(house, monday):
    item = house.draft(sapo="Lời kể của chị Mai.")
    link, token = share_draft(page=item, user=house.author, recipient="Chị Mai", days=7)
    ShareLink.objects.filter(pk=link.pk).update(
        expires_at=timezone.now() + datetime.timedelta(days=99)
    )
    monday.shift(datetime.timedelta(days=7, seconds=2))
    assert gone(token)


def test_revoked_it_finds_nothing_at_once_and_the_record_says_so(house, shared):
    link, token = shared
    revoke_share(link=link, user=house.author)
    revoke_share(link=link, user=house.author)
    assert gone(token)
    assert PageLogEntry.objects.filter(action="workflow.unshare").count() == 1


def test_it_is_revoked_from_the_screen_by_those_who_edit_the_page(house, item, shared):
    link, token = shared
    url = reverse("workflow_unshare", args=[link.pk])
    browser(house.author).get(url)
    for name in ("writer", "editor_b", "reporter"):
        browser(house.people[name]).post(url)
    assert browser().get(urls(token)[0]).status_code == 200
    browser(house.editor).post(url)
    assert gone(token)


def test_the_screen_shows_the_address_this_once(house, item):
    client = browser(house.author)
    url = reverse("workflow_share", args=[item.pk])
    made = client.post(url, {"recipient": "Chị Mai", "days": 2})
    assert "/xem-nhap/" in made.content.decode()
    assert "no-store" in made["Cache-Control"]
    assert "/xem-nhap/" not in client.get(url).content.decode()
    entry = PageLogEntry.objects.get(action="workflow.share")
    assert entry.data["recipient"] == "Chị Mai"
    assert "token" not in str(entry.data)


def test_after_the_page_is_deleted_it_finds_nothing(item, shared):
    fresh(item).delete()
    assert gone(shared[1])
    assert not ShareLink.objects.exists()


def test_after_consent_was_withdrawn_no_link_shows_the_text_any_more(house, item, shared):
    publish_urgently(page=fresh(item), user=house.approver, reason="Thử")
    withdraw(page=fresh(item), user=house.approver, why="rut-dong-y")
    assert gone(shared[1])


def test_a_404_of_a_private_address_is_as_private(house, shared):
    revoke_share(link=shared[0], user=house.author)
    assert is_private(browser().get(urls(shared[1])[0]))
