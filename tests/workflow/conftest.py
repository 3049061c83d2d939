"""A house with staff (see `tests.factories.workflow`) and a clock that stands still."""

import datetime

import pytest
import time_machine
from django.db import transaction

from tests.factories.home import make_site
from tests.factories.workflow import House, fresh, make_house

MONDAY = datetime.datetime(2026, 11, 23, 2, tzinfo=datetime.UTC)
"""Monday, 23/11/2026, 09:00 in Vietnam."""


@pytest.fixture(scope="module")
def _stage(django_db_setup, django_db_blocker):
    """Made once for a module; each test then works in a savepoint of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_site()
        yield make_house()
        transaction.set_rollback(True)


@pytest.fixture
def house(_stage, db):
    """Two columns, nine people."""
    people = {name: fresh(user) for name, user in _stage.people.items()}
    return House(fresh(_stage.column), fresh(_stage.column_b), people)


@pytest.fixture
def monday():
    """It is Monday, 09:00, and stays so; `.shift()` and `.move_to()` move it."""
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller
