"""What the plain tables show of a person: exactly what that person allows."""

from typing import Any

from core.kinds import Kind
from showcase.choices import ContactKind
from showcase.models import Contact, Founder, StartupPage
from submissions.models import Purpose
from vietnamese.phones import format_phone

Released = dict[str, str]


def startup_of(submission: Any) -> StartupPage | None:
    """The unit the person speaks for: what it became, or what it is about."""
    pages = [result.page for result in submission.results.select_related("page") if result.page]
    pages += [submission.subject] if submission.subject else []
    for page in pages:
        if page.kind == Kind.STARTUP:
            return page.specific
        if page.kind == Kind.PRODUCT:
            return page.get_parent().specific
    return None


def release(submission: Any, consents: set[str]) -> None:
    """Contacts and the person's name, each by its own consent; what is no longer allowed goes.

    A correction shows anything of its sender only if it came by the unit's own private link.
    """
    sender = getattr(submission, "sender", None)
    startup = startup_of(submission) if sender else None
    stranger = submission.intake.is_correction and submission.origin_id is None
    if startup is None or stranger:
        consents = set()
    wanted = _contacts(sender, consents) if sender else {}
    # What a later correction says holds.
    later = set(
        Contact.objects.filter(submission__in=_later(submission)).values_list("kind", flat=True)
    )
    wanted = {kind: value for kind, value in wanted.items() if kind not in later}
    for row in Contact.objects.filter(submission=submission):
        if wanted.get(row.kind) != row.value or row.startup_id != startup.pk:  # type: ignore[union-attr]
            row.delete()
    if wanted:
        _replace_earlier(submission, wanted)
        _add_contacts(submission, startup, wanted)
    name = sender.name if sender and Purpose.NAME in consents else ""
    _release_founder(submission, startup, name)


def _later(submission: Any) -> list[int]:
    """Keys of the submissions that came by its link, and by theirs."""
    found: list[int] = []
    level = [submission.pk]
    while level:
        rows = type(submission).objects.filter(origin__in=level).exclude(pk__in=found)
        level = list(rows.values_list("pk", flat=True))
        found += level
    return found


def _contacts(sender: Any, consents: set[str]) -> Released:
    phone = format_phone(sender.phone) if sender.phone else ""
    zalo = format_phone(sender.zalo) if sender.zalo else phone
    ways = {
        ContactKind.PHONE: (Purpose.PHONE, phone),
        ContactKind.EMAIL: (Purpose.EMAIL, sender.email),
        ContactKind.ZALO: (Purpose.ZALO, zalo),
        ContactKind.ADDRESS: (Purpose.ADDRESS, sender.address),
    }
    return {kind.value: value[:200] for kind, (why, value) in ways.items()
            if value and why in consents}  # fmt: skip


def _replace_earlier(submission: Any, wanted: Released) -> None:
    earlier, above = [], submission.origin
    while above is not None and above.pk not in earlier:
        earlier.append(above.pk)
        above = above.origin
    Contact.objects.filter(submission__in=earlier, kind__in=wanted).delete()


def _add_contacts(submission: Any, startup: Any, wanted: Released) -> None:
    known = set(Contact.objects.filter(startup=startup).values_list("kind", "value"))
    for order, (kind, value) in enumerate(wanted.items()):
        if (kind, value) not in known:
            Contact.objects.create(
                startup=startup, submission=submission, kind=kind, value=value,
                is_public=True, order=order,
            )  # fmt: skip


def _release_founder(submission: Any, startup: Any, name: str) -> None:
    mine = Founder.objects.filter(submission=submission)
    if not name or startup is None:
        for row in mine:
            row.delete()
        return
    role = submission.sender.role
    if row := mine.first():
        row.startup, row.name, row.role, row.is_public = startup, name, role, True
        row.save()
    elif not Founder.objects.filter(startup=startup, name=name).exists():
        Founder.objects.create(
            startup=startup, submission=submission, name=name, role=role, is_public=True
        )
