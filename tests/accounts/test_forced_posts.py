"""Whatever a signed-in person posts, nothing is public that was not approved."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import Page, PageViewRestriction, Revision, WorkflowState

from core.models import BasePage, Topic
from home.models import HomePage, Notice, SiteIdentity
from news.models import ArticlePage
from tests.accounts.cast import (
    SECRET,
    B,
    C,
    D,
    E,
    O,
    Q,
    decide_as,
    fields_of,
    is_refused,
    post_edit,
    public_state,
    refreshed,
    stage,
    went_out,
)
from tests.factories.accounts import UserFactory
from workflow.models import EditorialSettings, Publication
from workflow.services import NotAllowed, decide, publish_due, submit

cast = pytest.fixture(scope="module")(stage)
WRITERS = [C, E, D, Q, O]
each_writer = pytest.mark.parametrize("letter", WRITERS)
PUBLISH = {"action-publish": "1"}
SUBMIT = {"action-submit": "1"}


@pytest.fixture(autouse=True)
def _nothing_goes_out(cast, db):
    """After each test a visitor sees what was there before, or less; no publication is noted."""
    (before, closed), done = public_state(), set(went_out().values_list("pk", flat=True))
    yield
    after, closed_after = public_state()
    assert {key: row for key, row in after.items() if before.get(key) != row} == {}
    assert closed <= closed_after
    assert set(went_out().values_list("pk", flat=True)) == done
    for page in BasePage.objects.visible().filter(pk__in=[cast.keys["a"], cast.keys["live"]]):
        assert SECRET not in Client().get(page.url).content.decode()


def new_page(client, parent, model=ArticlePage, **changes):
    """Post the form of a new page."""
    form = model.get_edit_handler().get_form_class()(
        instance=model(), parent_page=parent, for_user=UserFactory(is_superuser=True)
    )
    label = model._meta
    url = reverse("wagtailadmin_pages:add", args=[label.app_label, label.model_name, parent.pk])
    return client.post(url, fields_of(form, **{"title": "Trang mới", "sapo": SECRET, **changes}))


def bulk(client, action, pages, **data):
    """A bulk action on pages."""
    ids = "&".join(f"id={page.pk}" for page in pages)
    args = ["wagtailcore", "page", action]
    return client.post(reverse("wagtail_bulk_action", args=args) + f"?{ids}", data)


def api(client, page, action, **data):
    """An action of the admin API."""
    url = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
    client.raise_request_exception = False
    return client.post(url, json.dumps(data), content_type="application/json")


# --- making ------------------------------------------------------------------------------------
@each_writer
@pytest.mark.parametrize("more", [{}, {"go_live_at": "01/01/2020 08:00"}], ids=["now", "past"])
def test_a_page_made_with_action_publish_is_a_draft(cast, letter, more):
    answer = new_page(cast.client(letter), cast.get("a"), **PUBLISH, **more)
    page = ArticlePage.objects.get(title="Trang mới")
    assert answer.status_code == 302
    assert not page.live
    assert not page.workflow_in_progress
    assert page.first_published_at is None


@each_writer
def test_a_page_made_and_sent_with_a_past_hour_waits_for_approval(cast, letter):
    new_page(cast.client(letter), cast.get("a"), **SUBMIT, go_live_at="01/01/2020 08:00")
    page = ArticlePage.objects.get(title="Trang mới")
    publish_due()
    assert not refreshed(page).live
    assert page.workflow_in_progress


@pytest.mark.parametrize("letter", [D, Q, O])
def test_under_the_plain_root_too_a_page_is_made_as_a_draft(cast, letter):
    """Wagtail's own root page would publish it: its stock view saves it live before any hook."""
    root = cast.get("root")
    Page.objects.filter(pk__in=HomePage.objects.values("pk")).update(live=False)
    with transaction.atomic():
        HomePage.objects.all().delete()
        root.refresh_from_db()
        answer = new_page(cast.client(letter), root, HomePage, slug="moi", **PUBLISH)
        home = HomePage.objects.get()
        assert answer.status_code == 302
        assert not home.live
        transaction.set_rollback(True)


@pytest.mark.parametrize("letter", [C, E, B])
def test_nobody_else_makes_a_page_under_the_root(cast, letter):
    assert is_refused(new_page(cast.client(letter), cast.get("root"), HomePage, **PUBLISH))


