"""What the events make of a booth."""

import pytest
from wagtail.models import Revision

from accounts.roles import Role
from events.models import EventPage
from submissions.services import review
from submissions.services.review import ReviewError
from tests.accounts.cast import editor_of, member
from tests.factories.events import EventPageFactory
from tests.factories.showcase import ProductPageFactory
from tests.submissions.reviewing import house, sent
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
