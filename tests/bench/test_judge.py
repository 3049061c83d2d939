"""The benchmark finds what it looks for."""

import pytest

from tests.bench.client import Answer, Hidden
from tests.bench.submissions import judge

GOOD = [("a", Answer(302)), ("b", Answer(302)), ("b", Answer(429)), ("c", Answer(503))]
READ = {"quiet": [Answer(200)], "busy": [Answer(200)]}


def test_a_run_in_which_all_were_stored_once_or_refused_is_good():
    assert judge(GOOD, READ, [("a", 1), ("b", 1)], 2) == []


@pytest.mark.parametrize(
    ("sent", "reads", "rows", "senders", "found"),
    [
        (GOOD, READ, [("a", 1)], 1, "accepted but lost: 1"),
        (GOOD, READ, [("a", 1), ("b", 2)], 3, "stored more than once: 1"),
        (GOOD, READ, [("a", 1), ("b", 1), ("c", 1)], 3, "refused but stored: 1"),
        (GOOD, READ, [("a", 1), ("b", 1), ("x", 1)], 3, "stored without being sent: 1"),
        (GOOD, READ, [("a", 1), ("b", 1)], 1, "without their sender: 1"),
        ([("a", Answer(302)), ("b", Answer(500))], READ, [("a", 1)], 1, "'500': 1"),
        (
            [("a", Answer(302)), ("b", Answer(fault="EOFError"))],
            READ,
            [("a", 1)],
            1,
            "'0 EOFError'",
        ),
        ([("a", Answer(503))], READ, [], 0, "nobody was accepted: 1"),
        (GOOD, READ | {"busy": [Answer(503)]}, [("a", 1), ("b", 1)], 2, "readers not served: 1"),
    ],
)
def test_each_thing_that_may_go_wrong_is_told(sent, reads, rows, senders, found):
    (words,) = judge(sent, reads, rows, senders)
    assert found in words


def test_the_hidden_values_of_a_form_are_read():
    text = (
        '<form><input type="hidden" name="key" value="1"><input name="x"><input type=hidden name=y>'
    )
    assert Hidden(text).values == {"key": "1", "y": ""}
