"""No English in what the server writes for the admin: every address of the table, and its form
posted empty. The browser's walk (tests/journeys/test_no_english.py) sees what scripts write."""

import pytest
from django.db import transaction

from tests.accounts.admin_table import rows
from tests.accounts.cast import stage
from tests.english import english, of_html

cast = pytest.fixture(scope="module")(stage)
HIGH, LOW = "QDO", "ECB"
"""Who sees most and who sees least of a screen: the first of each who may enter."""

SEVERAL_STATES = {"wagtailadmin_pages:edit", "wagtailadmin_pages:history"}
PLAIN = {"wagtailadmin_error_test", "wagtailredirects:process_import", "wagtailadmin_logout"}
MADE_ANEW = {"wagtailadmin_workflows:task_chooser"}
"""A form of the technical operator whose one label Wagtail makes anew at each asking."""


def screens():
    """One of each address, by the table; of a page's own screens every state."""
    found = {}
    for row in rows():
        if row.who == "-" or row.name in PLAIN | MADE_ANEW or "export=" in row.query:
            continue
        fixed = tuple(
            word for word in row.args if word.startswith("=") or row.name in SEVERAL_STATES
        )
        found.setdefault((row.name, *fixed), row)
    return list(found.values())


@pytest.mark.parametrize("row", screens(), ids=lambda row: row.id)
def test_no_screen_of_the_admin_speaks_english(cast, db, row):
    found = {}
    address = row.address(cast)
    for people in (HIGH, LOW):
        letter = next((letter for letter in people if letter in row.who or row.who == "*"), "")
        if not letter:
            continue
        client = cast.client(letter)
        client.raise_request_exception = False  # Wagtail's choosers stumble over an empty post
        for ask in (client.get, client.post) if row.method == "GET" else (client.post,):
            with transaction.atomic():
                answer = ask(address, follow=ask == client.post)
                transaction.set_rollback(True)
            found |= faults(answer)
    assert not found, report(found)


def report(found):
    """One line each."""
    return "\n".join(f"{text!r}: {why}" for text, why in sorted(found.items()))


def faults(answer):
    """English of an answer, text → what is English about it."""
    kind = answer.get("Content-Type", "")
    if answer.status_code in (204, 400) or not kind.startswith(("text/html", "application/json")):
        return {}
    words = answer.content.decode()
    if kind.startswith("application/json"):
        data = answer.json()
        words = data.get("html", "") if isinstance(data, dict) else ""
    return {text: why for text in of_html(words) if (why := english(text))}
