"""Acts in real threads on a database of their own. Import `apart` and `_django_db_helper`."""

import sqlite3
import threading
import time

import pytest
from django.db import connection, connections

PAUSE = 0.25
"""Seconds an act is held up between looking and doing, so that the other catches up."""


@pytest.fixture(scope="module")
def apart(django_db_setup, django_db_blocker, tmp_path_factory):
    """A copy of the empty test database in which acts are really committed."""
    with django_db_blocker.unblock():
        settings = connection.settings_dict
        name, kept = settings["NAME"], None
        if connection.vendor == "sqlite":
            path = tmp_path_factory.mktemp("apart") / "apart.sqlite3"
            connection.ensure_connection()
            with sqlite3.connect(path) as copy:
                connection.connection.backup(copy)
            copy.close()
            kept, connection.connection = connection.connection, None
            settings["NAME"] = str(path)
        else:
            connection.creation.clone_test_db(suffix="apart", verbosity=0)
            connection.close()
            settings["NAME"] = connection.creation.get_test_db_clone_settings("apart")["NAME"]
        yield
        connection.close()
        clone, settings["NAME"] = settings["NAME"], name
        connection.connection = kept
        if kept is None:
            with connection.creation._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{clone}"')


@pytest.fixture
def _django_db_helper(apart):
    """Instead of pytest-django's: nothing is rolled back, nothing emptied for those who follow."""


@pytest.fixture
def slow(monkeypatch):
    """`slow(module, "name")`: that function takes its time."""

    def put(module, name, after=False):
        original = getattr(module, name)

        def held_up(*args, **kwargs):
            if not after:
                time.sleep(PAUSE)
            answer = original(*args, **kwargs)
            if after:
                time.sleep(PAUSE)
            return answer

        monkeypatch.setattr(module, name, held_up)

    return put


def at_once(*acts, apart_by=0.05):
    """Run them in threads of their own; gives what each returned or raised."""
    outcomes = [None] * len(acts)

    def run(place, act):
        try:
            outcomes[place] = act() or "done"
        except Exception as error:
            outcomes[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
        time.sleep(apart_by)
    for thread in threads:
        thread.join(30)
    return outcomes


def refusals(outcomes):
    return [outcome for outcome in outcomes if isinstance(outcome, Exception)]
