"""Finding the same unit or product on the site: tax code, telephone, name, web address."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from core.kinds import Kind
from core.models import BasePage
from showcase.choices import ContactKind
from showcase.models import BuyPlace, Contact, StartupLink, StartupPage
from showcase.names import LEGAL_FORM
from submissions.intake import Match
from submissions.matching import MOST, MOST_SHOWN, Found, among_submissions
from submissions.models import Result
from submissions.webs import web_key
from vietnamese import fold
from vietnamese.phones import parse_phone
from vietnamese.text import strip_marks

FOLDED_FORM = re.compile(strip_marks(LEGAL_FORM.pattern))

Hit = tuple[str, BasePage]
"""What is equal, and the page."""


@dataclass(frozen=True)
class Facts:
    """What is compared of one submission."""

    phones: frozenset[str]
    tax_code: str
    names: frozenset[str]
    web: str


def name_key(name: str) -> str:
    """Marks, capitals and the legal form before it ignored, also where it has no marks."""
    folded = fold(name)
    return FOLDED_FORM.sub("", folded, count=1) or folded


def facts_of(submission: Any) -> Facts:
    """Of one submission."""
    sender, payload = getattr(submission, "sender", None), submission.payload
    phones = {sender.phone, sender.zalo} - {""} if sender else set()
    names = {name_key(str(payload.get(key) or "")) for key in ("title", "unit_name")} - {""}
    return Facts(
        frozenset(phones),
        sender.tax_code if sender else "",
        frozenset(names),
        web_key(str(payload.get("website") or "")),
    )


def matches(submissions: Sequence[Any]) -> Found:
    """By submission; the same number of queries for one as for fifty."""
    facts = {row.pk: facts_of(row) for row in submissions}
    hits: dict[int, list[Hit]] = defaultdict(list)
    for ask in (_by_tax_code, _by_phone, _by_name, _by_link, _by_shop):
        for key, hit in ask(facts):
            hits[key].append(hit)
    own: dict[int, set[int]] = defaultdict(set)
    for key, page_id in Result.objects.filter(submission__in=facts).values_list(
        "submission_id", "page_id"
    ):
        own[key].add(page_id)
    sent, found = among_submissions(submissions), {}
    for row in submissions:
        pages = _as_matches(row, own[row.pk], hits[row.pk])
        found[row.pk] = [*pages, *sent.get(row.pk, [])][:MOST_SHOWN]
    return {key: rows for key, rows in found.items() if rows}


def _is_its_own(submission: Any, page: BasePage) -> bool:
    """What it is about and what stands above that; for a correction also what stands below."""
    subject = submission.subject
    if subject is None:
        return False
    below = submission.intake.is_correction and page.path.startswith(subject.path)
    return below or subject.path.startswith(page.path)


def _as_matches(submission: Any, own: set[int], hits: Iterable[Hit]) -> list[Match]:
    """Each page once, with all that is equal; what is its own is no news."""
    by_page: dict[int, tuple[BasePage, list[str]]] = {}
    for why, page in hits:
        if page.pk not in own and not _is_its_own(submission, page):
            by_page.setdefault(page.pk, (page, []))[1].append(why)
    return [
        Match(
            ", ".join(dict.fromkeys(whys)),
            f"{Kind(page.kind).label}: {page.title}",
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
        )
        for page, whys in by_page.values()
    ]


Answers = Iterable[tuple[int, Hit]]


def _any(values: Iterable[Any], make: Callable[[Any], Q]) -> Q:
    wanted = Q()
    for value in values:
        wanted |= make(value)
    return wanted


def _by_tax_code(facts: dict[int, Facts]) -> Answers:
    codes = {fact.tax_code for fact in facts.values()} - {""}
    pages = StartupPage.objects.filter(tax_code__in=codes)[:MOST] if codes else []
    for page in pages:
        for key, fact in facts.items():
            if fact.tax_code == page.tax_code:
                yield key, (_("Trùng mã số thuế"), page)


def _by_phone(facts: dict[int, Facts]) -> Answers:
    phones = {phone for fact in facts.values() for phone in fact.phones}
    # People group digits as they like: the last two stand together in each way of writing.
    ends = _any({phone[-2:] for phone in phones}, lambda end: Q(value__endswith=end))
    if not phones:
        return
    rows = Contact.objects.filter(ends, kind__in=[ContactKind.PHONE, ContactKind.ZALO])
    for row in rows.select_related("startup").order_by("-pk")[: MOST * 10]:
        try:
            number = parse_phone(row.value)
        except ValueError:
            continue
        for key, fact in facts.items():
            if number in fact.phones:
                yield key, (_("Trùng số điện thoại"), row.startup)


def _by_name(facts: dict[int, Facts]) -> Answers:
    names = {name for fact in facts.values() for name in fact.names}
    if not names:
        return
    pages = BasePage.objects.filter(kind__in=[Kind.STARTUP, Kind.PRODUCT])
    pages = pages.filter(_any(names, lambda name: Q(folded_text__contains=name)))
    for page in pages.order_by("-pk")[: MOST * 10]:
        for key, fact in facts.items():
            if name_key(page.title) in fact.names:
                yield key, (_("Trùng tên"), page)


def _by_link(facts: dict[int, Facts]) -> Answers:
    yield from _by_web(facts, StartupLink)


def _by_shop(facts: dict[int, Facts]) -> Answers:
    yield from _by_web(facts, BuyPlace)


def _by_web(facts: dict[int, Facts], model: Any) -> Answers:
    keys = {fact.web for fact in facts.values()} - {""}
    if not keys:
        return
    hosts = {key.split("/", 1)[0] for key in keys}
    rows = model.objects.filter(_any(hosts, lambda host: Q(url__icontains=host)))
    for row in rows.select_related("page").order_by("-pk")[: MOST * 10]:
        for key, fact in facts.items():
            if fact.web and fact.web == web_key(row.url):
                yield key, (_("Trùng địa chỉ trên mạng"), row.page)
