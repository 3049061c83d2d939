"""Columns, articles, stories, startups, products, events, spaces and documents of the demo."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from demo.content_files import items
from demo.tree import Tree
from demo.when import day, moment, published
from events.models import (
    EventFigure,
    EventPage,
    EventSession,
    Exhibitor,
    OpeningHours,
    Organiser,
    SpacePage,
)
from library.models import DocumentRelation, LegalDocumentPage
from news.models import (
    ArticlePage,
    ColumnPage,
    Correction,
    Recognition,
    StoryMoment,
    StoryPage,
    StoryPerson,
    StoryResult,
)
from showcase.models import (
    BuyPlace,
    Certificate,
    Contact,
    Founder,
    Measure,
    ProductMedia,
    ProductPage,
    StartupLink,
    StartupNeed,
    StartupPage,
)

Row = dict[str, Any]


def pick(row: Row, *keys: str) -> Row:
    """Those keys of `row` that it has."""
    return {key: row[key] for key in keys if key in row}


def load_columns(tree: Tree, pages: Row) -> None:
    """Columns of the news."""
    for row in items("columns"):
        page, new = tree.page(
            pages["tin-tuc"],
            ColumnPage,
            row["slug"],
            when=published(400),
            title=row["title"],
            intro=row.get("sapo", ""),
            column_kind=row["column_kind"],
        )
        pages[f"column:{row['slug']}"] = page
        if new:
            page.default_plan_tasks.set(tree.lookup.tasks(row.get("plan_tasks", [])))
            tree.finish(page, {})


def load_documents(tree: Tree, pages: Row) -> None:
    """Legal documents and their relations."""
    fields = ("number", "doc_kind", "issuer", "signer", "issued_on", "effective_from", "effect",
              "summary", "verified", "verify_note", "original_url")  # fmt: skip
    made = []
    for row in items("documents"):
        common = tree.common({**row, "sapo": ""})
        page, new = tree.page(
            pages["van-ban"],
            LegalDocumentPage,
            row["slug"],
            when=published(200),
            **common,
            **pick(row, *fields),
        )
        if new:
            made.append((page, row))
    for page, row in made:
        for relation in row.get("relations", []):
            target = LegalDocumentPage.objects.filter(number=relation["number"]).first()
            number = "" if target else relation["number"]
            page.relations.add(
                DocumentRelation(kind=relation["kind"], target=target, number=number)
            )
        tree.finish(page, row)


def load_articles(tree: Tree, pages: Row) -> None:
    """News articles."""
    for row in items("articles"):
        when = published(row["days_ago"], row.get("hour"))
        updated = row.get("updated_days_ago")
        page, new = tree.page(
            pages[f"column:{row['column']}"],
            ArticlePage,
            row["slug"],
            when=when,
            **tree.common(row),
            **pick(row, "byline", "urgent", "source_name", "source_url"),
            content_updated_at=None
            if updated is None
            else max(published(updated), when + timedelta(hours=3)),
        )
        if new:
            if page.urgent:
                page.urgent_until = timezone.now() + timedelta(days=30)
            for correction in row.get("corrections", []):
                on = day(-correction["days_ago"])
                page.corrections.add(Correction(corrected_on=on, text=correction["text"]))
            tree.finish(page, row)


def load_startups(tree: Tree, pages: Row) -> None:
    """Startups with contacts and founders."""
    fields = ("legal_name", "legal_form", "one_person_model", "tax_code", "founded_year", "stage",
              "address")  # fmt: skip
    for row in items("startups"):
        others = row.get("other_names", "")
        page, new = tree.page(
            pages["trung-bay"],
            StartupPage,
            row["slug"],
            when=published(row.get("days_ago", 150)),
            **tree.common(row),
            **pick(row, *fields),
            other_names=others if isinstance(others, str) else ", ".join(others),
            neighbourhood=tree.lookup.neighbourhood(row.get("neighbourhood", "")),
            logo=tree.lookup.picture(row.get("logo")),
            last_confirmed_on=day(-row.get("last_confirmed_days_ago", 40)),
        )
        if not new:
            continue
        page.sectors.set(tree.lookup.sectors(row.get("sectors", [])))
        for need in row.get("seeking", []):
            page.needs.add(StartupNeed(**pick(need, "kind", "note")))
        for link in row.get("links", []):
            page.links.add(StartupLink(**pick(link, "kind", "url")))
        page.save()
        for order, contact in enumerate(row.get("contacts", [])):
            values = pick(contact, "kind", "label", "value", "is_public")
            Contact.objects.create(startup=page, order=order, **values)
        for founder in row.get("founders", []):
            Founder.objects.create(
                startup=page, **pick(founder, "name", "role", "bio", "is_public")
            )
        tree.finish(page, row)


def load_products(tree: Tree, pages: Row) -> None:
    """Products and solutions."""
    fields = ("product_kind", "tagline", "problem", "solution", "for_whom", "price_note",
              "readiness", "buyer_quote", "buyer_name")  # fmt: skip
    for row in items("products"):
        page, new = tree.page(
            tree.lookup.page(row["startup"]),
            ProductPage,
            row["slug"],
            when=published(row.get("days_ago", 100)),
            **tree.common(row),
            **pick(row, *fields),
        )
        if not new:
            continue
        page.sectors.set(tree.lookup.sectors(row.get("sectors", [])))
        for media in row.get("media", []):
            image = tree.lookup.picture(media["picture"])
            page.media.add(ProductMedia(image=image, **pick(media, "alt", "caption")))
        for row_ in row.get("certificates", []):
            values = pick(row_, "kind", "name", "stars", "number", "issuer", "issued_year")
            until = day(row_["valid_until_days"]) if "valid_until_days" in row_ else None
            page.certificates.add(Certificate(valid_until=until, **values))
        for buy in row.get("buy", []):
            page.buy_places.add(BuyPlace(**pick(buy, "label", "url", "address")))
        for measure in row.get("measured", []):
            page.measures.add(
                Measure(
                    **{
                        k: str(v)
                        for k, v in pick(measure, "value", "unit", "label", "source").items()
                    }
                )
            )
        tree.finish(page, row)


def load_stories(tree: Tree, pages: Row) -> None:
    """Success stories with their people."""
    for row in items("stories"):
        startup = tree.lookup.page(row["startup"]) if row.get("startup") else None
        page, new = tree.page(
            pages["cau-chuyen"],
            StoryPage,
            row["slug"],
            when=published(row["days_ago"], row.get("hour")),
            **tree.common(row),
            **pick(row, "byline", "quote", "quote_by", "challenge", "approach"),
            startup=startup,
        )
        if not new:
            continue
        for result in row.get("results", []):
            keys = ("label", "before", "value", "unit", "as_of", "source")
            page.results.add(StoryResult(**{k: str(v) for k, v in pick(result, *keys).items()}))
        for moment_ in row.get("timeline", []):
            page.moments.add(StoryMoment(when=str(moment_["when"]), text=moment_["text"]))
        for recognition in row.get("recognitions", []):
            page.recognitions.add(Recognition(**pick(recognition, "title", "issuer", "year")))
        if row.get("replicate"):
            steps = [
                step if isinstance(step, dict) else {"title": step} for step in row["replicate"]
            ]
            page.replicate = [("steps", {"title": "", "items": [{"text": "", **s} for s in steps]})]
        for person in row.get("people", []):
            StoryPerson.objects.create(
                story=page, consented=person.get("consent", False), **pick(person, "name", "role")
            )
        tree.finish(page, row)


def load_spaces(tree: Tree, pages: Row) -> None:
    """Community spaces."""
    fields = (
        "address",
        "map_url",
        "rules",
        "capacity",
        "cost_note",
        "booking_note",
        "phone",
        "email",
    )
    for row in items("spaces"):
        page, new = tree.page(
            pages["khong-gian"],
            SpacePage,
            row["slug"],
            when=published(row.get("days_ago", 120)),
            **tree.common(row),
            **pick(row, *fields),
            facilities="\n".join(row.get("facilities", [])),
        )
        if new:
            for hours in row.get("hours", []):
                page.hours.add(OpeningHours(**pick(hours, "days", "time")))
            tree.finish(page, row)


def load_events(tree: Tree, pages: Row) -> None:
    """Events: past, running, to come, all counted from today."""
    fields = ("event_kind", "theme", "status", "status_note", "registration_url",
              "registration_note", "capacity")  # fmt: skip
    for row in items("events"):
        deadline = row.get("registration_deadline_days")
        page, new = tree.page(
            pages["su-kien"],
            EventPage,
            row["slug"],
            when=published(row.get("days_ago", 60)),
            **tree.common(row),
            **pick(row, *fields),
            registration_deadline=None if deadline is None else moment(deadline, "17:00"),
        )
        if not new:
            continue
        for session in row["sessions"]:
            page.sessions.add(_session(tree, session))
        for organiser in row.get("organisers", []):
            page.organisers.add(Organiser(**pick(organiser, "name", "role")))
        for booth in row.get("exhibitors", []):
            product = tree.lookup.page(booth["product"]) if booth.get("product") else None
            page.exhibitors.add(Exhibitor(product=product, **pick(booth, "name", "booth")))
        for figure in row.get("outcome_figures", []):
            page.figures.add(EventFigure(value=str(figure["value"]), label=figure["label"]))
        if row.get("outcome"):
            page.outcome = tree.bodies.build(row["outcome"])
        tree.finish(page, row)


def _session(tree: Tree, row: Row) -> EventSession:
    start = moment(row["start_days"], row.get("start"))
    end = moment(row.get("end_days", row["start_days"]), row.get("end", "17:00"))
    programme = row.get("programme", "")
    return EventSession(
        starts_at=start,
        ends_at=max(end, start),
        space=tree.lookup.page(row["space"]) if row.get("space") else None,
        programme=programme if isinstance(programme, str) else "\n".join(programme),
        **pick(row, "title", "all_day", "place", "address", "map_url", "online_url"),
    )