# --- editing -----------------------------------------------------------------------------------
@each_writer
@pytest.mark.parametrize("name", ["own", "live"])
def test_an_edit_posted_with_action_publish_is_saved_as_a_draft(cast, letter, name):
    page = cast.get(name)
    answer = post_edit(cast.client(letter), page, title="Đổi tên", sapo=SECRET, **PUBLISH)
    assert answer.status_code == 302
    assert refreshed(page).get_latest_revision_as_object().title == "Đổi tên"
    assert refreshed(page).live == page.live
    assert refreshed(page).live_revision_id == page.live_revision_id


@each_writer
def test_an_hour_in_the_past_publishes_nothing(cast, letter):
    page = cast.get("own")
    answer = post_edit(cast.client(letter), page, go_live_at="01/01/2020 08:00", **SUBMIT)
    assert answer.status_code == 302
    publish_due()
    assert refreshed(page).workflow_in_progress
    assert not refreshed(page).live
    assert not Revision.objects.for_instance(page).exclude(approved_go_live_at=None).exists()


@each_writer
def test_an_hour_to_come_is_no_schedule_without_approval(cast, letter):
    page = cast.get("own")
    post_edit(cast.client(letter), page, go_live_at="01/01/2090 08:00", **PUBLISH)
    with time_machine.travel(timezone.now() + timedelta(days=40_000)):
        publish_due_but_what_was_approved(cast)
    assert not refreshed(page).live


def publish_due_but_what_was_approved(cast):
    """The scheduled page of the cast was approved by the rule; it may go out, but not here."""
    Revision.objects.for_instance(cast.get("scheduled")).update(approved_go_live_at=None)
    publish_due()


def test_an_hour_set_in_the_database_past_all_screens_is_refused_by_the_clock(cast):
    revision = cast.get("own").get_latest_revision()
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()
    assert publish_due()["refused"] == 1
    assert not cast.get("own").live


@each_writer
def test_reverting_and_publishing_is_reverting(cast, letter):
    page, first = cast.get("own"), cast.get("own_first_revision")
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk])
    answer = post_edit(cast.client(letter), page, url, **PUBLISH)
    assert answer.status_code == 302
    assert page.revisions.count() == 3
    assert not refreshed(page).live


@each_writer
def test_a_restarted_workflow_begins_at_its_beginning(cast, letter):
    frozen = cast.get("frozen")
    decide_as(frozen, cast.people[D], approve=False, comment="Cần sửa")
    post_edit(cast.client(letter), frozen, **{"action-restart-workflow": "1"})
    assert not refreshed(frozen).live
    assert not WorkflowState.objects.for_instance(frozen).filter(status="approved").exists()


# --- before the final approval -----------------------------------------------------------------
@each_writer
@pytest.mark.parametrize("how", ["approve", "publish", "save", "submit"])
def test_a_frozen_page_is_changed_by_no_post_of_its_form(cast, letter, how):
    words = {
        "approve": {"action-workflow-action": "1", "workflow-action-name": "approve"},
        "publish": PUBLISH,
        "save": {},
        "submit": SUBMIT,
    }
    page = cast.get("frozen")
    post_edit(cast.client(letter), page, title="Đổi tên", **words[how])
    assert refreshed(page).get_latest_revision_as_object().title == page.title
    assert refreshed(page).is_frozen


def approve(client, page, state):
    """Post to Wagtail's own address of the step."""
    args = [page.pk, "approve", state.pk]
    return client.post(reverse("wagtailadmin_pages:workflow_action", args=args), {"comment": ""})


@pytest.mark.parametrize("letter", [C, E, Q, O, B])
def test_being_a_superuser_or_an_administrator_is_no_right_to_approve(cast, letter):
    """Wagtail's `GroupApprovalTask.get_actions` lets every superuser approve."""
    page, state = cast.get("frozen"), cast.get("frozen_state")
    task = state.task.specific
    assert task.get_actions(page, cast.people[letter]) == []
    assert is_refused(approve(cast.client(letter), page, state))
    with pytest.raises(NotAllowed):
        decide(state_id=state.pk, user=cast.people[letter], approve=True)
    assert refreshed(page).is_frozen


