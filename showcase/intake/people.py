"""What the plain tables show of a person: exactly what that person allows."""

from collections.abc import Iterable
from typing import Any

from core.kinds import Kind
from showcase.choices import ContactKind
from showcase.models import Contact, Founder, StartupPage
from submissions.models import Purpose
from submissions.models.submission import STANDING, State
from submissions.services.family import above, family, later
from vietnamese.phones import format_phone, parse_phone

Released = dict[str, str]
NUMBERS = (ContactKind.PHONE, ContactKind.ZALO)
PURPOSES = {
    ContactKind.PHONE: Purpose.PHONE,
    ContactKind.EMAIL: Purpose.EMAIL,
    ContactKind.ZALO: Purpose.ZALO,
    ContactKind.ADDRESS: Purpose.ADDRESS,
}


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


# --- who may speak for a unit ---------------------------------------------------------------------
def made_it(submission: Any, startup: StartupPage) -> bool:
    """Whether the unit's page itself came of this submission."""
    return submission.results.filter(page_id=startup.pk, made=True).exists()


def came_by_its_link(submission: Any, startup: StartupPage) -> bool:
    """Whether it came by the private link of the submission the unit's page was made of."""
    return any(made_it(row, startup) for row in family(submission))


def speaks_for(submission: Any, startup: StartupPage) -> bool:
    """By the unit's own link, or at an editor's word for it or for one it came from."""
    if came_by_its_link(submission, startup):
        return True
    vouched = [row for row in [submission, *above(submission)] if row.is_of_unit]
    return any(startup_of(row) == startup for row in vouched)


def _is_due(submission: Any, startup: StartupPage) -> bool:
    """A new unit is no public page yet; anything else waits until it is out itself."""
    return submission.state == State.PUBLISHED or made_it(submission, startup)


# --- showing, and taking back ---------------------------------------------------------------------
def release(submission: Any, consents: set[str]) -> None:
    """Contacts and the person's name, each by its own consent; what is no longer allowed goes.

    Nothing of a stranger is shown, and nothing before the page that was approved.
    """
    startup = startup_of(submission) if _sender(submission) else None
    speaks = startup is not None and speaks_for(submission, startup)
    shown = consents if startup and speaks and _is_due(submission, startup) else set()
    _release_contacts(submission, startup, shown)
    _release_founder(submission, startup, shown)
    said = set(submission.consents.values_list("purpose", flat=True))
    if startup and speaks and said - consents:
        _take_down(submission, startup, said - consents)


def forget(submission: Any) -> None:
    """All of it, agreed to or not; to be called while the sender's row still says what it is."""
    release(submission, set())
    startup = startup_of(submission) if _sender(submission) else None
    if startup and submission.results.exists() and speaks_for(submission, startup):
        _take_down(submission, startup, set(Purpose.values))


def _sender(submission: Any) -> Any:
    return getattr(submission, "sender", None)


# --- contacts -------------------------------------------------------------------------------------
def _ways(sender: Any) -> Released:
    phone = format_phone(sender.phone) if sender.phone else ""
    zalo = format_phone(sender.zalo) if sender.zalo else phone
    ways = {
        ContactKind.PHONE: phone,
        ContactKind.EMAIL: sender.email,
        ContactKind.ZALO: zalo,
        ContactKind.ADDRESS: sender.address,
    }
    return {kind.value: value[:200] for kind, value in ways.items() if value}


def plain(kind: str, value: str) -> str:
    """However it is written, the same number, address or place."""
    if kind in NUMBERS:
        try:
            return parse_phone(value)
        except ValueError:
            return value
    return " ".join(value.split()).casefold()


def _release_contacts(submission: Any, startup: Any, consents: set[str]) -> None:
    sender = _sender(submission)
    ways = _ways(sender) if sender and consents else {}
    wanted = {k: v for k, v in ways.items() if PURPOSES[ContactKind(k)] in consents}
    # What a later correction says holds.
    held = Contact.objects.filter(submission__in=later(submission))
    for kind in held.values_list("kind", flat=True):
        wanted.pop(kind, None)
    for row in Contact.objects.filter(submission=submission):
        is_wanted = row.kind in wanted and plain(row.kind, wanted[row.kind]) == plain(
            row.kind, row.value
        )
        if not is_wanted or row.startup_id != startup.pk:
            row.delete()
    if wanted:
        before = above(submission)
        Contact.objects.filter(submission__in=before, kind__in=wanted).delete()
        _add_contacts(submission, startup, wanted)


def _add_contacts(submission: Any, startup: Any, wanted: Released) -> None:
    """What stands there already becomes the sender's own, so that he can take it back."""
    known = {(r.kind, plain(r.kind, r.value)): r for r in Contact.objects.filter(startup=startup)}
    for order, (kind, value) in enumerate(wanted.items()):
        row = known.get((kind, plain(kind, value)))
        if row is None:
            Contact.objects.create(
                startup=startup, submission=submission, kind=kind, value=value,
                is_public=True, order=order,
            )  # fmt: skip
        elif row.submission_id is None:
            row.submission, row.is_public = submission, True
            row.save()


def _take_down(submission: Any, startup: StartupPage, purposes: Iterable[str]) -> None:
    """The person's details leave the unit's page, whoever wrote them there."""
    sender, covered = _sender(submission), _covered(submission)
    for kind, value in _ways(sender).items():
        if PURPOSES[ContactKind(kind)] not in purposes or (kind, plain(kind, value)) in covered:
            continue
        for row in Contact.objects.filter(startup=startup, kind=kind):
            if plain(kind, row.value) == plain(kind, value):
                row.delete()
    name = sender.name.casefold()
    if Purpose.NAME in purposes and name and (Purpose.NAME, name) not in covered:
        for founder in Founder.objects.filter(startup=startup):
            if founder.name.casefold() == name:
                founder.delete()


def _covered(submission: Any) -> set[tuple[str, str]]:
    """What others of the family still allow: by kind of contact, and the name."""
    found: set[tuple[str, str]] = set()
    for row in family(submission):
        if row.pk == submission.pk or row.state not in STANDING or not _sender(row):
            continue
        said = set(row.consents.standing().values_list("purpose", flat=True))
        for kind, value in _ways(row.sender).items():
            if PURPOSES[ContactKind(kind)] in said:
                found.add((kind, plain(kind, value)))
        if Purpose.NAME in said:
            found.add((Purpose.NAME, row.sender.name.casefold()))
    return found


# --- the name -------------------------------------------------------------------------------------
def _release_founder(submission: Any, startup: Any, consents: set[str]) -> None:
    mine = Founder.objects.filter(submission=submission)
    name = submission.sender.name if Purpose.NAME in consents else ""
    if not name:
        for row in mine:
            row.delete()
        return
    role = submission.sender.role
    known = Founder.objects.filter(startup=startup, name=name)
    row = mine.first() or known.filter(submission=None).first()
    if row:
        row.startup, row.name, row.role, row.is_public = startup, name, role or row.role, True
        row.submission = submission
        row.save()
    elif not known.exists():
        Founder.objects.create(
            startup=startup, submission=submission, name=name, role=role, is_public=True
        )
