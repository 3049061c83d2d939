"""Roles and sections as the database has them, accounts that stay, and leave."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from accounts.models import Leave, Section
from accounts.roles import (
    GROUP_NAMES,
    ROLES,
    Role,
    approvers,
    editors_of,
    holders,
    is_administrator,
    is_approver,
    is_editor_of,
    stands_in_for,
)
from accounts.services import setup_roles
from home.services import setup_staff
from tests.accounts.cast import (
    LETTERS,
    B,
    C,
    D,
    E,
    O,
    Q,
    S,
    X,
    decide_as,
    editor_of,
    is_refused,
    member,
    refreshed,
    stage,
)
from tests.factories.accounts import UserFactory
from tests.factories.library import DocumentFactory, make_image
from tests.factories.news import ColumnPageFactory
from workflow.services import NotAllowed, submit

cast = pytest.fixture(scope="module")(stage)
PASSWORD = "mot-mat-khau-khac-9"


def rights():
    """Every right of every group, by name."""
    models = Group.objects.values_list("name", "permissions__codename")
    pages = GroupPagePermission.objects.values_list(
        "group__name", "page__path", "permission__codename"
    )
    files = GroupCollectionPermission.objects.values_list(
        "group__name", "collection__name", "permission__codename"
    )
    return [sorted(map(str, rows)) for rows in (models, pages, files)]


# --- the table in the database -----------------------------------------------------------------
def test_setting_up_twice_changes_nothing(cast, db):
    before = rights()
    ids = list(GroupPagePermission.objects.order_by("pk").values_list("pk", flat=True))
    setup_staff()
    assert rights() == before
    assert list(GroupPagePermission.objects.order_by("pk").values_list("pk", flat=True)) == ids


def test_each_role_has_its_group_and_no_other_group_is_left(cast, db):
    names = set(Group.objects.filter(section=None).values_list("name", flat=True))
    assert names == set(GROUP_NAMES.values())
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.EDITOR])
def test_a_group_holds_exactly_the_rights_of_the_table(cast, db, role):
    group = Group.objects.get(name=GROUP_NAMES[role])
    held = group.permissions.values_list("content_type__app_label", "codename")
    assert {".".join(row) for row in held} == {"wagtailadmin.access_admin", *ROLES[role].models}
    pages = GroupPagePermission.objects.filter(group=group)
    sections = Section.objects.count() if not ROLES[role].everywhere else 1
    assert pages.count() == len(ROLES[role].pages) * sections


def test_every_right_of_the_table_exists(db):
    """A name that is misspelt would be left out in silence."""
    known = {
        f"{app}.{code}"
        for app, code in Permission.objects.values_list("content_type__app_label", "codename")
    }
    assert not {name for row in ROLES.values() for name in row.models} - known


def test_nobody_may_publish_or_delete_accounts_by_a_permission(cast, db):
    assert not Group.objects.filter(permissions__codename="delete_user").exists()
    for group in (Role.CONTRIBUTOR, Role.REPORTER):
        rows = GroupPagePermission.objects.filter(group__name=GROUP_NAMES[group])
        assert not rows.filter(permission__codename__in=["publish_page", "change_page"]).exists()


def test_rights_given_by_hand_are_taken_away_again(cast, db):
    before = rights()
    group = Group.objects.get(name=GROUP_NAMES[Role.CONTRIBUTOR])
    group.permissions.add(Permission.objects.get(codename="change_user"))
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(group=group, page=cast.get("a"), permission=publish)
    GroupPagePermission.objects.create(group=group, page=cast.get("root"), permission=publish)
    GroupCollectionPermission.objects.create(
        group=group,
        collection=cast.get("collection"),
        permission=Permission.objects.get(codename="change_image"),
    )
    assert rights() != before
    setup_roles()
    assert rights() == before


def test_editors_of_everything_become_nobody_until_a_section_is_given_them(cast, db):
    stock, person = Group.objects.create(name="Editors"), UserFactory()
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=stock, page=cast.get("root"), permission=change)
    person.groups.add(stock)
    setup_staff()
    assert not GroupPagePermission.objects.filter(group=stock).exists()
    assert person.groups.get() == stock


# --- sections ----------------------------------------------------------------------------------
def test_a_column_made_in_the_admin_has_its_editors_and_its_files_at_once(cast, db):
    column = ColumnPageFactory(title="Chuyển đổi số")
    section = Section.objects.get(page=column)
    assert section.group.name == "Biên tập: Chuyển đổi số"
    assert section.collection.name == "Chuyển đổi số"
    editor = editor_of(column)
    assert column.permissions_for_user(editor).can_add_subpage()
    assert column.permissions_for_user(cast.people[C]).can_add_subpage()
    assert not cast.get("a").permissions_for_user(editor).can_add_subpage()


def test_a_renamed_column_renames_them(cast, db):
    column = cast.get("a")
    column.title = "Tên mới"
    column.save()
    section = Section.objects.get(page=column)
    assert section.group.name == "Biên tập: Tên mới"
    assert section.collection.name == "Tên mới"
    assert cast.people[E] in section.group.user_set.all()


def test_two_columns_of_one_title_have_two_groups(cast, db):
    one, other = ColumnPageFactory(title="Cùng tên"), ColumnPageFactory(title="Cùng tên")
    names = {Section.objects.get(page=page).group.name for page in (one, other)}
    assert names == {"Biên tập: Cùng tên", f"Biên tập: Cùng tên ({other.pk})"}
    for page in (one, other, one):
        page.save()
    assert {Section.objects.get(page=page).group.name for page in (one, other)} == names


def test_a_very_long_title_still_names_a_group(cast, db):
    for _twice in range(2):
        column = ColumnPageFactory(title="Rất dài " * 31)
        assert len(Section.objects.get(page=column).group.name) <= 150


def test_a_removed_column_takes_its_group_along_and_leaves_its_files(cast, db):
    column = ColumnPageFactory(title="Tạm thời")
    section = Section.objects.get(page=column)
    picture, document = make_image(), DocumentFactory()
    for file in (picture, document):
        file.collection = section.collection
        file.save()
    editor = editor_of(column)
    Page.objects.get(pk=column.pk).delete()
    root = Collection.get_first_root_node()
    for file in (picture, document):
        file.refresh_from_db()
        assert file.collection_id == root.pk
    assert not Group.objects.filter(pk=section.group_id).exists()
    assert not Collection.objects.filter(pk=section.collection_id).exists()
    assert get_user_model().objects.filter(pk=editor.pk).exists()


def test_a_removed_branch_takes_the_sections_below_it_along(cast, db):
    column = cast.get("b")
    group = Section.objects.get(page=column).group
    Page.objects.get(slug="tin-tuc").delete()
    assert not Group.objects.filter(pk=group.pk).exists()
    assert not Collection.objects.filter(name="Chuyên mục B").exists()


# --- the questions -----------------------------------------------------------------------------
@pytest.mark.parametrize("letter", LETTERS.replace(X, ""))
def test_the_questions_are_answered_by_role(cast, db, letter):
    person = cast.people[letter]
    assert is_approver(person) == (letter == D)
    assert is_editor_of(person, cast.get("own")) == (letter == E)
    assert not is_editor_of(person, cast.get("elsewhere"))
    assert is_administrator(person) == (letter in (Q, O))


def test_a_superuser_decides_only_as_a_member_of_the_approvers(cast, db):
    operator = cast.people[O]
    assert not is_approver(operator)
    operator.groups.add(Group.objects.get(name=GROUP_NAMES[Role.APPROVER]))
    assert is_approver(operator)


def test_who_has_left_holds_nothing(cast, db):
    for letter, role in ((D, Role.APPROVER), (E, Role.EDITOR)):
        person = get_user_model().objects.get(pk=cast.people[letter].pk)
        assert person in holders(role)
        person.is_active = False
        person.save()
        assert person not in holders(role)
    assert cast.people[D] not in approvers()
    assert cast.people[E] not in editors_of(cast.get("own"))


# --- accounts stay -----------------------------------------------------------------------------
def exists(user):
    return get_user_model().objects.filter(pk=user.pk).exists()


@pytest.mark.parametrize("letter", [Q, O])
def test_no_screen_deletes_an_account(cast, db, letter):
    """Wagtail would empty the author of each revision and who finished each step."""
    client, person = cast.client(letter), cast.get("colleague")
    revision = cast.get("others").get_latest_revision()
    assert revision.user == person
    client.post(reverse("wagtailusers_users:delete", args=[person.pk]))
    url = reverse("wagtail_bulk_action", args=["accounts", "user", "delete"])
    client.post(f"{url}?id={person.pk}")
    client.post(f"{url}?id=all")
    revision.refresh_from_db()
    assert revision.user == person
    assert exists(person)


def test_no_code_deletes_an_account(cast, db):
    state = cast.get("frozen_state")
    before = get_user_model().objects.count()
    for act in (
        cast.people[C].delete,
        get_user_model().objects.filter(username="cong-tac-vien").delete,
        get_user_model().objects.all().delete,
    ):
        with pytest.raises(PermissionDenied), transaction.atomic():
            act()
    assert get_user_model().objects.count() == before
    assert state.workflow_state.requested_by == cast.people[C]


@pytest.mark.parametrize("letter", [Q, O])
def test_an_account_is_switched_off_and_its_running_session_ends(cast, db, letter):
    person = cast.get("colleague")
    theirs = Client()
    theirs.force_login(person)
    assert theirs.get("/admin/").status_code == 200
    url = reverse("wagtail_bulk_action", args=["accounts", "user", "set_active_state"])
    cast.client(letter).post(f"{url}?id={person.pk}", {"mark_as_active": "False"})
    assert not refreshed(person).is_active
    assert is_refused(theirs.get("/admin/"))
    edit = reverse("wagtailadmin_pages:edit", args=[cast.keys["others"]])
    assert is_refused(theirs.post(edit, {}))
    assert not Client().login(username=person.username, password="mat-khau-thu-1")


# --- administrators and the technical operator -------------------------------------------------
def account(**changes):
    """The form of an account."""
    return {
        "username": "moi", "email": "moi@mau.example", "first_name": "Mai", "last_name": "Lò",
        "is_active": "on", "password1": PASSWORD, "password2": PASSWORD, **changes,
    }  # fmt: skip


def superusers():
    return set(
        get_user_model().objects.filter(is_superuser=True).values_list("username", flat=True)
    )


def test_an_administrator_makes_an_account_but_no_superuser(cast, db):
    url = reverse("wagtailusers_users:add")
    page = cast.client(Q).get(url).content.decode()
    assert 'name="is_superuser"' not in page
    answer = cast.client(Q).post(url, account(is_superuser="on"))
    assert answer.status_code == 302
    assert get_user_model().objects.get(username="moi").is_superuser is False
    assert superusers() == {"van-hanh"}


def test_an_administrator_raises_nobody_not_even_himself(cast, db):
    for person in (cast.get("colleague"), cast.people[Q]):
        url = reverse("wagtailusers_users:edit", args=[person.pk])
        data = account(username=person.username, email=f"{person.pk}@mau.example")
        assert cast.client(Q).post(url, data | {"is_superuser": "on"}).status_code == 302
        assert refreshed(person).email == data["email"]
        assert refreshed(person).check_password("mat-khau-thu-1"), "nor does he set a password"
    assert superusers() == {"van-hanh"}


def test_an_administrator_makes_no_superuser_by_copying_an_account(cast, db):
    url = f"/admin/users/copy/{cast.keys['colleague']}/"
    assert cast.client(Q).post(url, account(is_superuser="on")).status_code == 404
    assert superusers() == {"van-hanh"}


def test_an_administrator_does_not_take_over_the_operators_account(cast, db):
    operator = cast.get("operator")
    url = reverse("wagtailusers_users:edit", args=[operator.pk])
    assert is_refused(cast.client(Q).get(url))
    assert is_refused(cast.client(Q).post(url, account(username=operator.username)))
    assert refreshed(operator).check_password("mat-khau-thu-1")


@pytest.mark.parametrize(
    ("action", "data"),
    [("set_active_state", {"mark_as_active": "False"}), ("assign_role", {}), ("delete", {})],
)
@pytest.mark.parametrize("which", ["one", "all"])
def test_nor_does_he_act_on_it_among_many(cast, db, action, data, which):
    operator, group = cast.get("operator"), cast.get("group")
    url = reverse("wagtail_bulk_action", args=["accounts", "user", action])
    key = operator.pk if which == "one" else "all"
    cast.client(Q).post(f"{url}?id={key}", data or {"role": group.pk})
    assert refreshed(operator).is_active
    assert not operator.groups.exists()
    assert exists(operator)


def test_the_operator_may(cast, db):
    other = UserFactory(is_superuser=True)
    url = reverse("wagtail_bulk_action", args=["accounts", "user", "set_active_state"])
    cast.client(O).post(f"{url}?id={other.pk}", {"mark_as_active": "False"})
    assert not refreshed(other).is_active


@pytest.mark.parametrize("letter", [C, E, D, B, S])
def test_nobody_else_keeps_accounts(cast, db, letter):
    client, person = cast.client(letter), cast.get("colleague")
    assert is_refused(client.post(reverse("wagtailusers_users:add"), account()))
    url = reverse("wagtailusers_users:edit", args=[person.pk])
    assert is_refused(client.post(url, account(username=person.username)))
    for action in ("set_active_state", "assign_role", "delete"):
        url = reverse("wagtail_bulk_action", args=["accounts", "user", action])
        data = {"mark_as_active": "False", "role": cast.keys["group"]}
        assert is_refused(client.post(f"{url}?id={person.pk}", data))
    assert refreshed(person).is_active


# --- leave -------------------------------------------------------------------------------------
def on_leave(person, substitute, days=3):
    """Away from today."""
    today = timezone.localdate()
    return Leave.objects.create(
        user=person, substitute=substitute, starts_on=today, ends_on=today + timedelta(days=days)
    )


def test_a_substitute_approves_during_leave_and_not_after_it(cast, db):
    other = member(Role.CONTRIBUTOR)
    on_leave(cast.people[D], other, days=3)
    assert is_approver(other)
    assert list(stands_in_for(other)) == [cast.people[D]]
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        assert is_approver(other)
    with time_machine.travel(timezone.now() + timedelta(days=4)):
        assert not is_approver(other)
        with pytest.raises(NotAllowed):
            decide_as(cast.get("frozen"), other)
    decide_as(cast.get("frozen"), other)
    assert cast.get("frozen").live


def test_nobody_makes_himself_anothers_substitute(cast, db):
    """An administrator would approve in the leader's place without his knowing."""
    day = timezone.localdate().strftime("%d/%m/%Y")
    data = {"starts_on": day, "ends_on": day, "substitute": cast.people[Q].pk}
    url = reverse("leave:add")
    answer = cast.client(Q).post(url, data | {"user": cast.people[D].pk})
    assert "tự ghi mình" in str(answer.context["form"].errors)
    assert not stands_in_for(cast.people[Q]).exists()
    named = data | {"user": cast.people[D].pk, "substitute": cast.people[E].pk}
    assert cast.client(Q).post(url, named).status_code == 302
    assert stands_in_for(cast.people[E]).exists()