def test_an_approver_does_not_approve_what_he_wrote(cast):
    page = cast.get("own")
    post_edit(cast.client(D), page, title="Sửa của người duyệt")
    submit(page=refreshed(page), user=cast.people[D])
    state = refreshed(page).current_workflow_task_state
    assert refreshed(page).is_frozen
    assert is_refused(approve(cast.client(D), page, state))
    assert not refreshed(page).live


def test_the_step_of_another_page_is_not_decided_through_ones_own(cast):
    """The address names a page one may decide on and the passage of one that one may not."""
    elsewhere = cast.get("elsewhere")
    submit(page=elsewhere, user=cast.get("colleague"))
    foreign = refreshed(elsewhere).current_workflow_task_state
    approve(cast.client(E), cast.get("editing"), foreign)
    approve(cast.client(E), cast.get("editing"), cast.get("frozen_state"))
    foreign.refresh_from_db()
    assert foreign.status == foreign.STATUS_IN_PROGRESS
    assert cast.get("frozen").is_frozen


@pytest.mark.parametrize("letter", [C, E, B])
def test_only_those_who_decide_publish_urgently(cast, letter):
    page = cast.get("own")
    url = reverse("workflow_urgent", args=[page.pk])
    assert is_refused(cast.client(letter).post(url, {"reason": "Tôi muốn"}))


@pytest.mark.parametrize("letter", [D, Q, O])
def test_and_not_without_a_reason(cast, letter):
    url = reverse("workflow_urgent", args=[cast.keys["own"]])
    for reason in ("", "   "):
        assert cast.client(letter).post(url, {"reason": reason}).status_code == 200


# --- many at once ------------------------------------------------------------------------------
DRAFTS = ["own", "others", "elsewhere", "live", "live_b", "editing", "frozen", "scheduled"]


@each_writer
@pytest.mark.parametrize("below", ["", "on"], ids=["these", "with-what-is-below"])
def test_bulk_publishing_publishes_nothing(cast, letter, below):
    pages = [cast.get(name) for name in ("home", "a", *DRAFTS)]
    answer = bulk(cast.client(letter), "publish", pages, include_descendants=below)
    assert answer.status_code == 404
    assert all(refreshed(page).live == page.live for page in pages)


@each_writer
def test_bulk_moving_publishes_nothing_and_leaves_what_is_being_read(cast, letter):
    pages = [cast.get(name) for name in ("own", "editing", "frozen")]
    bulk(cast.client(letter), "move", pages, chooser=cast.keys["b"])
    assert cast.get("frozen").get_parent().pk == cast.keys["a"]
    assert not any(refreshed(page).live for page in pages)


# --- copying, aliases, moving ------------------------------------------------------------------
def copy(client, page, parent, **more):
    """Post the form of a copy."""
    data = {"new_title": "Bản chép", "new_slug": "ban-chep", "new_parent_page": parent.pk}
    return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data | more)


@each_writer
@pytest.mark.parametrize("name", ["own", "live", "scheduled"])
@pytest.mark.parametrize("more", ["", "publish_copies", "alias"])
def test_a_copy_is_a_draft(cast, letter, name, more):
    copy(cast.client(letter), cast.get(name), cast.get("a"), **({more: "on"} if more else {}))
    made = Page.objects.filter(title="Bản chép").first()
    assert made or more == "publish_copies"
    assert not (made and (made.live or made.alias_of_id or made.scheduled_revision))


@pytest.mark.parametrize("letter", [D, Q, O])
def test_a_copied_branch_is_a_branch_of_drafts(cast, letter):
    parent = cast.get("a").get_parent()
    for more in ({"publish_copies": "on"}, {}):
        copy(cast.client(letter), cast.get("a"), parent, copy_subpages="on", **more)
    made = Page.objects.get(title="Bản chép")
    assert made.get_descendants().count() == cast.get("a").get_descendants().count()
    assert not made.get_descendants(inclusive=True).filter(live=True).exists()


@each_writer
def test_a_moved_draft_is_a_draft(cast, letter):
    page = cast.get("own")
    args = [page.pk, cast.keys["b"]]
    cast.client(letter).post(reverse("wagtailadmin_pages:move_confirm", args=args))
    assert cast.get("own").get_parent().pk == cast.keys["a" if letter == E else "b"]
    assert not cast.get("own").live


@each_writer
def test_an_alias_that_is_made_a_page_stays_a_draft(cast, letter):
    url = reverse("wagtailadmin_pages:convert_alias", args=[cast.keys["alias"]])
    cast.client(letter).post(url)
    assert not cast.get("alias").live


