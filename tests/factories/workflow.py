"""A house with staff, texts on their way, and what a browser posts."""

import re
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import Group
from django.core import signing
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from wagtail.blocks import BlockWidget
from wagtail.models import Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from accounts.models import Section
from accounts.roles import GROUP_NAMES, Role
from home.services import setup_staff
from mailing.models import OutgoingMail
from tests.factories.accounts import UserFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from workflow.services import decide, publish_by_system, submit

NAMES = {
    "author": "Nông Thị Thắm",
    "writer": "Hoàng Văn Pao",
    "editor": "Trần Thu Hà",
    "editor_b": "Lý Minh Khôi",
    "approver": "Phạm Minh Đức",
    "second": "Vũ Thị Lan",
    "admin": "Đỗ Quang Huy",
    "reporter": "Bùi Thị Ngân",
    "operator": "Máy Chủ",
}


def person(name: str, *groups: Group, **more: Any) -> Any:
    """An account with an address and a name of its own."""
    last, _, first = NAMES.get(name, f"Người {name}").rpartition(" ")
    more = {"email": f"{name}@mau.example", "last_name": last, "first_name": first} | more
    user = UserFactory(username=name, **more)
    user.groups.add(*groups)
    return user


def role_group(role: Role) -> Group:
    """The group of a role."""
    return Group.objects.get(name=GROUP_NAMES[role])


def section_group(page: Any) -> Group:
    """The group of the editors of a section."""
    return Section.objects.get(page=page).group


@dataclass
class House:
    """Two columns and everybody: two contributors (`author`, `writer`), an editor for each column
    (`editor`, `editor_b`), two approvers (`approver`, `second`), `admin`, `reporter`, `operator`
    (a superuser without a role)."""

    column: Any
    column_b: Any
    people: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        """People by name."""
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None

    def draft(self, author: Any = None, title: str = "Mở lớp dệt thổ cẩm", **more: Any) -> Any:
        """A draft in `column` with one revision of `author`'s."""
        author = author or self.author
        page = ArticlePageFactory(
            parent=self.column, owner=author, title=title, live=False, first_published_at=None,
            **more,
        )  # fmt: skip
        page.save_revision(user=author)
        return fresh(page)

    def waiting(self, **more: Any) -> Any:
        """A text of the author's that waits for its final approval."""
        page = self.draft(**more)
        submit(page=page, user=self.author)
        pass_on(page, self.editor)
        return fresh(page)

    def live(self, title: str = "Chợ phiên mở lại", **more: Any) -> Any:
        """A published page with a revision of the author's."""
        page = ArticlePageFactory(parent=self.column, owner=self.author, title=title, **more)
        publish_by_system(page=page, user=self.author, cause="dựng cảnh")
        return fresh(page)


def make_house() -> House:
    """Needs the fixture `home`."""
    house = House(ColumnPageFactory(title="Đời sống"), ColumnPageFactory(title="Chính sách"))
    setup_staff()
    groups = {
        "author": role_group(Role.CONTRIBUTOR),
        "writer": role_group(Role.CONTRIBUTOR),
        "editor": section_group(house.column),
        "editor_b": section_group(house.column_b),
        "approver": role_group(Role.APPROVER),
        "second": role_group(Role.APPROVER),
        "admin": role_group(Role.ADMINISTRATOR),
        "reporter": role_group(Role.REPORTER),
    }
    house.people = {name: person(name, group) for name, group in groups.items()}
    house.people["operator"] = person("operator", is_superuser=True)
    return house


def fresh(page: Any) -> Any:
    """As the database has it now."""
    return type(page).objects.get(pk=page.pk)


def edit(page: Any, user: Any, **changes: Any) -> Any:
    """Save a new revision on top of the newest; returns it."""
    newest = fresh(page).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(newest, name, value)
    return newest.save_revision(user=user)


def behind(page: Any, user: Any = None, **changes: Any) -> Revision:
    """A newer draft by no editor's hand."""
    content = fresh(page).get_latest_revision().content | changes
    newer = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        user=user,
        content=content,
        object_str=page.title,
    )
    type(page).objects.filter(pk=page.pk).update(
        latest_revision=newer, latest_revision_created_at=newer.created_at
    )
    return newer


