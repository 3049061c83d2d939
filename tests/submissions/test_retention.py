"""How long things are kept: the clock erases, drops, and leaves alone what is not its time yet."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from dateutil.relativedelta import relativedelta
from django.utils import timezone

from submissions.models import IntakeSettings, Submission
from submissions.models.submission import State
from submissions.services import retention
from submissions.services.erasing import erase
from tests.factories.submissions import DraftFactory, SubmissionFileFactory
from tests.factories.workflow import fresh
from tests.submissions.entry import NAME, make_entry, make_submission, register
from workflow.clock import _jobs

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _place(home, monkeypatch, settings, tmp_path):
    register(monkeypatch)
    settings.QUARANTINE_ROOT = tmp_path / "quarantine"


def since(state, moment, **more):
    return make_submission(state=state, received_at=moment, state_since=moment, **more)


@pytest.mark.parametrize("state", [State.DECLINED, State.WITHDRAWN])
def test_what_was_not_published_is_erased_after_its_months(state):
    limit = timezone.now() - relativedelta(months=12)
    old, young = since(state, limit - DAY), since(state, limit + DAY)
    assert retention.sweep() == {"erased": 1, "suspects": 0, "proofs": 0}
    assert fresh(old).state == State.ERASED
    assert fresh(old).sender.name == ""
    assert fresh(old).consents.count() == 1
    assert fresh(young).sender.name == NAME
    assert retention.sweep() == {"erased": 0, "suspects": 0, "proofs": 0}


@pytest.mark.parametrize(
    "state", [State.RECEIVED, State.READING, State.CHANGES, State.ACCEPTED, State.PUBLISHED]
)
def test_what_is_open_or_stands_on_the_site_is_kept_however_old(state):
    row = since(state, timezone.now() - relativedelta(years=9))
    assert set(retention.sweep().values()) == {0}
    assert fresh(row).sender.name == NAME


def test_a_declined_correction_goes_without_the_entry_it_was_to_change():
    entry = make_entry()
    later = since(
        State.DECLINED, timezone.now() - relativedelta(months=13), origin=entry.submission,
        kind="sua-thong-tin",
    )  # fmt: skip
    retention.sweep()
    assert fresh(later).state == State.ERASED
    assert fresh(entry.startup).is_visible()
    assert fresh(entry.submission).sender.name == NAME


def test_suspects_go_whole_with_the_bytes_of_their_files(
    settings, django_capture_on_commit_callbacks
):
    """S-12."""
    old = since(State.SUSPECT, timezone.now() - timedelta(days=31))
    young = since(State.SUSPECT, timezone.now() - timedelta(days=29))
    SubmissionFileFactory(submission=old)
    SubmissionFileFactory(draft=DraftFactory(origin=old))
    kept = SubmissionFileFactory(submission=young)
    with django_capture_on_commit_callbacks(execute=True):
        assert retention.sweep()["suspects"] == 1
    assert not Submission.objects.filter(pk=old.pk).exists()
    files = [path for path in Path(settings.QUARANTINE_ROOT).rglob("*") if path.is_file()]
    assert [path.name for path in files] == [Path(kept.file.name).name]


def test_the_proof_goes_after_its_years():
    row = make_submission(state=State.DECLINED)
    erase(row)
    with time_machine.travel(timezone.now() + relativedelta(years=5) - DAY, tick=False):
        assert retention.sweep()["proofs"] == 0
    with time_machine.travel(timezone.now() + relativedelta(years=5) + DAY, tick=False):
        assert retention.sweep()["proofs"] == 1
    assert not Submission.objects.filter(pk=row.pk).exists()


def test_the_settings_of_the_unit_count():
    settings = IntakeSettings.load()
    settings.keep_declined_months, settings.keep_suspect_days = 1, 3
    settings.save()
    since(State.DECLINED, timezone.now() - timedelta(days=40))
    since(State.SUSPECT, timezone.now() - timedelta(days=4))
    assert retention.sweep() == {"erased": 1, "suspects": 1, "proofs": 0}


def test_one_that_cannot_be_cleared_does_not_keep_the_others(monkeypatch, caplog):
    long_ago = timezone.now() - relativedelta(months=13)
    bad, good = since(State.DECLINED, long_ago), since(State.DECLINED, long_ago)

    def act(row, **kwargs):
        if row.pk == bad.pk:
            raise OSError("disk")
        return erase(row, **kwargs)

    monkeypatch.setattr(retention, "erase", act)
    assert retention.sweep()["erased"] == 1
    assert fresh(good).state == State.ERASED
    assert fresh(bad).sender.name == NAME
    assert "could not be cleared" in caplog.text
    assert NAME not in caplog.text


def test_the_clock_knows_both_jobs():
    assert {"submissions-retention", "submissions-yearly"} <= set(_jobs)
