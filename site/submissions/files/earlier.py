"""Files sent before, while a correction in place is filled in.

Nothing of them changes before it is sent: what is wished lies in the draft, under `files`:
`{"said": {"<pk>": {"alt": …, "person": …, "drop": …}}, "order": [<pk>, …]}`.
"""

from typing import Any

from submissions.models import Draft, Submission, SubmissionFile
from submissions.models.submission import CORRECTABLE

WISHES = "files"
Kind, State = SubmissionFile.Kind, SubmissionFile.State
NOTED_AT = {Kind.PICTURE: "pictures", Kind.CERTIFICATE: "certificates"}
"""Under which name editors note something beside files of a kind."""


def files_of(draft: Draft | None, kind: str) -> list[SubmissionFile]:
    """Those sent before and those of the draft, as they are to be; infected ones last."""
    if draft is None:
        return []
    own = list(SubmissionFile.objects.filter(draft=draft, kind=kind))
    rows = [*_earlier(draft, kind), *own]
    wished = _wishes(draft).get("order", [])
    place = {key: number for number, key in enumerate(wished)}
    rows.sort(key=lambda file: place.get(file.pk, len(wished)))
    return sorted(rows, key=lambda file: file.state == State.INFECTED)


def count_earlier(draft: Draft, kind: str) -> int:
    """How many of those sent before stay."""
    return sum(file.state != State.INFECTED for file in _earlier(draft, kind))


def unanswered(draft: Draft | None) -> list[SubmissionFile]:
    """The pictures of which nobody has said whether a face can be made out."""
    return [
        file
        for file in files_of(draft, Kind.PICTURE)
        if file.has_person is None and file.state != State.INFECTED
    ]


def describe(draft: Draft, file: SubmissionFile, *, alt: str, has_person: bool | None) -> None:
    """Say what is in a picture, and whether a face can be made out; the caller saves the draft."""
    file.alt, file.has_person = alt, has_person
    if file.draft_id:
        file.save(update_fields=["alt", "has_person"])
    else:
        _wish(draft, file, alt=alt, person=has_person)


def remove(draft: Draft, file: SubmissionFile) -> None:
    """Take it out; one that was sent before goes when this is sent. The caller saves the draft."""
    if file.draft_id:
        file.delete()
    else:
        _wish(draft, file, drop=True)


def put_first(draft: Draft, chosen: SubmissionFile) -> None:
    """Make it the cover; the caller saves the draft."""
    rows = sorted(files_of(draft, Kind.PICTURE), key=lambda file: file.pk != chosen.pk)
    draft.answers.setdefault(WISHES, {})["order"] = [file.pk for file in rows]


def settle(draft: Draft, submission: Submission) -> set[str]:
    """Do as the draft wishes, and hand its files over to the submission.

    Returns:
        Of `pictures` and `certificates`, where something changed.
    """
    changed = set()
    if draft.origin_id == submission.pk:
        draft.origin = submission  # as it is now, locked
    before = list(submission.files.all())
    rows = [file for kind in Kind.values for file in files_of(draft, kind)]
    kept = [file.pk for file in rows if not file.draft_id]
    for kind in Kind.values:
        old = [file for file in before if file.kind == kind]
        new = [file for file in rows if file.kind == kind]
        if [_facts(file) for file in old] != [_facts(file) for file in new]:
            changed.add(NOTED_AT[Kind(kind)])
    for file in before:
        if file.pk not in kept and _is_open(draft, submission):
            file.delete()
    for place, file in enumerate(rows):
        file.submission, file.draft, file.order = submission, None, place
        file.save(update_fields=["submission", "draft", "order", "alt", "has_person"])
    return changed


def _facts(file: SubmissionFile) -> tuple[Any, ...]:
    return file.pk, file.alt, file.has_person


def _is_open(draft: Draft, submission: Submission) -> bool:
    return draft.origin_id == submission.pk and submission.state in CORRECTABLE


def _wishes(draft: Draft) -> dict[str, Any]:
    found: dict[str, Any] = draft.answers.get(WISHES, {})
    return found


def _wish(draft: Draft, file: SubmissionFile, **said: Any) -> None:
    rows = draft.answers.setdefault(WISHES, {}).setdefault("said", {})
    rows.setdefault(str(file.pk), {}).update(said)


def _earlier(draft: Draft, kind: str) -> list[SubmissionFile]:
    origin = draft.origin
    if origin is None or not _is_open(draft, origin):
        return []
    said, found = _wishes(draft).get("said", {}), []
    for file in origin.files.filter(kind=kind):
        wish = said.get(str(file.pk), {})
        file.alt = wish.get("alt", file.alt)
        file.has_person = wish.get("person", file.has_person)
        if not wish.get("drop"):
            found.append(file)
    return found
