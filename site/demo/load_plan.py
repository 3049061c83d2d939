"""The demo's editorial calendar: ideas, items under way, and one that comes every year."""

from datetime import time
from typing import Any

from django.contrib.auth import get_user_model

from core.models import BasePage
from demo.content_files import single
from demo.when import day
from planning.models import PieceTemplate, PlanEntry
from planning.services import repeat_yearly, seed_templates
from planning.years import in_year


def load_plan(pages: dict[str, Any]) -> int:
    """Fill the calendar where it is empty and the demo's log-ins are there.

    Returns:
        How many entries were new.
    """
    people = {user.username: user for user in get_user_model().objects.filter(is_demo=True)}
    seed_templates()
    if not people or PlanEntry.objects.exists():
        return 0
    for row in single("plan")["entries"]:
        _entry(row, people, pages).save()
    repeat_yearly()
    return PlanEntry.objects.count()


def _entry(row: dict[str, Any], people: dict[str, Any], pages: dict[str, Any]) -> PlanEntry:
    page = BasePage.objects.get(title=row["page"]) if "page" in row else None
    planned_on = day(row["in_days"])
    if "years_ago" in row:
        planned_on = in_year(planned_on, planned_on.year - row["years_ago"])
    column = pages.get(f"column:{row.get('column')}")
    return PlanEntry(
        title=page.title if page else row["title"],
        kind=page.kind if page else row["kind"],
        planned_on=planned_on,
        planned_time=time.fromisoformat(row["at"]) if "at" in row else None,
        writer=people.get(row.get("writer", "")),
        created_by=people.get("bien-tap"),
        parent_id=column.pk if column else None,
        template=PieceTemplate.objects.filter(key=row.get("template", "")).first(),
        summary=row.get("summary", ""),
        note=row.get("note", ""),
        repeats_yearly=row.get("yearly", False),
        page=page,
    )
