"""Setting up the site of an installation."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, Page, Site, Task, Workflow

STOCK_GROUPS = {"Editors": "Biên tập viên", "Moderators": "Người duyệt"}
READERS_OF_FIGURES = ("Biên tập viên", "Người duyệt", "Người báo cáo")


def name_in_vietnamese() -> None:
    """Wagtail's first rows speak English: groups, the workflow and its step, the tree's root."""
    for english, vietnamese in STOCK_GROUPS.items():
        if not Group.objects.filter(name=vietnamese).exists():
            Group.objects.filter(name=english).update(name=vietnamese)
    for model in (Workflow, Task):
        model.objects.filter(name="Moderators approval").update(name="Duyệt đăng")
    Page.objects.filter(depth=1, title="Root").update(title="Gốc", draft_title="Gốc")
    Collection.objects.filter(depth=1, name="Root").update(name="Tất cả")


def grant_staff() -> None:
    """Notices and readers' sentences for editors and approvers, figures also for reporters."""
    Group.objects.get_or_create(name="Người báo cáo")
    notices = Q(content_type__app_label="home", content_type__model="notice")
    remarks = Q(codename__in=("view_remark", "delete_remark"))
    for group in Group.objects.filter(name__in=STOCK_GROUPS.values()):
        group.permissions.add(*Permission.objects.filter(notices | remarks))
    figures = Permission.objects.filter(codename__in=("view_pageday", "access_admin"))
    for group in Group.objects.filter(name__in=READERS_OF_FIGURES):
        group.permissions.add(*figures)


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
