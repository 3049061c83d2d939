"""Tags of the chooser."""

from typing import Any

from django import template

from writing import chooser

register = template.Library()


@register.simple_tag(takes_context=True)
def chooser_choices(context: Any) -> list[dict[str, Any]]:
    """The kinds to choose from, see `writing.chooser.choices`."""
    return chooser.choices(context["request"])


@register.simple_tag(takes_context=True)
def chooser_is_flat(context: Any) -> bool:
    """Whether the list is of a kind rather than of the tree."""
    return chooser.current(context["request"]) != chooser.TREE
