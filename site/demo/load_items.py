"""Columns, articles, stories and documents of the demo."""

from datetime import timedelta

from django.utils import timezone

from demo.content_files import items
from demo.tree import Row, Tree, pick
from demo.when import day, published
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
            if taken := row.get("withdrawn"):
                page.withdrawn_at = published(taken["days_ago"])
                page.withdrawn_why, page.withdrawn_note = taken["why"], taken["note"]
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
