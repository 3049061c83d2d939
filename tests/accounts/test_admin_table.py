"""Every address of the admin is tried by every role; what is not in the table fails."""

from contextlib import nullcontext
from datetime import timedelta
from unittest.mock import PropertyMock, patch

import pytest
from django.db import transaction
from django.template.response import SimpleTemplateResponse
from django.urls import reverse
from django.utils import timezone
from wagtail.models import (
    Page,
    PageViewRestriction,
    Revision,
    TaskState,
    WorkflowState,
)

from tests.accounts.admin_table import OPEN_DEFECTS, acts, known_urls, rows
from tests.accounts.cast import HOUSE, LETTERS, O, is_refused, post_edit, stage
from workflow.models import Publication, ShareLink

cast = pytest.fixture(scope="module")(stage)
ROWS = rows()
FAILS_BY_ITSELF = {"wagtailadmin_error_test", "wagtailredirects:process_import"}
"""Who is let in sees Wagtail fail: on purpose, or for want of an uploaded file."""


def test_every_url_of_the_admin_is_in_the_table():
    assert not set(known_urls()) - {row.name for row in ROWS}


def test_every_line_of_the_table_is_a_url_of_the_admin():
    assert not {row.name for row in ROWS} - set(known_urls())


def test_no_line_stands_twice():
    ids = [row.id for row in ROWS]
    assert len(ids) == len(set(ids))


def test_a_visitor_and_an_account_without_a_role_enter_nothing():
    """A startup has no account at all; an account nobody gave a role is as good as none."""
    assert not {letter for row in ROWS for letter in row.who} - set(HOUSE) - set("-*")


def test_every_open_defect_is_a_line_of_the_tables():
    assert not set(OPEN_DEFECTS) - {row.id for row in ROWS} - {f"{a} {p}" for a, p, _who in acts()}


def param(name, *values):
    """Where a defect is open the line is expected to fail until it is mended."""
    reason = OPEN_DEFECTS.get(name)
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(*values, id=name, marks=marks)


@pytest.mark.parametrize("row", [param(row.id, row) for row in ROWS])
def test_those_enter_who_may_and_nobody_else(cast, db, row):
    """Drawn in full for the least and the greatest of those who enter; the others' is enough."""
    entered = ""
    for letter in LETTERS:
        answer = ask(cast, letter, row, draw=letter in (row.who[0], O))
        entered += letter if has_entered(row, answer) else ""
    assert entered == (LETTERS if row.who == "*" else row.who.strip("-"))


def ask(cast, letter, row, *, draw):
    """The answer to one person; whatever it did is undone."""
    client = cast.client(letter)
    client.raise_request_exception = row.name not in FAILS_BY_ITSELF
    ask_for = client.post if row.method == "POST" else client.get
    with transaction.atomic(), blank_unless(draw):
        answer = ask_for(row.address(cast))
        transaction.set_rollback(True)
    assert answer.status_code != 405, f"{row.name} is not asked by {row.method}"
    assert answer.status_code < 500 or row.name in FAILS_BY_ITSELF
    return answer


def blank_unless(draw):
    """Templates take most of the time and decide nothing about who enters."""
    if draw:
        return nullcontext()
    return patch.object(
        SimpleTemplateResponse, "rendered_content", new_callable=PropertyMock, return_value=""
    )


def has_entered(row, answer):
    """Refused: 403, 404, sent to the sign-in page or to where one may be."""
    if row.who == "*":
        return answer.status_code < 400
    if row.name.startswith("wagtailadmin_explore"):
        return answer.status_code == 200  # Wagtail leads to the nearest page one may list
    return not is_refused(answer)


# --- acting ------------------------------------------------------------------------------------
def post(name, *, args=(), **data):
    """An act that posts to an address made of the page's key."""
    return lambda cast, client, page: client.post(reverse(name, args=[page.pk, *args]), data)


def _edit(**changes):
    return lambda cast, client, page: post_edit(client, page, sapo="Chữ mới", **changes)


def _decide(verb):
    def act(cast, client, page):
        state = page.current_workflow_task_state or cast.get("editing").current_workflow_task_state
        args = [page.pk, verb, state.pk]
        url = reverse("wagtailadmin_pages:workflow_action", args=args)
        return client.post(url, {"comment": "Cần sửa"})

    return act


def _move(cast, client, page):
    other = cast.keys["a"] if page.get_parent().pk == cast.keys["b"] else cast.keys["b"]
    return client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, other]))


def _copy(cast, client, page):
    parent = page.get_parent().pk
    data = {"new_title": "Chép", "new_slug": "chep", "new_parent_page": parent}
    return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)


TOMORROW = timezone.now() + timedelta(days=1)
DO = {
    "save": _edit(),
    "submit": _edit(**{"action-submit": "1"}),
    "approve": _decide("approve"),
    "return": _decide("reject"),
    "publish": _edit(**{"action-publish": "1"}),
    "schedule": _edit(**{"action-publish": "1", "go_live_at": f"{TOMORROW:%d/%m/%Y %H:%M}"}),
    "unpublish": post("wagtailadmin_pages:unpublish"),
    "delete": post("wagtailadmin_pages:delete"),
    "move": _move,
    "copy": _copy,
    "privacy": post("wagtailadmin_pages:set_privacy", restriction_type="login"),
    "lock": post("wagtailadmin_pages:lock"),
    "take_back": post("workflow_take_back"),
    "urgent": post("workflow_urgent", reason="Báo bão"),
    "withdraw": post("workflow_withdraw", why="sai-sot"),
    "share": post("workflow_share", recipient="Chị Mai", days=3),
}


def live_things(cast):
    return list(Page.objects.filter(live=True).order_by("pk").values_list("pk", "live_revision"))


LOOK = {
    "save": lambda cast: Revision.objects.count(),
    "submit": lambda cast: WorkflowState.objects.count(),
    "approve": lambda cast: TaskState.objects.filter(status="approved").count(),
    "return": lambda cast: TaskState.objects.filter(status="rejected").count(),
    "publish": live_things,
    "schedule": lambda cast: Revision.objects.exclude(approved_go_live_at=None).count(),
    "unpublish": live_things,
    "delete": lambda cast: Page.objects.count(),
    "move": lambda cast: set(Page.objects.values_list("pk", "path")),
    "copy": lambda cast: Page.objects.count(),
    "privacy": lambda cast: PageViewRestriction.objects.count(),
    "lock": lambda cast: Page.objects.filter(locked=True).count(),
    "take_back": lambda cast: (
        WorkflowState.objects.filter(status="cancelled").count(),
        Revision.objects.filter(approved_go_live_at__isnull=False).count(),
    ),
    "urgent": lambda cast: Publication.objects.filter(way=Publication.Way.URGENT).count(),
    "withdraw": lambda cast: cast.get("live").withdrawn_at or cast.get("live_b").withdrawn_at,
    "share": lambda cast: ShareLink.objects.count(),
}
"""What shows that an act was done."""


@pytest.mark.parametrize(
    ("act", "target", "who"), [param(f"{line[0]} {line[1]}", *line) for line in acts()]
)
def test_those_act_who_may_and_nobody_else(cast, db, act, target, who):
    did = ""
    for letter in LETTERS:
        with transaction.atomic(), blank_unless(draw=False):
            before = LOOK[act](cast)
            DO[act](cast, cast.client(letter), cast.get(target))
            did += letter if LOOK[act](cast) != before else ""
            transaction.set_rollback(True)
    assert did == who.strip("-")
