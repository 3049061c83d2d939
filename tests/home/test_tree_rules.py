"""Which page may stand below which: the tree editors cannot bend."""

import pytest
from wagtail.models import get_page_models

from core.models import BasePage

BELOW = {
    "HomePage": {
        "NewsIndexPage",
        "StoryIndexPage",
        "ShowcaseIndexPage",
        "EventIndexPage",
        "SpaceIndexPage",
        "LegalDocumentIndexPage",
        "SubmissionPage",
        "StandardPage",
        "ContactPage",
    },
    "NewsIndexPage": {"ColumnPage"},
    "ColumnPage": {"ArticlePage"},
    "StoryIndexPage": {"StoryPage"},
    "ShowcaseIndexPage": {"StartupPage"},
    "StartupPage": {"ProductPage"},
    "EventIndexPage": {"EventPage"},
    "SpaceIndexPage": {"SpacePage"},
    "LegalDocumentIndexPage": {"LegalDocumentPage"},
    "StandardPage": {"StandardPage"},
}
ALONE = BELOW["HomePage"] - {"StandardPage"} | {"HomePage"}
TYPES = [m for m in get_page_models() if issubclass(m, BasePage) and m is not BasePage]


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_a_page_type_takes_only_its_own_kinds_below(model):
    allowed = {child.__name__ for child in model.allowed_subpage_models()}
    assert allowed == BELOW.get(model.__name__, set())
    assert model.max_count == (1 if model.__name__ in ALONE else None)


def test_the_bare_base_page_cannot_be_made_anywhere():
    assert not BasePage.is_creatable
    assert all(BasePage not in model.creatable_subpage_models() for model in TYPES)


def test_the_admin_offers_no_second_section_and_the_right_pages(admin_client, home, sections):
    offered = admin_client.get(f"/admin/pages/{home.pk}/add_subpage/").content.decode()
    assert "home/contactpage" in offered
    assert "news/newsindexpage" not in offered
    address = f"/admin/pages/add/news/articlepage/{sections['tin-tuc'].pk}/"
    assert admin_client.get(address).status_code in (302, 403)