# --- privacy -----------------------------------------------------------------------------------
@each_writer
@pytest.mark.parametrize("kind", ["none", "login", "password"])
def test_privacy_is_for_administrators_and_shows_no_draft(cast, letter, kind):
    client = cast.client(letter)
    for name in DRAFTS:
        url = reverse("wagtailadmin_pages:set_privacy", args=[cast.keys[name]])
        answer = client.post(url, {"restriction_type": kind, "password": "mat-khau"})
        assert is_refused(answer) == (letter not in (Q, O))
    if letter not in (Q, O):
        assert not PageViewRestriction.objects.exists()


@pytest.mark.parametrize("letter", [C, E, D])
def test_a_restriction_is_lifted_by_administrators_alone(cast, letter):
    PageViewRestriction.objects.create(page=cast.get("live"), restriction_type="login")
    url = reverse("wagtailadmin_pages:set_privacy", args=[cast.keys["live"]])
    assert is_refused(cast.client(letter).post(url, {"restriction_type": "none"}))
    assert PageViewRestriction.objects.count() == 1
    PageViewRestriction.objects.all().delete()


# --- the admin API -----------------------------------------------------------------------------
API_DATA = {
    "copy": {"recursive": True, "keep_live": True, "slug": "ban-chep"},
    "create_alias": {"recursive": True, "update_slug": "ban-sao-2"},
    "copy_for_translation": {"locale": "vi", "recursive": True},
    "revert_to_page_revision": {},
    "move": {},
    "unpublish": {"recursive": True},
    "delete": {},
    "publish": {},
    "convert_alias": {},
}


def test_every_action_of_the_admin_api_is_tried():
    assert set(API_DATA) == set(PagesAdminAPIViewSet.actions)


@each_writer
@pytest.mark.parametrize("action", API_DATA)
def test_no_action_of_the_admin_api_publishes(cast, letter, action):
    client = cast.client(letter)
    for name in DRAFTS:
        data = dict(API_DATA[action])
        if action == "move":
            data["destination_page_id"] = cast.keys["b"]
        if action == "revert_to_page_revision":
            data["revision_id"] = cast.get(name).revisions.order_by("pk").first().pk
        with transaction.atomic():
            before = public_state()[0]
            answer = api(client, cast.get(name), action, **data)
            after = public_state()[0]
            transaction.set_rollback(True)
        known = {key: row for key, row in after.items() if key in before}
        assert set(after) <= set(before), f"{action} of {name}: {answer.status_code}"
        assert all(row[-2] == before[key][-2] for key, row in known.items())
        if action in ("publish", "create_alias"):
            assert answer.status_code in (403, 404)


@each_writer
def test_a_copy_by_the_api_that_does_not_ask_to_be_live_is_a_draft(cast, letter):
    answer = api(cast.client(letter), cast.get("live"), "copy", keep_live=False, slug="ban-chep")
    assert answer.status_code == 201
    assert not Page.objects.get(pk=answer.json()["id"]).live


@each_writer
def test_the_api_does_not_write_a_page_that_is_being_read(cast, letter):
    frozen = cast.get("frozen")
    first = frozen.revisions.order_by("pk").first()
    answer = api(cast.client(letter), frozen, "revert_to_page_revision", revision_id=first.pk)
    assert answer.status_code == 403
    assert frozen.revisions.count() == 2


# --- what is public without being a page -------------------------------------------------------
@pytest.mark.parametrize("letter", [C, E, B])
def test_terms_notices_and_settings_are_not_for_writers(cast, letter):
    client = cast.client(letter)
    identity, rules = SiteIdentity.objects.get(), EditorialSettings.load()
    posts = {
        "wagtailsnippets_home_notice:add": ([], {"text": "Tin của tôi", "kind": "tin"}),
        "wagtailsnippets_home_notice:delete": ([cast.keys["home.notice"]], {}),
        "wagtailsnippets_core_topic:add": ([], {"name": "Chủ đề của tôi"}),
        "wagtailsnippets_core_topic:edit": ([cast.keys["core.topic"]], {"name": "Khác"}),
        "wagtailsnippetchoosers_core_topic:create": ([], {"name": "Chủ đề của tôi"}),
        "wagtailsettings:edit": (["home", "siteidentity", cast.keys["site"]], {"name": "Khác"}),
    }
    for name, (args, data) in posts.items():
        assert is_refused(client.post(reverse(name, args=args), data)), name
    rule = ["workflow", "editorialsettings", rules.pk]
    assert is_refused(client.post(reverse("wagtailsettings:edit", args=rule), {"digest_hour": 3}))
    assert list(Notice.objects.values_list("text", flat=True)) == ["Hạn chót nộp hồ sơ"]
    assert not Topic.objects.filter(name__in=["Chủ đề của tôi", "Khác"]).exists()
    assert SiteIdentity.objects.get().__dict__ | {"_state": 0} == identity.__dict__ | {"_state": 0}
    assert EditorialSettings.objects.get().digest_hour == rules.digest_hour


