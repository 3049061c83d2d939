"""Who may do what: the one table of roles, and the questions the rest of the site asks of it.

`manage.py setup_site` writes the table into groups and permissions. A biên tập viên belongs to the
group of a section (a column, the showcase, the events, the documents …), see `accounts.sections`.
"""

from dataclasses import dataclass
from typing import Final

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Role(models.TextChoices):
    """The roles; the label is the name of the group, for editors its beginning."""

    CONTRIBUTOR = "contributor", _("Cộng tác viên")
    EDITOR = "editor", _("Biên tập viên")
    APPROVER = "approver", _("Người duyệt")
    ADMINISTRATOR = "administrator", _("Quản trị")
    REPORTER = "reporter", _("Người báo cáo")


GROUP_NAMES: Final = {
    Role.CONTRIBUTOR: "Cộng tác viên",
    Role.APPROVER: "Người duyệt",
    Role.ADMINISTRATOR: "Quản trị",
    Role.REPORTER: "Người báo cáo",
}
"""Names of the groups in the database; nobody but the technical operator can rename a group."""

SNIPPETS: Final = (
    "accounts.leave",
    "core.plantask",
    "core.tag",
    "core.topic",
    "home.notice",
    "news.storyperson",
    "proofing.officialname",
    "planning.piecetemplate",
    "search.synonym",
    "showcase.contact",
    "showcase.founder",
    "showcase.neighbourhood",
    "showcase.sector",
    "submissions.consenttext",
    "submissions.eventcode",
)
SETTINGS: Final = (
    "home.siteidentity",
    "home.menusettings",
    "submissions.intakesettings",
    "workflow.editorialsettings",
)
WRITE: Final = ("add", "change", "delete", "view")


def _all(labels: tuple[str, ...], verbs: tuple[str, ...]) -> tuple[str, ...]:
    pairs = (label.split(".") for label in labels)
    return tuple(f"{app}.{verb}_{model}" for app, model in pairs for verb in verbs)


@dataclass(frozen=True)
class Rights:
    """What a role holds.

    Attributes:
        pages: on pages (add: writes own; change: edits all; publish: takes down, moves).
        files: permissions on pictures and documents.
        everywhere: whether both hold for the whole tree, or for each section alone.
        collections: keeps the collections themselves.
        models: Django permissions as `app.codename`.
    """

    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    everywhere: bool = False
    collections: bool = False
    models: tuple[str, ...] = ()


FIGURES: Final = ("feedback.view_pageday", "workflow.view_publication")
REMARKS: Final = ("feedback.view_remark", "feedback.delete_remark")
PLANS: Final = ("planning.add_planentry", "planning.change_planentry")
"""`add`: plans and changes one's own; `change`: sees and changes everybody's."""
INTAKE: Final = (
    "submissions.view_submission", "submissions.change_submission", "submissions.see_sender",
)  # fmt: skip
"""Reads what was sent in, of one's own section; deciders read all (`submissions.rights`)."""
APPROVER_MODELS: Final = (
    *_all(SNIPPETS, WRITE), *_all(SETTINGS, ("change",)), *REMARKS, *FIGURES,
    *_all(("wagtailsearchpromotions.searchpromotion",), WRITE),
    "mailing.view_outgoingmail", *PLANS, *INTAKE,
)  # fmt: skip

ROLES: Final[dict[Role, Rights]] = {
    Role.CONTRIBUTOR: Rights(pages=("add",), files=("add", "choose"), models=PLANS[:1]),
    Role.EDITOR: Rights(
        pages=("add", "change", "lock"),
        files=("add", "change", "choose"),
        models=(*FIGURES, *PLANS, *INTAKE),
    ),
    Role.APPROVER: Rights(
        pages=("add", "change", "publish", "lock", "unlock"),
        files=("add", "change", "choose"),
        everywhere=True,
        models=APPROVER_MODELS,
    ),
    Role.ADMINISTRATOR: Rights(
        pages=("add", "change", "publish", "bulk_delete", "lock", "unlock"),
        files=("add", "change", "choose"),
        everywhere=True,
        collections=True,
        models=(
            *APPROVER_MODELS,
            *_all(("wagtailredirects.redirect",), WRITE),
            *_all(("accounts.user",), ("add", "change", "view")),  # deactivated, never deleted
            "core.set_privacy",
            "core.remove_published",
            "mailing.change_outgoingmail",
            "wagtailcore.change_site",
            "workflow.view_duejob",
        ),
    ),
    Role.REPORTER: Rights(models=FIGURES),
}


