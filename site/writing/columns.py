"""Columns of the listings: Vietnamese words and dates, nothing that asks once per row."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn

from core.templatetags.format_tags import vi_date
from vietnamese import dates
from writing.states import State


def vi_moment(value: datetime | None) -> str:
    """`23/11/2026 17:30`; '' for None."""
    return f"{dates.format_date(value)} {dates.format_time(value)}" if value else ""


class TextColumn(Column):
    """A cell that carries its heading with it, for phones, where a row is a small list."""

    cell_template_name = "writing/text_cell.html"


class DayColumn(TextColumn):
    """A day, or a day with its hour."""

    def get_value(self, instance: Any) -> str:
        """In words."""
        value = super().get_value(instance)
        if isinstance(value, datetime):
            return vi_moment(value)
        return vi_date(value) if isinstance(value, date) else ""


class TitleColumn(BaseColumn):
    """The title, which leads to the form where one may write, and to the public page."""

    cell_template_name = "writing/title_cell.html"


class StateColumn(BaseColumn):
    """The state; with whom it waits, till when it is planned."""

    cell_template_name = "writing/state_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Adds the words."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "label": state_label(instance), "more": state_more(instance)}


def state_label(page: Any) -> str:
    """The state in words."""
    return str(State(page.state).label)


def state_more(page: Any) -> str:
    """What to know beside it: with whom, for when."""
    people = getattr(page, "waits_on", None)
    if people:
        names = ", ".join(person.get_full_name() or person.get_username() for person in people[:3])
        return _("với %s") % (f"{names}…" if len(people) > 3 else names)
    planned = getattr(page, "planned_at", None)
    return (
        _("đăng lúc %s") % vi_moment(planned) if page.state == State.SCHEDULED and planned else ""
    )


def owner_name(page: Any) -> str:
    """Who began it."""
    owner = page.owner
    return (owner.get_full_name() or owner.get_username()) if owner else ""


def parent_title(page: Any) -> str:
    """The column, the maker."""
    parent = getattr(page, "_parent_page", None)
    return parent.get_admin_display_title() if parent else ""


def first_columns() -> list[BaseColumn]:
    """Box to mark and title."""
    return [
        BulkActionsColumn("bulk_actions"),
        TitleColumn("title", label=gettext_lazy("Tiêu đề"), sort_key="title_sort"),
    ]


def last_columns(*, published: bool = True) -> list[BaseColumn]:
    """State, writer, days."""
    days = [
        DayColumn(
            "latest_revision_created_at",
            label=gettext_lazy("Sửa lần cuối"),
            sort_key="latest_revision_created_at",
        )
    ]
    if published:
        first = DayColumn(
            "first_published_at",
            label=gettext_lazy("Đăng lần đầu"),
            sort_key="first_published_at",
        )
        days.insert(0, first)
    return [
        StateColumn("state", label=gettext_lazy("Tình trạng"), sort_key="state"),
        TextColumn(
            "owner",
            label=gettext_lazy("Người viết"),
            accessor=owner_name,
            sort_key="owner__last_name",
        ),
        *days,
    ]


def parent_column(label: Any) -> TextColumn:
    """What it stands under."""
    return TextColumn("parent", label=label, accessor=parent_title)
