"""Submissions of the demo, so that the queue, the review and the status pages have something."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.utils import timezone

from demo.content_files import items, picture_path
from demo.lookup import Lookup
from demo.tree import Row, Tree
from submissions.files.services import take_picture
from submissions.intake import intake_for
from submissions.models import ConsentText, Submission
from submissions.services import review
from submissions.services.receive import receive


def load_submissions(tree: Tree) -> int:
    """Each file of `content/submissions` once.

    Returns:
        How many were new.
    """
    editor = get_user_model().objects.filter(username="bien-tap").first()
    count = 0
    for row in items("submissions"):
        key = f"demo-{row['slug']}"
        if Submission.objects.filter(idempotency_key=key).exists():
            continue
        submission = _receive(tree.lookup, row, key)
        for picture in row.get("pictures", []):
            stored = picture_path(picture["picture"])
            upload = ContentFile(stored.read_bytes(), name=stored.name)
            take_picture(upload, submission=submission, alt=picture["alt"])
        _move_on(submission, row, editor)
        count += 1
    return count


def _receive(lookup: Lookup, row: Row, key: str) -> Submission:
    subject = lookup.page(row["subject"]) if "subject" in row else None
    texts = [text for text in ConsentText.objects.in_use() if text.purpose in row["consents"]]
    sender = dict(row["sender"])
    proved = sender.pop("proved", False)
    sender["phone"] = f"+84{sender['phone'].replace(' ', '')[1:]}"
    submission = receive(
        kind=row["kind"],
        payload=_payload(lookup, row, subject),
        sender=sender,
        consents=texts,
        key=key,
        subject=subject and subject.basepage_ptr,
        risks=row.get("risks", ()),
        suspect=row.get("suspect", False),
    )
    ago = timedelta(days=row.get("days_ago", 0))
    Submission.objects.filter(pk=submission.pk).update(
        received_at=submission.received_at - ago,
        state_since=submission.state_since - ago,
        due_at=submission.due_at - ago if submission.due_at else None,
    )
    submission.events.update(at=submission.received_at - ago)
    if proved:
        type(submission.sender).objects.filter(submission=submission).update(
            phone_proved_at=timezone.now()
        )
    submission.refresh_from_db()
    return submission


def _payload(lookup: Lookup, row: Row, subject: Any) -> dict[str, Any]:
    """The answers, with the keys of what the files name in words."""
    if "changes" in row:
        return {**intake_for(row["kind"]).initial(subject), **row["changes"]}
    payload = dict(row["payload"])
    if "sectors" in payload:
        payload["sectors"] = [sector.pk for sector in lookup.sectors(payload["sectors"])]
    if "neighbourhood" in payload:
        place = lookup.neighbourhood(payload["neighbourhood"])
        payload["neighbourhood"] = place and place.pk
    if "product" in payload:
        payload["product"] = lookup.page(payload["product"]).pk
    return payload


def _move_on(submission: Submission, row: Row, editor: Any) -> None:
    """As far as the file says."""
    state = row.get("state", "")
    if not editor or not state:
        return
    review.take(submission=submission, user=editor)
    if state == "changes":
        notes = dict(row.get("notes", {}))
        review.ask_changes(submission=submission, user=editor, notes=notes, words=row["message"])
