"""The tag `core.nonces` writes into Wagtail's templates."""

from django import template
from django.utils.safestring import SafeString

from core.nonces import nonce_attribute

register = template.Library()


@register.simple_tag
def script_nonce() -> SafeString:
    """` nonce="…"` for an inline script."""
    return nonce_attribute()
