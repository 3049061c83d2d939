"""`{% head %}`: title, description, canonical, cards and structured data of whatever is drawn."""

from typing import Any

from django import template

from home.head import head_of

register = template.Library()


@register.inclusion_tag("components/head.html", takes_context=True)
def head(context: template.Context) -> dict[str, Any]:
    """The head of a page or view; every page type gets it, none can leave it out."""
    return {"head": head_of(context.flatten()), "request": context.get("request")}
