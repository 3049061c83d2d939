"""What else to read: items serving the same task of the plan, then of the topic, then newest."""

from typing import Any

from core.models import BasePage


def related_to(page: BasePage, limit: int = 4) -> list[BasePage]:
    """Visible items near `page`, at most `limit`, never itself.

    Three rounds, each only if the ones before left room: same task of the plan, same topic, same
    column or sector.
    """
    found: list[BasePage] = []
    pool = BasePage.objects.visible().content().exclude(pk=page.pk).newest_first().for_cards()
    tasks = [task.pk for task in page.plan_tasks.all()]
    topics = [topic.pk for topic in page.all_topics]
    rounds: list[dict[str, Any]] = []
    if topics and tasks:
        rounds.append({"plan_tasks__in": tasks, "primary_topic__in": topics})
    if topics:
        rounds.append({"primary_topic__in": topics})
    if page.facet_group:
        rounds.append({"facet_group": page.facet_group})
    rounds.append({"kind": page.kind})
    for condition in rounds:
        if len(found) < limit:
            taken = [item.pk for item in found]
            candidates = pool.filter(**condition).exclude(pk__in=taken).distinct()
            found += candidates[: limit - len(found)]
    return found


def visible_of(relation: Any) -> list[Any]:
    """Of the pages behind a many-to-many relation those the public may see, in chosen order."""
    chosen = [page.pk for page in relation.all()]
    if not chosen:
        return []
    pages = relation.model._default_manager.visible().filter(pk__in=chosen)
    return sorted(pages, key=lambda page: chosen.index(page.pk))
