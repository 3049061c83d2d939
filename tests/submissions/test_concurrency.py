"""Two at once, in real threads on a database of their own (S-08, W-04)."""

from types import SimpleNamespace

import pytest

from showcase.models import StartupPage
from submissions.intake import ReviewError
from submissions.models import Consent, Sender, Submission
from submissions.services import receive as receiving
from submissions.services import review
from tests.concurrency import _django_db_helper, at_once, refusals  # noqa: F401
from tests.factories.submissions import ConsentTextFactory
from tests.submissions.reviewing import house, sent, unit_payload

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db]


@pytest.fixture(scope="module")
def office(apart):
    """A site with editors, committed."""
    return SimpleNamespace(staff=house(), text=ConsentTextFactory(purpose="handling"))


def test_of_two_editors_at_once_exactly_one_accepts(office, slow):
    slow(review, "_check_acceptable", after=True)
    row, before = sent(), StartupPage.objects.count()
    outcomes = at_once(
        lambda: review.accept(submission=row, user=office.staff.editor),
        lambda: review.accept(submission=row, user=office.staff.colleague),
    )
    assert [type(outcome) for outcome in refusals(outcomes)] == [ReviewError], outcomes
    assert StartupPage.objects.count() == before + 1


def test_the_same_submission_sent_twice_at_once_is_stored_once(office, slow):
    slow(receiving, "_store")

    def send():
        return receiving.receive(
            kind="don-vi", payload=unit_payload(), sender={"name": "Dũng", "phone": "+84912345678"},
            consents=[office.text], key="mot-khoa",
        )  # fmt: skip

    first, second = at_once(send, send)
    assert first.pk == second.pk
    row = Submission.objects.get(idempotency_key="mot-khoa")
    assert Sender.objects.filter(submission=row).count() == 1
    assert Consent.objects.filter(submission=row).count() == 1