# --- questions --------------------------------------------------------------------------------
def holders(role: Role) -> models.QuerySet:
    """Active members of the role's group (for editors: of any section)."""
    users = get_user_model().objects.filter(is_active=True)
    if role is Role.EDITOR:
        return users.filter(groups__section__isnull=False).distinct()
    return users.filter(groups__name=GROUP_NAMES[role])


def approvers() -> models.QuerySet:
    """Who decides today: approvers at work, and the substitutes of those on leave."""
    return _at_work(Q(groups__name=GROUP_NAMES[Role.APPROVER])).distinct()


def administrators() -> models.QuerySet:
    """Active members of the administrators' group."""
    return holders(Role.ADMINISTRATOR)


def deciders() -> set:
    """All who take down, publish urgently and must know of it: approvers and administrators."""
    return {*approvers(), *administrators()}


def editors_of(page: Page) -> models.QuerySet:
    """Who edits the section `page` stands in, at work today, with substitutes."""
    return _at_work(Q(groups__in=_section_groups(page))).distinct()


def is_approver(user: object) -> bool:
    """Whether this person may give the final approval; being a superuser is not enough."""
    return bool(approves_for(user))


def approves_for(user: object) -> set[int]:
    """Keys of the approvers in whose right this person decides: his own, those he stands in for."""
    if not getattr(user, "is_active", False):
        return set()
    people = _acting_as(user).filter(groups__name=GROUP_NAMES[Role.APPROVER])
    return set(people.values_list("pk", flat=True))


def is_editor_of(user: object, page: Page) -> bool:
    """Whether this person edits the section `page` stands in."""
    if not getattr(user, "is_active", False):
        return False
    return bool(_acting_as(user).filter(groups__in=_section_groups(page)).exists())


def section_paths(user: object) -> list[str]:
    """Tree paths of the sections this person edits today, also in somebody's place."""
    groups = Group.objects.filter(user__in=_acting_as(user).values("pk"))
    return list(Page.objects.filter(section__group__in=groups).values_list("path", flat=True))


def manned_section_paths() -> list[str]:
    """Tree paths of the sections that have an editor at all."""
    staff = Group.objects.filter(user__is_active=True)
    pages = Page.objects.filter(section__group__in=staff)
    return list(pages.values_list("path", flat=True).distinct())


def is_administrator(user: object) -> bool:
    """In the administrators' group, or the technical operator."""
    if not getattr(user, "is_active", False):
        return False
    groups = user.groups  # type: ignore[attr-defined]
    name = GROUP_NAMES[Role.ADMINISTRATOR]
    return bool(user.is_superuser or groups.filter(name=name).exists())  # type: ignore[attr-defined]


def decides(user: object) -> bool:
    """Whether this person takes down and publishes urgently: an approver or an administrator."""
    return is_approver(user) or is_administrator(user)


def stands_in_for(user: object) -> models.QuerySet:
    """The people on leave whose place `user` takes today."""
    leaves = _leave_model().objects.today().filter(substitute=user)
    return get_user_model().objects.filter(pk__in=leaves.values("user"), is_active=True)


def _section_groups(page: Page) -> models.QuerySet:
    steps = range(page.steplen, len(page.path) + 1, page.steplen)
    paths = [page.path[:length] for length in steps]
    return Group.objects.filter(section__page__path__in=paths)


def _acting_as(user: object) -> models.QuerySet:
    """This person and those he stands in for today, where active."""
    mine = Q(pk=user.pk) | Q(pk__in=stands_in_for(user).values("pk"))  # type: ignore[attr-defined]
    return get_user_model().objects.filter(mine, is_active=True)


def _at_work(right: Q) -> models.QuerySet:
    users = get_user_model().objects.filter(is_active=True)
    away = _leave_model().objects.today().filter(substitute__is_active=True)
    substitutes = away.filter(user__in=users.filter(right).values("pk")).values("substitute")
    on_leave = Exists(away.filter(user=OuterRef("pk")))
    return users.filter((right & ~on_leave) | Q(pk__in=substitutes))


def _leave_model() -> type:
    from accounts.models import Leave

    return Leave
