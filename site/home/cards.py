"""Social cards of pages: drawn once, off the request path, kept as files of the media folder."""

import hashlib
import logging

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import HttpRequest
from PIL import Image
from wagtail.models import Site

from core.kinds import Kind
from core.models import BasePage
from core.templatetags.core_tags import kick_label
from covers.card import Card, draw_card
from home.models import SiteIdentity
from vietnamese import format_date

logger = logging.getLogger(__name__)

DESIGN = "1"  # raise it when the drawing changes: every card is then made anew
PICTURE = "fill-520x598|format-jpeg"
WHOLE = "fill-1200x630|format-jpeg"


def card_of(page: BasePage, identity: SiteIdentity, request: HttpRequest | None = None) -> Card:
    """The words on the card of a page."""
    label = "" if page.kind == Kind.LISTING else kick_label(request, page)
    day = format_date(page.dated_at) if page.dated_at and page.kind != Kind.LISTING else ""
    return Card(
        title=page.title,
        note=" · ".join(part for part in (label, day) if part),
        unit=identity.unit_name,
        site=identity.site_title,
        kind=page.cover_kind,
    )


def card_name(page: BasePage, card: Card) -> str:
    """Where the card lies: the same words and picture, the same name."""
    picture = page.social_image or page.lead_image
    seen = (
        (picture.file.name, picture.get_focal_point(), bool(page.social_image)) if picture else ()
    )
    digest = hashlib.sha256(repr((DESIGN, card, seen)).encode("utf-8", "replace")).hexdigest()
    return f"cards/{digest[:32]}.jpg"


def make_card(page: BasePage) -> str:
    """Draw the card of a page if it is not there yet.

    Returns:
        Its name in the storage.
    """
    site = page.get_site() or Site.objects.filter(is_default_site=True).first()
    identity = SiteIdentity.for_site(site) if site else SiteIdentity()
    card = card_of(page, identity)
    name = card_name(page, card)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(_drawn(page, card)))
    return name


def _drawn(page: BasePage, card: Card) -> bytes:
    try:
        if page.social_image:
            with page.social_image.get_rendition(WHOLE).file.open("rb") as file:
                return bytes(file.read())
        if page.lead_image:
            with page.lead_image.get_rendition(PICTURE).file.open("rb") as file:
                return draw_card(card, Image.open(file))
    except OSError:
        logger.exception("The picture of page %s cannot be read; its card is woven", page.pk)
    return draw_card(card)


def make_missing_cards(limit: int = 200) -> int:
    """Draw cards that are missing, newest pages first, at most `limit` in one go.

    Returns:
        How many were drawn.
    """
    made = 0
    pages = BasePage.objects.visible().select_related("lead_image", "social_image")
    for page in pages.order_by("-last_published_at", "-pk").specific().iterator(chunk_size=200):
        site = page.get_site()
        if site is None:
            continue
        if not default_storage.exists(card_name(page, card_of(page, SiteIdentity.for_site(site)))):
            make_card(page)
            made += 1
        if made >= limit:
            break
    return made
