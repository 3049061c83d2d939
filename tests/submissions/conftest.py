"""Fixtures of the room of submissions."""

import pytest
import time_machine

from tests.submissions.filling import Filling


@pytest.fixture(autouse=True)
def _own_quarantine(settings, tmp_path):
    """No test sees the bytes another left behind."""
    settings.QUARANTINE_ROOT = str(tmp_path / "quarantine")


@pytest.fixture
def clock():
    """A clock that stands: `clock.shift(seconds)`."""
    with time_machine.travel("2026-11-25T08:00:00+07:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def filling(clock, home):
    """A site that takes submissions."""
    return Filling()
