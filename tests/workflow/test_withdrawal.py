"""Taken back after publication: 410, out of everything at once, kept in the figures (W-10)."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from core.models import BasePage
from tests.factories.workflow import (
    browser,
    edit,
    fresh,
    letters,
    pass_on,
    post_edit,
    state_of,
)
from workflow.models import Publication
from workflow.services import (
    NotAllowed,
    make_draft_again,
    publish_due,
    submit,
    withdraw,
)

TITLE = "Chuyện chị Mai mở xưởng"


@pytest.fixture
def live(house):
    return house.live(title=TITLE, sapo="Chị Mai kể chuyện nghề.")


def gone(page, note="", why=""):
    answer = browser().get(page.url)
    assert answer.status_code == 410
    text = answer.content.decode()
    assert (note in text) if note else True
    assert (why in text) if why else True
    return text


def test_its_address_says_that_it_was_withdrawn_and_why(house, live):
    withdraw(page=live, user=house.approver, why="sai-sot", note="Số liệu của bài chưa đúng.")
    text = gone(live, "Số liệu của bài chưa đúng.", "Nội dung có sai sót")
    assert "Chị Mai kể chuyện nghề." not in text
    assert 'name="robots" content="noindex' in text


def test_of_withdrawn_consent_it_says_the_date_alone(house, live, monday):
    withdraw(page=live, user=house.approver, why="rut-dong-y", note="Chị Mai không muốn nữa.")
    text = gone(live, "23/11/2026")
    for words in (TITLE, "Chị Mai", "không muốn nữa", "đồng ý"):
        assert words not in text


@pytest.mark.parametrize("why", ["sai-sot", "rut-dong-y"])
def test_it_is_out_of_everything_at_once(house, live, why):
    other = house.live(title="Bài ở lại")
    places = [
        "/",
        house.column.url,
        f"{house.column.url}rss.xml",
        f"{house.column.url}atom.xml",
        "/sitemap.xml",
        "/tim-kiem/?q=xưởng",
        other.url,
    ]
    client = browser()
    seen = [url for url in places if TITLE in client.get(url).content.decode()]
    assert house.column.url in seen, "without this the rest proves nothing"
    withdraw(page=live, user=house.approver, why=why)
    for url in places:
        text = client.get(url, follow=True).content.decode()
        shown = text.replace("q=xưởng", "")
        assert TITLE not in shown or "rss" in url or "atom" in url, url
        assert f'href="{live.url}"' not in shown, url
    if why == "rut-dong-y":
        for url in places:
            assert TITLE not in client.get(url, follow=True).content.decode(), url
    assert not BasePage.objects.visible().filter(pk=live.pk).exists()


def test_it_stays_in_the_figures_and_on_the_record(house, live):
    withdraw(page=live, user=house.approver, why="het-dung", note="Hết hạn.")
    assert Publication.objects.filter(page=live.pk).exists()
    entry = PageLogEntry.objects.get(action="workflow.withdraw")
    assert entry.data["why"] == "het-dung"
    assert entry.data["note"] == "Hết hạn."
    assert entry.data["who"] == house.approver.get_full_name()


@pytest.mark.parametrize("name", ["author", "editor", "editor_b", "reporter"])
def test_others_do_not_withdraw(house, live, name):
    with pytest.raises(NotAllowed):
        withdraw(page=live, user=house.people[name], why="sai-sot")
    url = reverse("workflow_withdraw", args=[live.pk])
    browser(house.people[name]).post(url, {"why": "sai-sot", "note": ""})
    assert fresh(live).withdrawn_at is None


@pytest.mark.parametrize("why", ["", "khac", None])
def test_never_without_one_of_the_reasons(house, live, why):
    with pytest.raises(NotAllowed):
        withdraw(page=live, user=house.approver, why=why)


def test_looking_at_the_screen_withdraws_nothing(house, live):
    url = reverse("workflow_withdraw", args=[live.pk])
    assert browser(house.approver).get(url).status_code == 200
    assert fresh(live).withdrawn_at is None
    browser(house.admin).post(url, {"why": "sai-sot", "note": "Sai."})
    assert fresh(live).withdrawn_note == "Sai."


def test_a_draft_and_what_was_withdrawn_are_not_withdrawn(house, live):
    with pytest.raises(NotAllowed):
        withdraw(page=house.draft(), user=house.approver, why="sai-sot")
    withdraw(page=live, user=house.approver, why="sai-sot")
    with pytest.raises(NotAllowed):
        withdraw(page=fresh(live), user=house.approver, why="sai-sot")


def test_what_waits_of_it_is_taken_out_of_the_workflow(house, live):
    edit(live, house.author, sapo="Bản mới.")
    submit(page=fresh(live), user=house.author)
    pass_on(live, house.editor)
    withdraw(page=fresh(live), user=house.approver, why="sai-sot")
    assert fresh(live).current_workflow_state is None


# --- it does not come back (W-10) -------------------------------------------------------------
def consent_withdrawn(house, page):
    withdraw(page=fresh(page), user=house.approver, why="rut-dong-y")
    return fresh(page)


def still_gone(page):
    page = fresh(page)
    assert page.withdrawn_at
    assert page.withdrawn_why == "rut-dong-y"
    assert not BasePage.objects.visible().filter(pk=page.pk).exists()
    assert browser().get(page.url).status_code in (404, 410)
    return True


def test_an_old_version_brought_back_and_approved_does_not_bring_it_back(house, live):
    first = live.live_revision
    page = consent_withdrawn(house, live)
    post_edit(house, house.author, page, revision=first.pk, sapo="Chị Mai kể chuyện nghề.")
    with pytest.raises(NotAllowed):
        submit(page=fresh(page), user=house.author)
    assert still_gone(page)


def test_a_version_approved_for_later_does_not_bring_it_back(house, live, monday):
    from django.utils import timezone

    soon = timezone.now() + timezone.timedelta(days=1)
    edit(live, house.author, sapo="Bản hẹn giờ.", go_live_at=soon)
    submit(page=fresh(live), user=house.author)
    pass_on(live, house.editor)
    pass_on(live, house.approver)
    page = consent_withdrawn(house, live)
    monday.move_to(soon + timezone.timedelta(minutes=1))
    publish_due()
    assert still_gone(page)


def test_nor_does_unpublishing_and_approving_anew(house, live):
    page = consent_withdrawn(house, live)
    browser(house.admin).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    edit(page, house.author, sapo="Lại lên.")
    with pytest.raises(NotAllowed):
        submit(page=fresh(page), user=house.author)
    assert still_gone(page)


def test_nor_may_anybody_make_it_a_draft_again(house, live):
    page = consent_withdrawn(house, live)
    for name in ("approver", "admin", "operator"):
        with pytest.raises(NotAllowed):
            make_draft_again(page=page, user=house.people[name])
        browser(house.people[name]).post(reverse("workflow_draft_again", args=[page.pk]))
    assert still_gone(page)


def test_a_withdrawn_page_is_not_sent_on_its_way(house, live):
    """It would be approved, and nobody could see it."""
    withdraw(page=live, user=house.approver, why="sai-sot")
    edit(live, house.author, sapo="Đã mend.")
    with pytest.raises(NotAllowed):
        submit(page=fresh(live), user=house.author)
    assert not fresh(live).permissions_for_user(house.author).can_submit_for_moderation()
    assert not letters("approved:")


# --- by mistake -------------------------------------------------------------------------------
def test_withdrawn_by_mistake_it_becomes_a_draft_that_must_be_approved(house, live):
    withdraw(page=live, user=house.approver, why="sai-sot", note="Nhầm.")
    make_draft_again(page=fresh(live), user=house.second)
    page = fresh(live)
    assert not page.live
    assert (page.withdrawn_at, page.withdrawn_why, page.withdrawn_note) == (None, "", "")
    assert browser().get(page.url).status_code == 404
    submit(page=page, user=house.author)
    pass_on(page, house.editor)
    assert state_of(page).task.name == "Duyệt đăng"
    pass_on(page, house.approver)
    assert browser().get(page.url).status_code == 200
    assert PageLogEntry.objects.filter(action="workflow.draft_again").count() == 1


@pytest.mark.parametrize("name", ["author", "editor", "reporter"])
def test_others_do_not_bring_it_back(house, live, name):
    withdraw(page=live, user=house.approver, why="sai-sot")
    with pytest.raises(NotAllowed):
        make_draft_again(page=fresh(live), user=house.people[name])
    browser(house.people[name]).post(reverse("workflow_draft_again", args=[live.pk]))
    assert fresh(live).withdrawn_at


def test_a_copy_of_it_is_a_draft_without_the_notice(house, live):
    withdraw(page=live, user=house.approver, why="sai-sot")
    copy = fresh(live).copy(update_attrs={"slug": "ban-sao"}, keep_live=False, user=house.author)
    assert not fresh(copy).live
    assert fresh(copy).withdrawn_at is None
