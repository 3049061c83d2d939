"""English words that stand fixed in Wagtail's own templates, said in Vietnamese.

A catalogue reaches only what a library marks for translation, and a copy of a whole template for
one word goes stale with the next release. Here the word alone is replaced while the template is
read; a test fails when a release no longer has it (`tests/config/test_templates.py`).
"""

from typing import Final

from django.conf import settings
from django.template import Origin
from django.utils.html import escape

from core.nonces import NonceLoader

WORDS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "wagtailadmin/shared/header.html": (('value="Search"', 'value="Tìm"'),),
    "wagtailadmin/shared/headers/_actions.html": (
        ('aria-label="Actions"', 'aria-label="Thao tác"'),
    ),
    "wagtailadmin/skeleton.html": (
        (
            "{% block branding_title %}Wagtail{% endblock %}",
            f"{{% block branding_title %}}{escape(settings.WAGTAIL_SITE_NAME)}{{% endblock %}}",
        ),
    ),
    "wagtailusers/users/create.html": (  # without the box, its place says “None”
        (
            "{% formattedfield form.is_superuser %}",
            "{% if form.is_superuser %}{% formattedfield form.is_superuser %}{% endif %}",
        ),
    ),
    "wagtailusers/groups/includes/formatted_permissions.html": tuple(
        (
            f"{{{{ content_perms_dict.{verb}.perm.name }}}}",
            f"{word}: {{{{ content_perms_dict.object }}}}",
        )
        for verb, word in (("add", "Thêm"), ("change", "Sửa"), ("delete", "Xóa"))
    ),
}
"""Template → (what it says, what it is to say)."""


class VietnameseLoader(NonceLoader):
    """Templates of the apps: those of `WORDS` with our words, inline scripts with a nonce."""

    def get_contents(self, origin: Origin) -> str:
        """The source of a template."""
        source: str = super().get_contents(origin)
        for english, vietnamese in WORDS.get(str(origin.template_name), ()):
            source = source.replace(english, vietnamese)
        return source
