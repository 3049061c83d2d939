"""Maps of the site: for search engines in XML, for people as a page, and robots.txt."""

from datetime import datetime, timedelta
from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from core.kinds import WRITTEN_KINDS, Kind
from core.meta import PageMeta
from core.models import BasePage, Topic

PER_FILE = 2000
NEWS_FOR = timedelta(days=2)  # what the news sitemap protocol asks for
NEWS_AT_MOST = 1000
XML = "application/xml"


def _pages() -> Any:
    """Every visible page in an order that does not move when one is added."""
    pages = BasePage.objects.visible().order_by("pk").select_related("lead_image")
    return pages.prefetch_related("lead_image__renditions")


def _root(request: HttpRequest) -> str:
    site = Site.find_for_request(request)
    return str(site.root_url) if site else ""


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """`sitemap.xml`: the map of maps."""
    root = _root(request)
    count = Paginator(_pages(), PER_FILE).num_pages
    urls = [root + reverse("sitemap_pages", args=[number]) for number in range(1, count + 1)]
    urls.append(root + reverse("sitemap_news"))
    return render(request, "home/sitemap_index.xml", {"urls": urls}, content_type=XML)


@require_safe
def pages(request: HttpRequest, number: int) -> HttpResponse:
    """`sitemap-1.xml` …: addresses with their last change and their pictures."""
    try:
        chunk = Paginator(_pages(), PER_FILE).page(number)
    except (EmptyPage, PageNotAnInteger) as fault:
        raise Http404 from fault
    root = _root(request)
    rows = [
        {
            "url": page.get_full_url(request),
            "changed": page.kind != Kind.LISTING
            and (page.content_updated_at or page.last_published_at),
            "image": _image(page, root),
        }
        for page in chunk
    ]
    return render(request, "home/sitemap.xml", {"rows": rows}, content_type=XML)


def _changed(page: BasePage) -> datetime | None:
    """When its words last changed; a list changes with what it holds, so it says nothing."""
    if page.kind == Kind.LISTING:
        return None
    return page.content_updated_at or page.last_published_at


def _image(page: BasePage, root: str) -> str:
    """The largest JPEG of the lead picture that is already made; '' where there is none."""
    made = page.lead_image.renditions.all() if page.lead_image else []
    jpegs = [rendition for rendition in made if rendition.file.name.endswith(".jpg")]
    if not jpegs:
        return ""
    url = max(jpegs, key=lambda rendition: rendition.width).url
    return url if url.startswith("http") else root + url


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """`sitemap-tin-moi.xml`: what was published within two days, for news search."""
    since = timezone.now() - NEWS_FOR
    fresh = BasePage.objects.visible().filter(kind__in=WRITTEN_KINDS, first_published_at__gte=since)
    rows = [
        {"url": page.get_full_url(request), "page": page}
        for page in fresh.newest_first()[:NEWS_AT_MOST]
    ]
    return render(request, "home/sitemap_news.xml", {"rows": rows}, content_type=XML)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """`robots.txt`. Where the site lies below a path, the portal above has its own."""
    context = {"root": _root(request), "prefix": reverse("wagtail_serve", args=[""]).rstrip("/")}
    return render(request, "home/robots.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
def for_people(request: HttpRequest) -> HttpResponse:
    """`/so-do-trang/`: every section, column, topic and information page on one page."""
    shown = BasePage.objects.visible().exclude(depth__lte=2)
    frame = shown.filter(kind__in=(Kind.LISTING, Kind.PAGE)).order_by("path")
    sections: list[dict[str, Any]] = []
    for page in frame:
        if page.depth == 3:
            sections.append({"page": page, "children": []})
        elif sections and page.path.startswith(sections[-1]["page"].path):
            sections[-1]["children"].append(page)
    meta = PageMeta(_("Sơ đồ trang"), _("Toàn bộ chuyên mục, chủ đề và trang thông tin."))
    context = {"sections": sections, "topics": Topic.objects.order_by("name"), "meta": meta}
    return render(request, "home/sitemap.html", context)
