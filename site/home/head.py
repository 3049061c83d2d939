"""All that stands in the head of a page for machines: one place for every page and view."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.core.files.storage import default_storage
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Site

from core.kinds import WRITTEN_KINDS
from core.meta import Frame, PageMeta, Thing, moment, thing
from core.models import BasePage
from home.cards import card_name, card_of
from home.models import HomePage, SiteIdentity

DEFAULT_CARD = "img/card.jpg"
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass
class Head:
    """What `components/head.html` writes.

    Attributes:
        title: of the browser's tab, with the site's name.
        name: of the page alone, for cards.
        url: canonical full address; "" for pages that have none (errors).
        image: full address of the 1200 × 630 card.
        robots: "" or "noindex".
        kind: OpenGraph type.
        published, changed: ISO 8601, articles only.
        data: schema.org descriptions.
    """

    title: str
    name: str
    description: str
    url: str = ""
    image: str = ""
    robots: str = ""
    kind: str = "website"
    published: str = ""
    changed: str = ""
    data: list[Thing] = field(default_factory=list)

    @property
    def json_ld(self) -> SafeString:
        """The descriptions as one JSON-LD graph that cannot end its script element."""
        if not self.data:
            return SafeString("")
        graph = {"@context": "https://schema.org", "@graph": self.data}
        text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
        return mark_safe(text.translate(ESCAPES))


NOWHERE = PageMeta(title="", indexed=False, addressed=False)
ON_PAGE = gettext_lazy("%(title)s – trang %(number)s")


def head_of(context: dict[str, Any]) -> Head:
    """The head of what is being drawn, from `page`, `meta` and `listing` of the context."""
    request = context.get("request")
    page = context.get("page") if isinstance(context.get("page"), BasePage) else None
    site = Site.find_for_request(request) if request else None
    identity = SiteIdentity.for_request(request) if site and request else SiteIdentity()
    meta = context.get("meta") or (_meta_of(page) if page else NOWHERE)
    listing = context.get("listing")
    name = meta.title
    if listing and listing.page.number > 1:
        name = ON_PAGE % {"title": name, "number": listing.page.number}
    head = Head(
        title=identity.full_title
        if isinstance(page, HomePage)
        else " – ".join(part for part in (name, identity.site_title) if part),
        name=name or identity.full_title,
        description=(meta.description or identity.description)[:300],
    )
    is_indexed = meta.indexed and not (listing and (listing.is_filtered or listing.view))
    head.robots = "" if is_indexed else "noindex"
    if request is None or site is None:
        return head
    head.image = site.root_url + static(DEFAULT_CARD)
    if meta.addressed:
        head.url = _canonical(request, site, page, listing)
    if page:
        _describe(head, page, site, identity, request)
    return head


def _meta_of(page: BasePage) -> PageMeta:
    return PageMeta(title=page.seo_title or page.tab_title, description=page.teaser)


def _canonical(request: HttpRequest, site: Site, page: BasePage | None, listing: Any) -> str:
    if listing:
        return site.root_url + listing.plain_page_url
    return (page.full_url if page else "") or site.root_url + request.path


def _describe(
    head: Head, page: BasePage, site: Site, identity: SiteIdentity, request: HttpRequest
) -> None:
    card = card_name(page, card_of(page, identity, request))
    if default_storage.exists(card):
        head.image = site.root_url + default_storage.url(card)
    home = site.root_url + reverse("wagtail_serve", args=[""])
    frame = Frame(head.url, home, head.image, _publisher(identity, site, home))
    head.data = [
        {**row, "@id": f"{head.url}#{n}"} for n, row in enumerate(page.structured_data(frame))
    ]
    if isinstance(page, HomePage):
        head.data = [_website(identity, site, frame), frame.publisher]
    if trail := _breadcrumb(page, frame, request):
        head.data.append(trail)
    if page.kind in WRITTEN_KINDS:
        head.kind = "article"
        head.published = moment(page.first_published_at)
        head.changed = moment(page.content_updated_at or page.first_published_at)


def _publisher(identity: SiteIdentity, site: Site, home: str) -> Thing:
    return thing(
        "GovernmentOrganization",
        id_=f"{home}#don-vi",
        name=identity.unit_name or identity.site_title,
        url=home,
        logo=site.root_url + static("img/apple-touch-icon.png"),
        address=identity.address,
        telephone=identity.phone,
        email=identity.email,
    )


def _website(identity: SiteIdentity, site: Site, frame: Frame) -> Thing:
    target = site.root_url + reverse("search") + "?q={q}"
    action = thing("SearchAction", target=target)
    return thing(
        "WebSite",
        id_=f"{frame.root}#trang",
        name=identity.full_title,
        url=frame.url,
        description=identity.description,
        inLanguage="vi",
        publisher={"@id": f"{frame.root}#don-vi"},
        sameAs=[channel.url for channel in identity.channels.all()],
        potentialAction={**action, "query-input": "required name=q"},
    )


def _breadcrumb(page: BasePage, frame: Frame, request: HttpRequest) -> Thing | None:
    steps = [(step.title, step.get_full_url(request)) for step in page.visible_ancestors]
    if not steps:
        return None
    steps = [
        (_("Trang chủ"), frame.root),
        *steps,
        (page.title, page.get_full_url(request)),
    ]
    return thing(
        "BreadcrumbList",
        itemListElement=[
            thing("ListItem", position=number, name=name, item=url)
            for number, (name, url) in enumerate(steps, 1)
        ],
    )
