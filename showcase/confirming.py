"""Whether an entry still holds: what its maker said, and when."""

from datetime import date
from typing import Any

from django.db.models import Q

from showcase.models import StartupPage


def not_confirmed_since(day: date) -> Any:
    """Public startups whose word is older than `day`; without one, published before it."""
    old = Q(last_confirmed_on__lt=day) | Q(
        last_confirmed_on__isnull=True, first_published_at__date__lt=day
    )
    return StartupPage.objects.visible().filter(old)


def confirm(pages: Any, day: date) -> None:
    """Write the day on each live row and, where nobody is reading it, on its newest draft.

    A draft in review stays as it was read; the day is written anew when it is published.
    """
    for page in StartupPage.objects.filter(pk__in=pages):
        if page.last_confirmed_on and page.last_confirmed_on >= day:
            continue
        StartupPage.objects.filter(pk=page.pk).update(last_confirmed_on=day)
        if page.current_workflow_state or page.scheduled_revision or not page.latest_revision_id:
            continue
        draft = page.get_latest_revision_as_object()
        draft.last_confirmed_on = day
        revision = draft.save_revision(changed=page.has_unpublished_changes, clean=False)
        if not page.has_unpublished_changes:
            StartupPage.objects.filter(pk=page.pk).update(live_revision=revision)