def state_of(page: Any) -> Any:
    """The step at which a page waits."""
    return fresh(page).current_workflow_task_state


def pass_on(page: Any, user: Any, **more: Any) -> Any:
    """Approve the step at which a page waits."""
    return decide(state_id=state_of(page).pk, user=user, approve=True, **more)


def send_back(page: Any, user: Any, comment: str = "Ghi rõ nguồn.") -> Any:
    """Return it."""
    return decide(state_id=state_of(page).pk, user=user, approve=False, comment=comment)


# --- letters ----------------------------------------------------------------------------------
def letters(beginning: str = "") -> Any:
    """Queued mail whose key begins so, in the order of writing."""
    return OutgoingMail.objects.filter(key__startswith=beginning).order_by("pk")


def addressees(beginning: str = "") -> set[str]:
    """Who gets it, by user name."""
    return set(letters(beginning).values_list("to_user__username", flat=True))


def token_for(user: Any) -> str:
    """The token in the newest letter of this person that carries one."""
    texts = OutgoingMail.objects.filter(to_user=user).order_by("-pk").values_list("text", flat=True)
    return next(found[1] for text in texts if (found := re.search(r"/duyet/([^/\s]+)/", text)))


# --- browsers ---------------------------------------------------------------------------------
def browser(user: Any = None) -> Client:
    """Signed in as `user`."""
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


def form_data(page: Any, operator: Any, **changes: Any) -> dict[str, Any]:
    """What a browser would post of the editing form; one paragraph as body."""
    form = page.get_edit_handler().get_form_class()(
        instance=page.get_latest_revision_as_object(),
        parent_page=page.get_parent(),
        for_user=operator,
    )
    data: dict[str, Any] = {}
    for bound in form:
        if isinstance(bound.field.widget, BlockWidget):
            body = streamfield([("paragraph", rich_text("<p>Chữ</p>"))])
            data |= nested_form_data({bound.name: body})
        elif isinstance(value := bound.value(), (list, tuple, QuerySet)):
            data[bound.name] = [str(getattr(each, "pk", each)) for each in value]
        elif value not in (None, False):
            data[bound.name] = bound.field.widget.format_value(value) or ""
    for formset in form.formsets.values():
        data |= nested_form_data({formset.prefix: inline_formset([])})
    if "tags" in data:
        data["tags"] = ""
    return data | changes


def post_edit(house: House, user: Any, page: Any, accept: str = "text/html", **changes: Any) -> Any:
    """Post the editing form of a page as `user`."""
    return browser(user).post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        form_data(page, house.operator, **changes),
        HTTP_ACCEPT=accept,
    )


def urls_of_link(token: str) -> SimpleNamespace:
    """The three addresses of a leader's link."""
    names = {"page": "approve", "preview": "approve_preview", "changes": "approve_changes"}
    return SimpleNamespace(
        **{key: reverse(f"workflow_{name}", args=[token]) for key, name in names.items()}
    )


def press(url: str, decision: str = "approve", note: str = "") -> Any:
    """Press a button of a leader's link, signed in nowhere."""
    return browser().post(url, {"decision": decision, "note": note})


def forged(token: str) -> list[str]:
    """Tokens that look like this one and are none."""
    chance, stamp, mark = token.split(".")
    return [
        "x",
        chance,
        f"{chance}.{stamp}",
        f"{chance}.{stamp}.{mark[::-1]}",
        f"{chance}.9{stamp}.{mark}",
        f"{chance}a.{stamp}.{mark}",
        signing.TimestampSigner(salt="workflow", sep=".").sign(chance),
        signing.TimestampSigner(salt="workflow.approval", sep=".").sign("khác"),
        signing.TimestampSigner(salt="workflow.share", sep=".").sign("khác"),
    ]


PRIVATE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


def is_private(response: Any) -> bool:
    """Kept by no cache and no search engine, sent on to nobody."""
    for name, value in PRIVATE.items():
        assert value in response.headers.get(name, ""), (name, response.headers.get(name))
    return True