# --- the editor of A in B ----------------------------------------------------------------------
def traces(cast):
    """Everything kept of the pages of column B."""
    pages = Page.objects.filter(pk__in=[cast.keys["elsewhere"], cast.keys["live_b"]])
    keys = [str(page.pk) for page in pages]
    return (
        list(pages.order_by("pk").values()),
        list(ArticlePage.objects.filter(pk__in=keys).order_by("pk").values()),
        list(Revision.objects.filter(object_id__in=keys).order_by("pk").values()),
        list(WorkflowState.objects.filter(object_id__in=keys).values()),
        list(PageViewRestriction.objects.filter(page__in=pages).values()),
        cast.get("b").get_children().count(),
    )


@pytest.mark.parametrize("name", ["elsewhere", "live_b"])
@pytest.mark.parametrize("letter", [E, B])
def test_the_editor_of_a_column_changes_nothing_in_another(cast, letter, name):
    """By the direct address of each verb: refused, and nothing is changed."""
    client, page, before = cast.client(letter), cast.get(name), traces(cast)
    first = page.revisions.order_by("pk").first().pk
    verbs = {
        "delete": [], "unpublish": [], "copy": [], "lock": [], "unlock": [], "set_privacy": [],
        "set_page_position": [], "revisions_revert": [first], "revisions_unschedule": [first],
    }  # fmt: skip
    data = {
        "new_title": "Chép", "new_slug": "chep", "new_parent_page": cast.keys["a"],
        "restriction_type": "login",
    }  # fmt: skip
    for verb, more in verbs.items():
        url = reverse(f"wagtailadmin_pages:{verb}", args=[page.pk, *more])
        assert is_refused(client.post(url, data)), verb
    for words in ({}, PUBLISH, SUBMIT, {"action-restart-workflow": "1"}):
        assert is_refused(post_edit(client, page, sapo="Khác", **words)), words
    move = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, cast.keys["a"]])
    assert is_refused(client.post(move))
    for act in ("take_back", "urgent", "small", "withdraw", "draft_again", "share"):
        url = reverse(f"workflow_{act}", args=[page.pk])
        assert is_refused(client.post(url, {"reason": "x", "why": "sai-sot"})), act
    for action in ("publish", "unpublish", "delete", "move"):
        bulk(client, action, [page], chooser=cast.keys["a"])
    assert is_refused(new_page(client, cast.get("b")))
    assert traces(cast) == before


def test_the_rule_is_not_so_strict_that_nothing_ever_goes_out(cast):
    """The one way: by another one's approval. What is tried above would otherwise prove nothing."""
    approve(cast.client(D), cast.get("frozen"), cast.get("frozen_state"))
    assert cast.get("frozen").live
    assert went_out().get().way == Publication.Way.WORKFLOW
    went_out().delete()
    Page.objects.filter(pk=cast.keys["frozen"]).update(live=False)


@pytest.mark.parametrize("how", ["one", "bulk"])
def test_an_approver_does_not_lift_a_restriction_by_moving_the_page_out_of_it(cast, how):
    """Showing what was closed is for administrators, on whichever way."""
    closed = PageViewRestriction.objects.create(page=cast.get("b"), restriction_type="login")
    page, target = cast.get("live_b"), cast.get("a")
    assert not page.is_visible()
    if how == "one":
        url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk])
        cast.client(D).post(url)
    else:
        bulk(cast.client(D), "move", [page], chooser=target.pk)
    shown = cast.get("live_b").is_visible()
    closed.delete()
    assert not shown
