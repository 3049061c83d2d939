"""What exactly was read, and who wrote it."""

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q
from wagtail.models import Page, Revision


def lock_page(page_id: int) -> Page:
    """Take the page's row for the rest of the transaction, and read it anew.

    Every act on a page's way to publication begins with it: of two at once one waits, and then
    sees what the other has done.

    Raises:
        Page.DoesNotExist: if it is gone.
    """
    return Page.objects.select_for_update().get(pk=page_id).specific


def hash_of(revision_id: int) -> str:
    """SHA-256 (64 hex digits) of a revision's content as the database has it.

    Raises:
        Revision.DoesNotExist: if it is gone.
    """
    content = Revision.objects.values_list("content", flat=True).get(pk=revision_id)
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()


def revisions_since_live(page: Any) -> Any:
    """Revisions newer than the published one; all of them while none is published."""
    rows = Revision.objects.for_instance(page)
    live = rows.filter(pk=page.live_revision_id).first() if page.live_revision_id else None
    if live is None:
        return rows
    return rows.filter(Q(created_at__gt=live.created_at) | Q(pk__gt=live.pk)).exclude(pk=live.pk)


def writers_since_live(page: Any) -> set[int]:
    """Keys of everybody who saved any revision since the published one."""
    rows = revisions_since_live(page).filter(user__isnull=False)
    return set(rows.order_by().values_list("user_id", flat=True).distinct())


def rewrite(revision: Revision, content: dict[str, Any]) -> None:
    """Take personal data out of a revision; what was approved of the rest stays approved."""
    from workflow.models import ApprovalLink, Publication, ReviewTaskState, ShareLink

    before = hash_of(revision.pk)
    Revision.objects.filter(pk=revision.pk).update(content=content)
    after = hash_of(revision.pk)
    for model in (ReviewTaskState, Publication, ApprovalLink, ShareLink):
        model._base_manager.filter(content_hash=before).update(content_hash=after)
