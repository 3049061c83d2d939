"""What our rich text can do beyond Wagtail: words of another language, for screen readers."""

from django.utils.translation import gettext as _
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail import features as draftail
from wagtail.rich_text.feature_registry import FeatureRegistry

FOREIGN = "foreign"
STYLE = "FOREIGN"


def register_foreign_words(features: FeatureRegistry) -> None:
    """A button that marks English words: `<span lang="en">`, so that they are read as English."""
    control = {
        "type": STYLE,
        "label": "EN",
        "description": _("Từ tiếng Anh: máy đọc màn hình sẽ đọc theo tiếng Anh"),
        "style": {"borderBottom": "1px dotted currentColor"},
    }
    features.register_editor_plugin("draftail", FOREIGN, draftail.InlineStyleFeature(control))
    features.register_converter_rule(
        "contentstate",
        FOREIGN,
        {
            "from_database_format": {"span[lang]": InlineStyleElementHandler(STYLE)},
            "to_database_format": {
                "style_map": {STYLE: {"element": "span", "props": {"lang": "en"}}}
            },
        },
    )
