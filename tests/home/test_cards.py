"""Social cards: drawn off the request path, right in Vietnamese, never in the way of a page."""

import io

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from wagtail.models import PageViewRestriction

from covers.card import SIZE, Card, _font, draw_card, wrapped
from home import cards
from home.cards import (
    card_name,
    card_of,
    make_card,
    make_missing_cards,
    remove_hidden_cards,
)
from home.models import SiteIdentity, SocialCard
from tests.factories.home import set_identity
from tests.factories.library import make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.soup import read


def card_url(client, page):
    return read(client, page.url).select_one('meta[property="og:image"]')["content"]


def test_a_published_page_has_its_card_and_a_request_draws_none(client, home, monkeypatch):
    page = ArticlePageFactory(parent=ColumnPageFactory(), lead_image=make_image())
    monkeypatch.setattr(cards, "draw_card", lambda *args: pytest.fail("drawn in a request"))
    assert "/static/img/card" in card_url(client, page), "the site's own card meanwhile"
    monkeypatch.undo()
    make_card(page)
    url = card_url(client, page)
    assert "/media/cards/" in url
    answer = client.get(url.replace("http://localhost", ""))
    assert answer["Content-Type"] == "image/jpeg"
    with Image.open(io.BytesIO(b"".join(answer))) as card:
        assert card.size == SIZE
        assert not card.getexif()


def test_publishing_draws_it_after_the_transaction(home, django_capture_on_commit_callbacks):
    page = ArticlePageFactory(parent=ColumnPageFactory())
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    page.refresh_from_db()
    card = card_of(page, SiteIdentity.for_site(page.get_site()))
    assert default_storage.exists(card_name(page, card))


def test_another_title_picture_or_unit_is_another_card(home):
    page = ArticlePageFactory(parent=ColumnPageFactory(), title="Miến")
    names = {make_card(page)}
    page.title = "Miến dong"
    names.add(make_card(page))
    page.lead_image = make_image()
    names.add(make_card(page))
    page.social_image = make_image()
    names.add(make_card(page))
    set_identity(unit_name="Ủy ban nhân dân phường Thử")
    names.add(make_card(page))
    assert len(names) == 5


@pytest.mark.parametrize("how", ["draft", "expired", "withdrawn", "private", "parent", "deleted"])
def test_the_card_of_a_hidden_page_goes_with_it(home, how, django_capture_on_commit_callbacks):
    column = ColumnPageFactory()
    page = ArticlePageFactory(parent=column)
    name = make_card(page)
    with django_capture_on_commit_callbacks(execute=True):
        if how == "draft":
            page.unpublish()
        elif how == "private":
            PageViewRestriction.objects.create(page=page, restriction_type="login")
        elif how == "parent":
            column.unpublish()
        elif how == "deleted":
            page.delete()
        else:
            page.expire_at = timezone.now() if how == "expired" else None
            page.withdrawn_at = timezone.now() if how == "withdrawn" else None
            page.save()
    remove_hidden_cards()
    assert not default_storage.exists(name)
    assert not SocialCard.objects.exists()


def test_a_new_card_takes_the_old_one_away(home):
    page = ArticlePageFactory(parent=ColumnPageFactory(), title="Cũ")
    old = make_card(page)
    page.title = "Mới"
    page.save()
    new = make_card(page)
    assert not default_storage.exists(old)
    assert default_storage.exists(new)


def test_a_name_cannot_be_guessed_without_the_key(home, settings):
    page = ArticlePageFactory(parent=ColumnPageFactory())
    card = card_of(page, SiteIdentity())
    name = card_name(page, card)
    settings.SECRET_KEY = "mot-khoa-khac"
    assert card_name(page, card) != name


def test_looking_for_missing_cards_costs_the_same_at_any_length(
    home, django_assert_max_num_queries
):
    column = ColumnPageFactory()
    for number in range(12):
        ArticlePageFactory(parent=column, title=f"Bài {number}")
    make_missing_cards()
    with django_assert_max_num_queries(8):
        assert make_missing_cards() == 0


def test_a_lost_picture_is_woven_instead(home):
    image = make_image()
    page = ArticlePageFactory(parent=ColumnPageFactory(), lead_image=image)
    image.file.storage.delete(image.file.name)
    assert default_storage.exists(make_card(page))


def test_the_clock_draws_what_is_missing_a_few_at_a_time(home):
    column = ColumnPageFactory()
    for number in range(4):
        ArticlePageFactory(parent=column, title=f"Bài {number}")
    assert make_missing_cards(limit=3) == 3
    assert make_missing_cards() > 0
    assert make_missing_cards() == 0


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["news", "story", "nonsense"]))
def test_any_words_make_a_card(text, kind):
    content = draw_card(Card(text, text[:40], text[:60], text[:30], kind))
    with Image.open(io.BytesIO(content)) as card:
        assert card.size == SIZE


def test_lines_keep_within_their_width():
    font = _font("source-serif-4-wght", 54, 600)
    lines = wrapped("Nghiêng ngả những giàn miến dong " * 6 + "ữ" * 90, font, 560)
    assert all(font.getlength(line) <= 560 for line in lines)
    assert lines[-1].endswith("…")


def test_every_vietnamese_letter_has_a_glyph():
    for name in ("source-serif-4-wght", "be-vietnam-pro-400", "be-vietnam-pro-600"):
        font = _font(name, 40)
        missing = font.getmask("\U0010fffd").getbbox()
        for letter in "ăâđêôơưĂÂĐÊÔƠƯếềểễệốồổỗộứừửữựẵặẳẫậẩỹỵỷ₫–“”…":
            assert font.getmask(letter).getbbox() not in (None, missing), (name, letter)
