"""Words of another language keep their mark from the editor to the reader."""

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from core.blocks.base import RICH_TEXT_FEATURES
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.soup import read

WORDS = '<p data-block-key="a1">Nhóm làm <span lang="en">startup</span> nhỏ.</p>'


def test_what_the_editor_marked_is_stored_and_shown_again():
    converter = ContentstateConverter(features=RICH_TEXT_FEATURES)
    state = converter.from_database_format(WORDS)
    assert '"style": "FOREIGN"' in state
    assert '<span lang="en">startup</span>' in converter.to_database_format(state)


def test_a_reader_s_browser_is_told_the_language(client, home):
    body = [{"type": "paragraph", "value": WORDS}]
    page = ArticlePageFactory(parent=ColumnPageFactory(), body=body)
    assert read(client, page.url).select_one(".body span[lang=en]").get_text() == "startup"


def test_nothing_else_of_a_span_survives_the_editor():
    converter = ContentstateConverter(features=RICH_TEXT_FEATURES)
    hostile = '<p><span lang="en" onclick="alert(1)" style="color:red">x</span></p>'
    stored = converter.to_database_format(converter.from_database_format(hostile))
    assert "onclick" not in stored
    assert "style" not in stored
