"""The foot of every page: was it of use, and how to pass it on."""

from typing import Any
from urllib.parse import quote

from django import template
from django.urls import reverse

from core import shortlinks
from core.kinds import WRITTEN_KINDS, Kind
from core.models import BasePage
from feedback.models import TEXT_LENGTH

register = template.Library()


@register.inclusion_tag("components/page_end.html", takes_context=True)
def page_end(context: dict[str, Any], page: BasePage) -> dict[str, Any]:
    """The two buttons, and plain links that share the page; nothing of it comes from outside."""
    short = page.get_short_url(context.get("request"))
    title = quote(page.title, safe="")
    return {
        "page": page,
        "is_reading": page.kind in WRITTEN_KINDS,
        "is_article": page.kind == Kind.NEWS,
        "has_body": hasattr(page, "body"),
        "short_url": short,
        "qr_url": reverse("short_link_qr", args=[shortlinks.encode(page.pk)]),
        "mail_url": f"mailto:?subject={title}&body={title}%0A{quote(short, safe='')}",
        "sms_url": f"sms:?&body={title}%20{quote(short, safe='')}",
        "facebook_url": "https://www.facebook.com/sharer/sharer.php?u=" + quote(short, safe=""),
        "length": TEXT_LENGTH,
    }
