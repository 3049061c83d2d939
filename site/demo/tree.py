"""Making and publishing demo pages."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from wagtail.models import Page, Site

from core.models import BasePage
from demo.bodies import BodyBuilder
from demo.lookup import Lookup
from workflow.services import publish_by_system

Row = dict[str, Any]


def pick(row: Row, *keys: str) -> Row:
    """Those keys of `row` that it has."""
    return {key: row[key] for key in keys if key in row}


class Tree:
    """Creates pages under their parents, once each, and publishes them with their real dates."""

    def __init__(self, lookup: Lookup, user: Any) -> None:
        self.lookup = lookup
        self.bodies = BodyBuilder(lookup)
        self.user = user
        self.todo: list[tuple[BasePage, dict[str, Any]]] = []

    def page(
        self, parent: Page, model: type[BasePage], slug: str, *, when: datetime, **fields: Any
    ) -> tuple[BasePage, bool]:
        """The page of that slug under `parent`, made if it is not there.

        Returns:
            The page and whether it is new.
        """
        known = model.objects.child_of(parent).filter(slug=slug).first()
        if known:
            return known, False
        page = model(slug=slug, is_sample=True, first_published_at=when, owner=self.user, **fields)
        parent.add_child(instance=page)
        return page, True

    def common(self, item: dict[str, Any]) -> dict[str, Any]:
        """Fields every item of the files may carry."""
        topics = self.lookup.topics(item.get("topics", []))
        return {
            "title": item["title"],
            "sapo": item.get("sapo", ""),
            "lead_image": self.lookup.picture(item.get("picture")),
            "lead_alt": item.get("picture_alt", ""),
            "lead_caption": item.get("picture_caption", ""),
            "lead_credit": item.get("picture_credit", ""),
            "primary_topic": topics[0] if topics else None,
        }

    def finish(self, page: BasePage, item: dict[str, Any]) -> None:
        """Put aside: body and relations are written when every page exists."""
        self.todo.append((page, item))

    def publish_all(self) -> int:
        """Write bodies and relations of the new pages, keep a revision, publish."""
        for page, item in self.todo:
            # Children came after it was made: their number must not be written back to none.
            page.refresh_from_db(fields=["path", "depth", "numchild"])
            self._relate(page, item)
            publish(page, user=self.user)
        count = len(self.todo)
        self.todo.clear()
        return count

    def _relate(self, page: BasePage, item: dict[str, Any]) -> None:
        if hasattr(page, "body") and item.get("body"):
            page.body = self.bodies.build(item["body"])
        topics = self.lookup.topics(item.get("topics", []))
        page.topics.set(topics[1:])
        page.plan_tasks.set(self.lookup.tasks(item.get("plan_tasks", [])))
        page.tags.set(item.get("tags", []))
        if item.get("legal") and hasattr(page, "legal_references"):
            page.legal_references.set([self.lookup.page(number) for number in item["legal"]])


def publish(page: BasePage, *, user: Any) -> None:
    """Publish through the one service; first publication stays the date set before."""
    publish_by_system(
        page=page, user=user, cause=gettext("Nội dung mẫu"), when=page.first_published_at
    )


def site_root() -> Page:
    """The tree's root, under which the home page stands."""
    return Page.get_first_root_node()


def point_site_at(home: Page) -> None:
    """Make `home` the root of the default site, and take Wagtail's welcome page away."""
    site, _ = Site.objects.get_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
    )
    if site.root_page_id != home.pk:
        old = site.root_page
        site.root_page = home
        site.site_name = home.title
        site.save()
        if old and not isinstance(old.specific, BasePage) and not old.numchild:
            old.delete()
