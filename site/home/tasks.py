"""Work of home that is done off the request path."""

from django_tasks import task

from core.models import BasePage
from home.cards import make_card, make_missing_cards


@task()
def draw_card_of(page_id: int) -> str:
    """Draw the social card of a page that has just been published; '' if it is gone again."""
    page = BasePage.objects.visible().filter(pk=page_id).first()
    return make_card(page.specific) if page else ""


@task()
def draw_missing_cards() -> int:
    """Draw what is missing, as after a change of the unit's name."""
    return make_missing_cards()
