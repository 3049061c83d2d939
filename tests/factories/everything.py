"""One page of each type."""

from tests.factories.events import EventPageFactory, SpacePageFactory
from tests.factories.home import ContactPageFactory, StandardPageFactory
from tests.factories.library import LegalDocumentPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.showcase import ProductPageFactory, StartupPageFactory
from tests.factories.submissions import SubmissionPageFactory

TYPES = [
    "column",
    "article",
    "story",
    "startup",
    "product",
    "event",
    "space",
    "document",
    "standard",
    "contact",
    "submission",
]


def make_page(kind, title="Một trang", **more):
    """A live page of one of `TYPES`, in a site made by `make_site`."""
    simple = {
        "column": ColumnPageFactory,
        "story": StoryPageFactory,
        "startup": StartupPageFactory,
        "product": ProductPageFactory,
        "event": EventPageFactory,
        "space": SpacePageFactory,
        "document": LegalDocumentPageFactory,
        "submission": SubmissionPageFactory,
    }
    if kind in simple:
        return simple[kind](title=title, **more)
    if kind == "article":
        more.setdefault("parent", None) or more.update(parent=ColumnPageFactory())
        return ArticlePageFactory(title=title, **more)
    from home.models import HomePage

    factory = {"standard": StandardPageFactory, "contact": ContactPageFactory}[kind]
    return factory(title=title, parent=HomePage.objects.get(), **more)
