"""Social cards of pages: drawn once, off the request path, kept as files of the media folder."""

import hashlib
import hmac
import logging

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from PIL import Image
from wagtail.models import Site

from core.kinds import Kind
from core.models import BasePage
from core.templatetags.core_tags import kick_label
from covers.card import Card, draw_card
from home.models import SiteIdentity, SocialCard
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
    """Where the card lies: the same words and picture, the same name, which nobody can guess."""
    picture = page.social_image or page.lead_image
    seen = picture and (picture.file.name, picture.get_focal_point(), bool(page.social_image))
    what = repr((DESIGN, page.pk, card, seen)).encode("utf-8", "replace")
    digest = hmac.new(settings.SECRET_KEY.encode(), what, hashlib.sha256).hexdigest()
    return f"cards/{digest[:32]}.jpg"


def _design(identity: SiteIdentity) -> str:
    """Stands for all that is the same on every card of a site."""
    return hashlib.sha256(
        repr((DESIGN, identity.unit_name, identity.site_title)).encode()
    ).hexdigest()


def make_card(page: BasePage) -> str:
    """Draw the card of a page if it is not there yet, and drop the one before.

    Returns:
        Its name in the storage.
    """
    site = page.get_site() or Site.objects.filter(is_default_site=True).first()
    identity = SiteIdentity.for_site(site) if site else SiteIdentity()
    card = card_of(page, identity)
    name = card_name(page, card)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(_drawn(page, card)))
    before = SocialCard.objects.filter(page_id=page.pk).first()
    if before and before.name != name:
        default_storage.delete(before.name)
    SocialCard.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "name": name,
            "design": _design(identity),
            "published_at": page.last_published_at,
        },
    )
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
    """Draw cards that are missing or older than their page, at most `limit` in one go.

    Returns:
        How many were drawn.
    """
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        return 0
    up_to_date = SocialCard.objects.filter(
        page=OuterRef("pk"),
        design=_design(SiteIdentity.for_site(site)),
        published_at=OuterRef("last_published_at"),
    )
    never = SocialCard.objects.filter(page=OuterRef("pk"), published_at=None)
    missing = (
        BasePage.objects.visible()
        .exclude(Exists(up_to_date))
        .exclude(Exists(never), last_published_at=None)
        .order_by("-last_published_at", "-pk")
    )
    made = 0
    for page in missing.specific()[:limit]:
        make_card(page)
        made += 1
    return made


def remove_hidden_cards() -> int:
    """Take away the cards of pages the public may no longer see.

    Returns:
        How many.
    """
    hidden = SocialCard.objects.exclude(page__in=BasePage.objects.visible().values("pk"))
    count = 0
    for card in hidden:
        default_storage.delete(card.name)
        card.delete()
        count += 1
    return count


def remove_card(page_id: int) -> None:
    """Take away the card of one page, at once."""
    for card in SocialCard.objects.filter(page_id=page_id):
        default_storage.delete(card.name)
        card.delete()
