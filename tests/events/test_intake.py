"""What the events make of a booth."""

import json

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry, Revision

from accounts.roles import Role
from events.models import EventPage, Exhibitor
from submissions.models import Purpose, Submission
from submissions.services import review, sender
from submissions.services.consents import take_back
from submissions.services.erasing import erase
from submissions.services.publication import page_is_out
from submissions.services.review import ReviewError
from tests.accounts.cast import editor_of, member
from tests.factories.events import EventPageFactory
from tests.factories.showcase import ProductPageFactory
from tests.submissions.reviewing import house, sent
from workflow.content import hash_of
from workflow.services import publish_by_system, submit


@pytest.fixture
def staff(db):
    staff = house()
    staff.host = editor_of(staff.sections["su-kien"], username="bien-tap-su-kien")
    staff.helper = member(Role.CONTRIBUTOR, username="cong-tac-su-kien")
    return staff


@pytest.fixture
def fair(staff):
    page = EventPageFactory(title="Phiên chợ cuối năm", event_kind="fair", owner=staff.helper)
    publish_by_system(page=page, user=staff.approver, cause="thử")
    return EventPage.objects.get(pk=page.pk)


def booth(fair, **payload):
    payload = {"title": "Miến dong", "needs": "Một ổ điện"} | payload
    return sent(kind="gian-hang", subject=fair, payload=payload)


def rows_of(page):
    return [(row.product_id, row.name) for row in page.exhibitors.all()]


def test_a_booth_is_one_more_row_of_the_draft_and_the_live_page_stays(staff, fair):
    product = ProductPageFactory(title="Miến dong Nà Khoang")
    row = booth(fair, product=product.pk)
    review.accept(submission=row, user=staff.host)
    page = EventPage.objects.get(pk=fair.pk)
    assert rows_of(page) == []
    assert rows_of(page.get_latest_revision_as_object()) == [(product.pk, "")]
    assert row.results.get().made is False


def test_who_is_not_on_the_site_stands_there_by_name(staff, fair):
    row = booth(fair, product=None, unit_name="Tổ hợp tác Nà Khoang")
    review.accept(submission=row, user=staff.host)
    draft = EventPage.objects.get(pk=fair.pk).get_latest_revision_as_object()
    assert rows_of(draft) == [(None, "Tổ hợp tác Nà Khoang: Miến dong")]


def test_it_stands_on_top_of_the_newest_draft_and_no_product_twice(staff, fair):
    product = ProductPageFactory(title="Miến dong Nà Khoang")
    fair.theme = "Quà Tết"
    fair.save_revision(user=staff.helper)
    for _n in range(2):
        review.accept(submission=booth(fair, product=product.pk), user=staff.host)
    draft = EventPage.objects.get(pk=fair.pk).get_latest_revision_as_object()
    assert (draft.theme, rows_of(draft)) == ("Quà Tết", [(product.pk, "")])


def test_never_while_the_event_is_in_review(staff, fair):
    fair.theme = "Quà Tết"
    fair.save_revision(user=staff.helper)
    submit(page=EventPage.objects.get(pk=fair.pk), user=staff.helper)
    count = Revision.objects.count()
    with pytest.raises(ReviewError, match="đang chờ duyệt"):
        review.accept(submission=booth(fair, unit_name="Ai đó"), user=staff.host)
    assert Revision.objects.count() == count


# --- taking it back ---------------------------------------------------------------------------
NAME = "Tổ hợp tác Nà Khoang"


def publish_draft(staff, fair):
    draft = EventPage.objects.get(pk=fair.pk).get_latest_revision_as_object()
    publish_by_system(page=draft, user=staff.approver, cause="thử")
    page_is_out(fair.pk)


@pytest.fixture
def shown(staff, fair):
    """A booth by name that is public, beside one of an editor's; and its submission."""
    fair.exhibitors.add(Exhibitor(name="Hợp tác xã Khác", booth="A1"))
    fair.save_revision(user=staff.helper)
    row = booth(fair, product=None, unit_name=NAME)
    review.accept(submission=row, user=staff.host)
    publish_draft(staff, fair)
    draft = EventPage.objects.get(pk=fair.pk).get_latest_revision_as_object()
    draft.theme = "Quà Tết"
    draft.save_revision(user=staff.helper)
    return Submission.objects.get(pk=row.pk)


def everywhere(fair):
    """Names of booths on the live page, and all revisions as one text."""
    live = [row.name for row in EventPage.objects.get(pk=fair.pk).exhibitors.all()]
    revisions = Revision.objects.for_instance(fair).values_list("content", flat=True)
    return live, json.dumps(list(revisions), ensure_ascii=False)


def test_withdrawn_the_booth_leaves_page_draft_and_every_revision_at_once(
    staff, fair, shown, client
):
    live, revisions = everywhere(fair)
    assert f"{NAME}: Miến dong" in live
    assert revisions.count(NAME) >= 3, "without this the rest proves nothing"
    assert sender.can_withdraw(shown)
    asked = client.get(reverse("submissions_withdraw", args=[shown.token])).content.decode()
    assert "Gian của bạn rời khỏi trang sự kiện" in asked
    assert client.post(reverse("submissions_withdraw", args=[shown.token])).status_code == 302
    live, revisions = everywhere(fair)
    assert live == ["Hợp tác xã Khác"]
    assert NAME not in revisions
    page = EventPage.objects.get(pk=fair.pk)
    assert page.live
    assert page.get_latest_revision_as_object().theme == "Quà Tết", "the draft of others stays"
    assert NAME not in client.get(page.url).content.decode()
    shown.refresh_from_db()
    assert shown.state == "withdrawn"
    assert PageLogEntry.objects.filter(page=fair.pk, action="events.booth_out").count() == 1


@pytest.mark.parametrize("way", ["consent", "erase"])
def test_taking_consent_back_or_erasing_takes_the_booth_out(fair, shown, way):
    if way == "consent":
        take_back(submission=shown, purpose=Purpose.HANDLING)
    else:
        erase(shown)
    live, revisions = everywhere(fair)
    assert live == ["Hợp tác xã Khác"]
    assert NAME not in revisions


def test_a_booth_of_a_product_goes_and_that_of_another_product_stays(staff, fair):
    mine, other = ProductPageFactory(title="Miến dong"), ProductPageFactory(title="Chè")
    rows = [booth(fair, product=page.pk) for page in (mine, other)]
    for row in rows:
        review.accept(submission=row, user=staff.host)
    sender.withdraw(submission=Submission.objects.get(pk=rows[0].pk))
    draft = EventPage.objects.get(pk=fair.pk).get_latest_revision_as_object()
    assert rows_of(draft) == [(other.pk, "")]


def test_what_waits_for_approval_without_the_booth_can_still_be_approved(staff, fair, shown):
    page = EventPage.objects.get(pk=fair.pk)
    submit(page=page, user=staff.helper)
    state = EventPage.objects.get(pk=fair.pk).current_workflow_task_state.specific
    sender.withdraw(submission=shown)
    state = type(state).objects.get(pk=state.pk)
    assert state.content_hash == hash_of(state.revision_id)
    assert NAME not in json.dumps(state.revision.content, ensure_ascii=False)


def test_an_accepted_booth_is_withdrawn_before_it_is_public_and_the_editor_reads_of_it(staff, fair):
    row = booth(fair, unit_name=NAME)
    review.accept(submission=row, user=staff.host)
    row.refresh_from_db()
    sender.withdraw(submission=row)
    assert NAME not in everywhere(fair)[1]
    publish_draft(staff, fair)
    row.refresh_from_db()
    assert row.state == "withdrawn"
