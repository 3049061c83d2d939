"""Corrections: what a form begins with, what would change, and writing it into the draft."""

from collections.abc import Callable
from typing import Any

from core.blocks.base import rich_to_plain
from core.kinds import Kind
from showcase.intake import making
from showcase.models import Neighbourhood, ProductPage, StartupPage
from submissions.drafting import one_line, paragraphs
from submissions.intake import Difference, Payload, readable, to_payload


def initial(page: Any) -> Payload:
    """The form's answers as the page has them."""
    if page is None:
        return {}
    page = page.specific
    return _unit(page) if page.kind == Kind.STARTUP else _product(page)


def _unit(page: StartupPage) -> Payload:
    link = making.website(page)
    return {
        "title": page.title,
        "about": page.sapo,
        "legal_form": page.legal_form,
        "stage": page.stage,
        "neighbourhood": page.neighbourhood_id,
        "founded_year": page.founded_year,
        "tax_code": page.public_tax_code,
        "website": link.url if link else "",
    }


def _product(page: ProductPage) -> Payload:
    stars = making.ocop(page)
    place, online = (making.shop(page, on_the_web=flag) for flag in (False, True))
    return {
        "title": page.title,
        "product_kind": page.product_kind,
        "tagline": page.tagline,
        "sectors": sorted(sector.pk for sector in page.sectors.all()),
        "readiness": page.readiness,
        "problem": rich_to_plain(page.problem),
        "solution": rich_to_plain(page.solution),
        "for_whom": page.for_whom,
        "price_note": page.price_note,
        "buy_at": place.label if place else "",
        "website": online.url if online else "",
        "ocop_stars": stars.stars if stars else None,
    }


def differences(form_class: type, submission: Any) -> list[Difference]:
    """Field by field against the live page, in the order of the form."""
    page = submission.subject.specific if submission.subject else None
    if page is None:
        return []
    now, wanted = to_payload(initial(page)), dict(submission.payload)
    sender = getattr(submission, "sender", None)
    code = making.unit_tax_code(sender.tax_code if sender else "")
    wanted["tax_code"] = code or now.get("tax_code")
    found = []
    for name, field in form_class().fields.items():
        if name in wanted and not _same(now.get(name), wanted[name]):
            old, new = (_words(field, value) for value in (now.get(name), wanted[name]))
            found.append(Difference(name, str(field.label or name), old, new))
    return found


def _words(field: Any, value: Any) -> str:
    return "" if value in (None, "", []) else readable(field, value)


def _same(old: Any, new: Any) -> bool:
    if isinstance(old, list) or isinstance(new, list):
        return sorted(map(str, old or [])) == sorted(map(str, new or []))
    return one_line(str(old or "")) == one_line(str(new or ""))


Setter = Callable[[Any, Any], None]


def _plain(name: str) -> Setter:
    return lambda page, value: setattr(page, name, value or "")


def _rich(name: str) -> Setter:
    return lambda page, value: setattr(page, name, paragraphs(value or ""))


def _neighbourhood(page: StartupPage, value: Any) -> None:
    page.neighbourhood = Neighbourhood.objects.filter(pk=value or 0).first()


OF_A_UNIT: dict[str, Setter] = {
    "title": _plain("title"),
    "about": _plain("sapo"),
    "legal_form": _plain("legal_form"),
    "stage": _plain("stage"),
    "neighbourhood": _neighbourhood,
    "founded_year": lambda page, value: setattr(page, "founded_year", value or None),
    "tax_code": lambda page, value: setattr(page, "tax_code", making.unit_tax_code(value)),
    "website": lambda page, value: making.set_website(page, value or ""),
}
OF_A_PRODUCT: dict[str, Setter] = {
    "title": _plain("title"),
    "product_kind": _plain("product_kind"),
    "tagline": lambda page, value: setattr(page, "tagline", one_line(value or "")),
    "sectors": lambda page, value: page.sectors.set(making.sectors_of({"sectors": value})),
    "readiness": _plain("readiness"),
    "problem": _rich("problem"),
    "solution": _rich("solution"),
    "for_whom": _plain("for_whom"),
    "price_note": _plain("price_note"),
    "buy_at": lambda page, value: making.set_buy_at(page, value or ""),
    "website": lambda page, value: making.set_shop(page, value or ""),
    "ocop_stars": making.set_stars,
}


def write(page: Any, changed: list[Difference], submission: Any) -> None:
    """Set the changed fields and no other; a stage or kind taken away is kept as it was."""
    setters = OF_A_UNIT if page.kind == Kind.STARTUP else OF_A_PRODUCT
    for difference in changed:
        name = difference.name
        value = submission.sender.tax_code if name == "tax_code" else submission.payload.get(name)
        if value in (None, "") and name in ("title", "stage", "legal_form", "product_kind"):
            continue
        setters[name](page, value)
