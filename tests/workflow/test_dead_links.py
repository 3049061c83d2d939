"""Leaders' links that must not work: forged, old, replaced, of people and items changed (P-12)."""

import datetime

import pytest
from django.urls import reverse

from tests.factories.workflow import (
    browser,
    forged,
    fresh,
    is_private,
    letters,
    pass_on,
    press,
    send_back,
    state_of,
    token_for,
    urls_of_link,
)
from workflow.models import ApprovalLink, EditorialSettings
from workflow.notices import ask_to_act
from workflow.services import submit, take_back
from workflow.services.links import find_link


@pytest.fixture
def item(house):
    return house.waiting(sapo="Câu mở đầu để đọc.")


@pytest.fixture
def link(house, item):
    """Addresses of the first approver's link."""
    return urls_of_link(token_for(house.approver))


def undecided(item):
    return state_of(item) is not None and not fresh(item).live


def test_a_forged_or_unknown_token_finds_nothing(house, item):
    for token in forged(token_for(house.approver)):
        for url in vars(urls_of_link(token)).values():
            answer = browser().get(url)
            assert answer.status_code == 404, token
        assert press(urls_of_link(token).page).status_code == 404
    assert undecided(item)


def test_a_token_that_finds_nothing_is_answered_as_privately(house, item):
    assert is_private(browser().get(urls_of_link("sai").page))


def test_the_database_holds_no_token(house, item):
    token = token_for(house.approver)
    link = find_link(ApprovalLink, token)
    assert len(link.digest) == 64
    assert token.partition(".")[0] not in link.digest


def test_after_48_hours_it_is_dead(house, item, monday):

    take_back(page=fresh(item), user=house.author)
    submit(page=fresh(item), user=house.author)
    pass_on(item, house.editor)
    link = urls_of_link(token_for(house.approver))
    monday.shift(datetime.timedelta(hours=47, minutes=59))
    assert browser().get(link.page).status_code == 200
    monday.shift(datetime.timedelta(minutes=2))
    for answer in (browser().get(link.page), browser().get(link.preview), press(link.page)):
        assert answer.status_code in (404, 410)
        assert "Câu mở đầu để đọc." not in answer.content.decode()
    assert undecided(item)


def test_a_newer_letter_kills_the_older_link(house, link, item):
    assert ask_to_act(state_of(item), key="nhac") == 2
    newer = urls_of_link(token_for(house.approver))
    assert newer.page != link.page
    assert press(link.page).status_code == 410
    assert undecided(item)
    assert press(newer.page).status_code == 302
    assert fresh(item).live


def test_asking_again_within_the_hour_leaves_the_last_letters_link_alive(house, item):
    """No second letter is written then; the only one must not be dead."""
    url = reverse("workflow_remind", args=[state_of(item).pk])
    for _time in range(2):
        browser(house.author).post(url)
    link = urls_of_link(token_for(house.approver))
    assert browser().get(link.page).status_code == 200


def demoted(house):
    house.approver.groups.clear()


def deactivated(house):
    type(house.approver).objects.filter(pk=house.approver.pk).update(is_active=False)


def switched_off(house):
    settings = EditorialSettings.load()
    settings.links_by_mail = False
    settings.save()


@pytest.mark.parametrize("change", [demoted, deactivated, switched_off])
def test_the_link_is_worth_what_its_owner_is_worth_today(house, link, item, change):
    change(house)
    for answer in (press(link.page), press(link.page, "return", "Trả."), browser().get(link.page)):
        assert answer.status_code == 410
        assert "Câu mở đầu để đọc." not in answer.content.decode()
    assert browser().get(link.preview).status_code == 410
    assert undecided(item)


def test_an_approver_who_became_a_writer_does_not_approve_by_link(house, link, item):
    item.get_latest_revision().__class__.objects.create(
        content_object=item,
        base_content_type=item.get_base_content_type(),
        user=house.approver,
        content=item.get_latest_revision().content,
    )
    assert press(link.page).status_code == 409
    assert undecided(item)
    assert press(link.page, "return", "Tôi lỡ sửa.").status_code == 302


def test_switched_off_letters_lead_to_the_admin(house):
    switched_off(house)
    item = house.waiting()
    assert not ApprovalLink.objects.exists()
    for mail in letters(f"step:{state_of(item).pk}:"):
        assert reverse("workflow_review", args=[state_of(item).pk]) in mail.text
        assert "/duyet/" not in mail.text


def by_account(house, item):
    pass_on(item, house.second)


def returned_by_another(house, item):
    send_back(item, house.second, "Của chị Lan.")


def taken_back(house, item):
    take_back(page=fresh(item), user=house.author)


@pytest.mark.parametrize("act", [by_account, returned_by_another, taken_back])
def test_decided_or_taken_back_elsewhere_the_link_says_so(house, link, item, act):
    act(house, item)
    live = fresh(item).live
    for answer in (browser().get(link.page), press(link.page), browser().get(link.preview)):
        assert answer.status_code == 410
        assert "không còn chờ" in answer.content.decode()
    assert fresh(item).live is live
    assert is_private(answer)


def test_sent_again_the_old_link_stays_dead(house, link, item):
    taken_back(house, item)
    submit(page=fresh(item), user=house.author)
    pass_on(item, house.editor)
    assert press(link.page).status_code == 410
    assert undecided(item)


def test_after_the_page_is_deleted_the_link_finds_nothing(link, item):
    fresh(item).delete()
    for url in vars(link).values():
        assert browser().get(url).status_code == 404
    assert press(link.page).status_code == 404
    assert not ApprovalLink.objects.exists()
