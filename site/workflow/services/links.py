"""Private addresses for people who do not sign in: making, finding, using and revoking them.

A token is a random part, signed with the time it was made; the database keeps the SHA-256 of the
random part alone, so that a copy of the database opens nothing.
"""

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from workflow.acting import acting_via
from workflow.content import hash_of
from workflow.models import ApprovalLink, EditorialSettings, Publication, ReviewTaskState, ShareLink
from workflow.models.links import APPROVAL_LIFE, SHARE_LIFE_DAYS, Link
from workflow.services.decisions import AlreadyDecided, NotAllowed, decide
from workflow.signals import draft_answered

_signers = {
    ApprovalLink: (signing.TimestampSigner(salt="workflow.approval", sep="."), APPROVAL_LIFE),
    ShareLink: (
        signing.TimestampSigner(salt="workflow.share", sep="."),
        timedelta(days=SHARE_LIFE_DAYS),
    ),
}


def _new_token(model: type[Link]) -> tuple[str, str]:
    """The token for the letter, the digest for the database."""
    chance = secrets.token_urlsafe(24)
    return _signers[model][0].sign(chance), _digest(chance)


def _digest(chance: str) -> str:
    return hashlib.sha256(chance.encode()).hexdigest()


def find_link(model: type[Link], token: str) -> Any:
    """The link of a token, used up or not; None for one that is forged, too old or unknown."""
    signer, life = _signers[model]
    try:
        chance = signer.unsign(token, max_age=life)
    except signing.BadSignature:
        return None
    return model.objects.filter(digest=_digest(chance)).first()


# --- the leader's link ------------------------------------------------------------------------
def issue_approval_link(*, state: ReviewTaskState, approver: Any) -> str | None:
    """A link for one approver and one item; earlier ones of theirs are dead.

    Returns:
        The token, or None where the unit has switched such links off.
    """
    if not EditorialSettings.load().links_by_mail:
        return None
    with transaction.atomic():
        now = timezone.now()
        ApprovalLink.objects.open().filter(task_state=state, approver=approver).update(
            revoked_at=now
        )
        token, digest = _new_token(ApprovalLink)
        ApprovalLink.objects.create(
            digest=digest,
            revision_id=state.revision_id,
            content_hash=state.content_hash,
            expires_at=now + APPROVAL_LIFE,
            task_state=state,
            approver=approver,
        )
    return token


def decide_by_link(*, link: ApprovalLink, approve: bool, comment: str) -> None:
    """The two acts of the link: on that item, in its approver's name, once.

    Raises:
        AlreadyDecided: the link is used, revoked or too old, or the item is no longer waiting.
        NotAllowed: links are switched off; the approver may not (any more); no comment.
    """
    if not EditorialSettings.load().links_by_mail:
        raise NotAllowed(_("Đơn vị đã tắt cách duyệt qua đường dẫn. Xin đăng nhập để duyệt."))
    with transaction.atomic(), acting_via(Publication.Via.LINK):
        link = ApprovalLink.objects.select_for_update().get(pk=link.pk)
        if not link.is_open:
            raise AlreadyDecided(_("Đường dẫn này đã dùng hoặc đã hết hạn."))
        decide(
            state_id=link.task_state_id,
            user=link.approver,
            approve=approve,
            comment=comment,
            seen=link.content_hash,
        )
        link.closed_at = timezone.now()
        link.outcome = link.Outcome.APPROVED if approve else link.Outcome.RETURNED
        link.save(update_fields=["closed_at", "outcome"])


# --- the shared draft -------------------------------------------------------------------------
def share_draft(*, page: Any, user: Any, recipient: str, days: int) -> tuple[ShareLink, str]:
    """A link that shows the newest draft, for at most a week.

    Returns:
        The link and its token, which is shown this once.

    Raises:
        NotAllowed: not one who edits the page, no name, too many days, nothing to show.
    """
    if not page.permissions_for_user(user).can_edit():
        raise NotAllowed(_("Bạn không sửa được bài này nên cũng không chia sẻ được."))
    if not recipient.strip() or not 1 <= days <= SHARE_LIFE_DAYS:
        raise NotAllowed(_("Hãy ghi gửi cho ai và số ngày từ 1 đến 7."))
    revision = page.get_latest_revision()
    if revision is None or (page.live and not page.has_unpublished_changes):
        raise NotAllowed(_("Bài không có bản nháp nào để chia sẻ."))
    with transaction.atomic():
        token, digest = _new_token(ShareLink)
        link = ShareLink.objects.create(
            digest=digest,
            revision=revision,
            content_hash=hash_of(revision.pk),
            expires_at=timezone.now() + timedelta(days=days),
            page_id=page.pk,
            recipient=recipient.strip()[:160],
            created_by=user,
        )
        data = {"recipient": link.recipient, "days": days}
        log(instance=page, action="workflow.share", user=user, revision=revision, data=data)
    return link, token


def revoke_share(*, link: ShareLink, user: Any) -> None:
    """From now on it answers 404."""
    if link.revoked_at is None:
        link.revoked_at = timezone.now()
        link.save(update_fields=["revoked_at"])
        page, data = link.page.specific, {"recipient": link.recipient}
        log(instance=page, action="workflow.unshare", user=user, data=data)


def answer_share(*, link: ShareLink, answer: str, text: str) -> None:
    """What the person says to the draft; may be said anew while the link lives.

    Raises:
        AlreadyDecided: the link is dead.
        NotAllowed: neither of the two answers, or nothing said of what to change.
    """
    text = text.strip()[:4000]
    if answer not in ShareLink.Answer.values:
        raise NotAllowed(_("Hãy chọn một trong hai câu trả lời."))
    if answer == ShareLink.Answer.CHANGE and not text:
        raise NotAllowed(_("Hãy ghi chỗ cần sửa."))
    with transaction.atomic():
        link = ShareLink.objects.select_for_update().get(pk=link.pk)
        if not link.is_open:
            raise AlreadyDecided(_("Đường dẫn đã hết hạn."))
        link.answer, link.answer_text, link.answered_at = answer, text, timezone.now()
        link.save(update_fields=["answer", "answer_text", "answered_at"])
        with acting_via(Publication.Via.LINK):
            data = {"recipient": link.recipient, "answer": link.get_answer_display()}
            log(instance=link.page.specific, action="workflow.answer", data=data)
        draft_answered.send(sender=ShareLink, instance=link)


def holds_revision(revision: Any) -> bool:
    """For `core.holds`: a living link shows this revision, and keeps showing it."""
    links = (model.objects.open().filter(revision=revision) for model in (ApprovalLink, ShareLink))
    return any(rows.exists() for rows in links)
