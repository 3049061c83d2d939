"""Articles and stories for machines (schema.org)."""

from typing import TYPE_CHECKING

from core.meta import Frame, Thing, moment, thing

if TYPE_CHECKING:
    from news.models import ArticlePage, StoryPage


def describe_article(page: "ArticlePage", frame: Frame) -> Thing:
    """A NewsArticle, with what it is taken from."""
    source = thing("CreativeWork", name=page.source_name, url=page.source_url)
    return {
        **_written(page, frame, "NewsArticle"),
        "articleSection": page.visible_ancestors[-1].title if page.visible_ancestors else "",
        **({"isBasedOn": source} if page.source_name or page.source_url else {}),
    }


def describe_story(page: "StoryPage", frame: Frame) -> Thing:
    """An Article about a startup."""
    startup = page.visible_startup
    about = thing("Organization", name=startup.title, url=startup.full_url) if startup else None
    return {**_written(page, frame, "Article"), **({"about": about} if about else {})}


def _written(page: "ArticlePage | StoryPage", frame: Frame, kind: str) -> Thing:
    author = thing("Person", name=page.byline) if page.byline else frame.publisher
    changed = page.content_updated_at or page.first_published_at
    corrections = [
        thing("CorrectionComment", text=row.text, datePublished=moment(row.corrected_on))
        for row in page.corrections.all()
    ]
    return thing(
        kind,
        correction=corrections,
        headline=page.title[:110],
        description=page.sapo,
        image=[frame.image] if frame.image else [],
        datePublished=moment(page.first_published_at),
        dateModified=moment(changed),
        author=author,
        publisher=frame.publisher,
        mainEntityOfPage=frame.url,
        inLanguage="vi",
    )
