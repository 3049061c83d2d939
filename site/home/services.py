"""Setting up the site of an installation."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Collection, Page, Site

from accounts.services import setup_roles
from home.models import SiteIdentity
from submissions.services.setup import ensure_consent_texts
from workflow.services import setup_routes


def setup_staff() -> None:
    """Roles, sections and the routes to publication, as the tables in the code say. Idempotent."""
    name_in_vietnamese()
    setup_roles()
    setup_routes()


def name_in_vietnamese() -> None:
    """Wagtail's first rows speak English."""
    Page.objects.filter(depth=1, title="Root").update(title="Gốc", draft_title="Gốc")
    Collection.objects.filter(depth=1, name="Root").update(name="Tất cả")


def point_site_at_its_address() -> Site | None:
    """Give the default site the host and port of SITE_URL, which canonical links and feeds carry.

    Returns:
        The site; None while there is no page tree yet.
    """
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        root = Page.objects.filter(depth=2).order_by("path").first()
        if root is None:
            return None
        site = Site(is_default_site=True, root_page=root)
    site.hostname = address.hostname or "localhost"
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.save()
    return site


def write_consent_texts() -> None:
    """First versions of the texts of consent, with the name of the unit that answers for them."""
    site = Site.objects.filter(is_default_site=True).first()
    ensure_consent_texts(unit=SiteIdentity.for_site(site).unit_name if site else "")
