"""Loading the demo content: idempotent, and on a second run quick."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from core.models import BasePage
from demo import load_desk, load_events, load_items, load_plan, load_showcase, load_site
from demo.accounts import assign_roles
from demo.content_files import items
from demo.load_submissions import load_submissions
from demo.lookup import Lookup
from demo.pictures import load_pictures
from demo.tree import Tree
from home.models import SiteIdentity
from submissions.services.setup import ensure_consent_texts

Say = Callable[[str], None]
FOLDERS = ("articles", "stories", "startups", "products", "events", "spaces")


def load_demo(say: Say = print) -> dict[str, int]:
    """Load pictures, terms and pages that are not there yet.

    Args:
        say: told one line a stage.

    Returns:
        How many pictures and pages were new.
    """
    lookup = Lookup()
    say("Tranh minh họa…")
    pictures = load_pictures(lookup, _picture_alts())
    user = get_user_model().objects.filter(username="bien-tap").first()
    with transaction.atomic():
        pages = _load_pages(Tree(lookup, user), say)
    return {"pictures": pictures, "pages": pages}


def _load_pages(tree: Tree, say: Say) -> int:
    load_site.load_terms()
    pages = load_site.load_frame(tree)
    load_site.load_pages(tree, pages)
    for load in (
        load_items.load_columns,
        load_items.load_documents,
        load_events.load_spaces,
        load_showcase.load_startups,
        load_showcase.load_products,
        load_items.load_articles,
        load_items.load_stories,
        load_events.load_events,
    ):
        load(tree, pages)
    say(f"Đăng {len(tree.todo)} trang…")
    count = tree.publish_all()
    load_site.load_identity(pages)
    assign_roles()
    count += load_desk.load_desk(tree, pages)
    load_plan.load_plan(pages)
    ensure_consent_texts(unit=SiteIdentity.for_site(pages["home"].get_site()).unit_name)
    load_submissions(tree)
    return count


def _picture_alts() -> dict[str, str]:
    """Alternative text of each picture as its first use words it."""
    alts: dict[str, str] = {}

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            if value.get("picture") and (value.get("alt") or value.get("picture_alt")):
                alts.setdefault(value["picture"], value.get("alt") or value["picture_alt"])
            for child in value.values():
                collect(child)
        elif isinstance(value, list):
            for child in value:
                collect(child)

    for folder in FOLDERS:
        for item in items(folder):
            collect(item)
    return alts


def sample_pages() -> Any:
    """Every page of the demo."""
    return BasePage.objects.filter(is_sample=True)