def test_a_substitute_approves_by_the_screens_too(cast, db):
    other = UserFactory()
    other.groups.add(Group.objects.get(name=GROUP_NAMES[Role.CONTRIBUTOR]))
    args = [cast.keys["frozen"], "approve", cast.keys["frozen_state"]]
    url = reverse("wagtailadmin_pages:workflow_action", args=args)
    client = Client()
    client.force_login(other)
    assert is_refused(client.post(url, {"comment": ""}))
    on_leave(cast.people[D], other)
    client.post(url, {"comment": ""})
    assert cast.get("frozen").live


def test_four_eyes_hold_for_a_substitute(cast, db):
    """The contributor stands in for the approver, and has written the text himself."""
    on_leave(cast.people[D], cast.people[C])
    with pytest.raises(NotAllowed):
        decide_as(cast.get("frozen"), cast.people[C])
    assert not cast.get("frozen").live


def test_nobody_waits_for_the_one_who_is_away(cast, db):
    second = member(Role.APPROVER)
    on_leave(cast.people[D], second)
    assert set(approvers()) == {second}
    on_leave(cast.people[E], cast.get("colleague"))
    assert set(editors_of(cast.get("own"))) == {cast.get("colleague")}
    task = cast.get("frozen_task").specific
    assert set(task.holders(cast.get("frozen"))) == {second}


def test_a_substitute_of_an_editor_edits_the_step_of_that_section_alone(cast, db):
    other = member(Role.CONTRIBUTOR)
    on_leave(cast.people[E], other)
    assert is_editor_of(other, cast.get("own"))
    assert not is_editor_of(other, cast.get("elsewhere"))
    decide_as(cast.get("editing"), other)
    assert cast.get("editing").is_frozen


def test_standing_in_is_not_handed_on(cast, db):
    first, second = member(Role.CONTRIBUTOR), member(Role.CONTRIBUTOR)
    on_leave(cast.people[D], first)
    on_leave(first, second)
    assert not is_approver(second)


def test_who_has_left_is_no_substitute(cast, db):
    other = member(Role.CONTRIBUTOR, is_active=False)
    on_leave(cast.people[D], other)
    assert not is_approver(other)
    assert other not in approvers()


def test_a_step_is_nobodys_only_where_nobody_is_there(cast, db):
    """A section without editors at work is the approvers' to edit."""
    cast.people[E].groups.clear()
    page = cast.get("own")
    submit(page=page, user=cast.people[C])
    task = refreshed(page).current_workflow_task
    assert set(task.specific.holders(page)) == {cast.people[D]}
