"""Finding the same thing twice, for reviewers: among what was sent in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from submissions.intake import Match
from submissions.models import Submission
from submissions.models.submission import State

MOST = 200
"""Rows looked at for one question."""
MOST_SHOWN = 8

Found = dict[int, list[Match]]


def among_submissions(submissions: Sequence[Any]) -> Found:
    """Others with the same telephone, tax code or name. One query."""
    facts = {row.pk: _facts(row) for row in submissions}
    wanted = Q()
    for phone, tax_code, name in facts.values():
        wanted |= Q(sender__phone=phone) if phone else Q()
        wanted |= Q(sender__tax_code=tax_code) if tax_code else Q()
        wanted |= Q(folded_title=name) if name else Q()
    if not wanted:
        return {}
    others = Submission.objects.filter(wanted).exclude(state__in=[State.ERASED, State.SUSPECT])
    others = others.select_related("sender")[: MOST * max(1, len(submissions))]
    found: Found = defaultdict(list)
    known = [(other, _facts(other)) for other in others]
    for row in submissions:
        root = row.origin_id or row.pk
        for other, theirs in known:
            if root in (other.pk, other.origin_id) or other.pk == row.pk:
                continue
            if why := _why(facts[row.pk], theirs):
                found[row.pk].append(_match(other, why))
    return {key: rows[:MOST_SHOWN] for key, rows in found.items()}


def _facts(row: Any) -> tuple[str, str, str]:
    sender = getattr(row, "sender", None)
    return (sender.phone, sender.tax_code, row.folded_title) if sender else ("", "", "")


def _why(mine: tuple[str, str, str], theirs: tuple[str, str, str]) -> str:
    words = (_("Trùng số điện thoại"), _("Trùng mã số thuế"), _("Trùng tên"))
    same = [w for w, a, b in zip(words, mine, theirs, strict=True) if a and a == b]
    return ", ".join([*same[:1], *[word.lower() for word in same[1:]]])


def _match(other: Any, why: str) -> Match:
    words = _("Hồ sơ %(code)s: %(title)s") % {"code": other.code, "title": other.title}
    return Match(why, words, reverse("submissions_review", args=[other.pk]))


def matches_of(submissions: Iterable[Any]) -> Found:
    """For rows of any kinds: each kind asked once."""
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for row in submissions:
        by_kind[row.kind].append(row)
    found: Found = {}
    for rows in by_kind.values():
        found |= rows[0].intake.matches(rows)
    return found
