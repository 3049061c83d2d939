"""Finding the same thing twice, for reviewers: among what was sent in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from submissions.intake import Match
from submissions.models import Submission
from submissions.models.submission import State
from submissions.webs import web_key

MOST = 200
"""Rows looked at for one question."""
MOST_SHOWN = 8

Found = dict[int, list[Match]]


def among_submissions(submissions: Sequence[Any]) -> Found:
    """Others with the same telephone, Zalo, tax code, name or place on the web. One query."""
    facts = {row.pk: _facts(row) for row in submissions}
    wanted = Q()
    for fact in facts.values():
        wanted |= fact.asked()
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
            if why := facts[row.pk].why(theirs):
                found[row.pk].append(_match(other, why))
    return {key: rows[:MOST_SHOWN] for key, rows in found.items()}


@dataclass(frozen=True)
class Facts:
    """What is compared of one submission."""

    phone: str = ""
    zalo: str = ""
    tax_code: str = ""
    name: str = ""
    web: str = ""

    @property
    def numbers(self) -> set[str]:
        """One number serves for calls and for Zalo alike."""
        return {self.phone, self.zalo} - {""}

    def asked(self) -> Q:
        """What may be the same; `why` says whether it is."""
        numbers, wanted = self.numbers, Q()
        if numbers:
            wanted |= Q(sender__phone__in=numbers) | Q(sender__zalo__in=numbers)
        wanted |= Q(sender__tax_code=self.tax_code) if self.tax_code else Q()
        wanted |= Q(folded_title=self.name) if self.name else Q()
        host = self.web.partition("/")[0]
        return wanted | Q(payload__website__icontains=host) if host else wanted

    def why(self, theirs: "Facts") -> str:
        """What is equal, in words; '' for nothing."""
        calls = bool(self.phone) and self.phone == theirs.phone
        found = {
            _("Trùng số điện thoại"): calls,
            _("Trùng số Zalo"): not calls and bool(self.numbers & theirs.numbers),
            _("Trùng mã số thuế"): bool(self.tax_code) and self.tax_code == theirs.tax_code,
            _("Trùng tên"): bool(self.name) and self.name == theirs.name,
            _("Trùng địa chỉ trên mạng"): bool(self.web) and self.web == theirs.web,
        }
        same = [words for words, is_so in found.items() if is_so]
        return ", ".join([*same[:1], *[words[:1].lower() + words[1:] for words in same[1:]]])


def _facts(row: Any) -> Facts:
    sender = getattr(row, "sender", None)
    if sender is None:
        return Facts()
    web = web_key(str(row.payload.get("website") or ""))
    return Facts(sender.phone, sender.zalo, sender.tax_code, row.folded_title, web)


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
