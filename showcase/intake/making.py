"""Pages out of answers: units and products as drafts."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from showcase.choices import CertificateKind, LinkKind, ProductKind, Readiness, Stage
from showcase.models import (
    BuyPlace,
    Certificate,
    Neighbourhood,
    ProductMedia,
    ProductPage,
    Sector,
    StartupLink,
    StartupPage,
)
from showcase.models.startup import UNIT_TAX_CODE
from submissions.drafting import one_line, paragraphs, set_lead, text_of
from submissions.intake import Payload
from submissions.webs import host_of

HOSTS = {
    "facebook.com": LinkKind.FACEBOOK,
    "fb.com": LinkKind.FACEBOOK,
    "fb.me": LinkKind.FACEBOOK,
    "zalo.me": LinkKind.ZALO,
    "youtube.com": LinkKind.YOUTUBE,
    "youtu.be": LinkKind.YOUTUBE,
    "tiktok.com": LinkKind.TIKTOK,
    "shopee.vn": LinkKind.SHOP,
    "lazada.vn": LinkKind.SHOP,
    "tiki.vn": LinkKind.SHOP,
    "sendo.vn": LinkKind.SHOP,
    "postmart.vn": LinkKind.SHOP,
    "buudien.vn": LinkKind.SHOP,
}


def link_kind(url: str) -> str:
    """What is at an address, by its host."""
    host = host_of(url)
    for known, kind in HOSTS.items():
        if host == known or host.endswith(f".{known}"):
            return kind
    return LinkKind.WEBSITE


def unit_tax_code(code: str) -> str:
    """The tax code of a unit; '' for a person's number of 12 digits, which no page holds."""
    return code if UNIT_TAX_CODE.fullmatch(code or "") else ""


def new_startup(payload: Payload, tax_code: str) -> StartupPage:
    """A unit that is not in the tree yet."""
    page = StartupPage(
        title=text_of(payload, "unit_name"),
        legal_form=text_of(payload, "legal_form"),
        sapo=text_of(payload, "about"),
        stage=text_of(payload, "stage") or Stage.EARLY,
        neighbourhood=Neighbourhood.objects.filter(pk=payload.get("neighbourhood") or 0).first(),
        founded_year=payload.get("founded_year"),
        tax_code=unit_tax_code(tax_code),
        last_confirmed_on=timezone.localdate(),
    )
    page.sectors.set(sectors_of(payload))
    set_website(page, text_of(payload, "website"))
    return page


def new_product(payload: Payload, pictures: list[Any], *, with_website: bool) -> ProductPage:
    """A product that is not in the tree yet, its pictures in place."""
    page = ProductPage(
        title=text_of(payload, "title"),
        product_kind=text_of(payload, "product_kind") or ProductKind.PRODUCT,
        tagline=one_line(text_of(payload, "tagline")),
        readiness=text_of(payload, "readiness") or Readiness.MARKET,
        problem=paragraphs(text_of(payload, "problem")),
        solution=paragraphs(text_of(payload, "solution")),
        for_whom=text_of(payload, "for_whom"),
        price_note=text_of(payload, "price_note"),
    )
    page.sectors.set(sectors_of(payload))
    set_stars(page, payload.get("ocop_stars"))
    set_buy_at(page, text_of(payload, "buy_at"))
    if with_website:
        set_shop(page, text_of(payload, "website"))
    add_media(page, set_lead(page, pictures))
    return page


def sectors_of(payload: Payload) -> list[Sector]:
    """The chosen ones that still exist."""
    return list(Sector.objects.filter(pk__in=payload.get("sectors") or []))


def add_media(page: ProductPage, pictures: list[Any]) -> None:
    """Further pictures, behind those there are."""
    order = page.media.count()
    for at, image in enumerate(pictures):
        row = ProductMedia(image=image, alt=image.description, sort_order=order + at)
        page.media.add(row)


def ocop(page: ProductPage) -> Certificate | None:
    """Its OCOP certificate."""
    return next((row for row in page.certificates.all() if row.kind == CertificateKind.OCOP), None)


def set_stars(page: ProductPage, stars: Any) -> None:
    """An OCOP certificate with so many stars; none without."""
    row = ocop(page)
    if row and not stars:
        page.certificates.remove(row)
    elif row and row.stars != stars:
        # Other stars are another certificate: the old number and day would be wrong.
        page.certificates.remove(row)
        page.certificates.add(Certificate(kind=CertificateKind.OCOP, stars=stars))
    elif stars and not row:
        page.certificates.add(Certificate(kind=CertificateKind.OCOP, stars=stars))


def shop(page: ProductPage, *, on_the_web: bool) -> BuyPlace | None:
    """The first place to buy of one sort."""
    return next((row for row in page.buy_places.all() if bool(row.url) == on_the_web), None)


def set_buy_at(page: ProductPage, label: str) -> None:
    """The first place to buy that is no address on the web."""
    row = shop(page, on_the_web=False)
    if row and label:
        row.label, row.address = label, ""
        page.buy_places.add(row)
    elif row:
        page.buy_places.remove(row)
    elif label:
        page.buy_places.add(BuyPlace(label=label))


def set_shop(page: ProductPage, url: str) -> None:
    """The first place to buy on the web."""
    row = shop(page, on_the_web=True)
    if row and url:
        row.label, row.url = shop_label(url), url
        page.buy_places.add(row)
    elif row:
        page.buy_places.remove(row)
    elif url:
        page.buy_places.add(BuyPlace(label=shop_label(url), url=url))


def shop_label(url: str) -> str:
    """“Facebook”, or the host."""
    kind = link_kind(url)
    named = kind in (LinkKind.FACEBOOK, LinkKind.ZALO, LinkKind.YOUTUBE, LinkKind.TIKTOK)
    return str(LinkKind(kind).label) if named else host_of(url)[:160] or _("Trên mạng")


def website(page: StartupPage) -> StartupLink | None:
    """The link its form shows: the first."""
    return next(iter(page.links.all()), None)


def set_website(page: StartupPage, url: str) -> None:
    """Its first link."""
    row = website(page)
    if row and url:
        row.url, row.kind = url, link_kind(url)
        page.links.add(row)
    elif row:
        page.links.remove(row)
    elif url:
        page.links.add(StartupLink(url=url, kind=link_kind(url)))
