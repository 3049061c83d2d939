"""Revisions whose content must not change any more."""

import pytest
from django.utils import timezone

from core import holds
from tests.factories.news import ArticlePageFactory, ColumnPageFactory


@pytest.fixture
def page(home, monkeypatch):
    monkeypatch.setattr(holds, "_questions", [])
    page = ArticlePageFactory(parent=ColumnPageFactory(), live=False)
    page.save_revision()
    return page


def newest(page):
    return page.revisions.order_by("-pk").first()


def test_a_draft_nobody_points_at_is_free(page):
    assert not holds.is_held(newest(page))


def test_a_scheduled_and_a_live_revision_are_held(page):
    revision = newest(page)
    revision.approved_go_live_at = timezone.now()
    assert holds.is_held(revision)
    revision.approved_go_live_at = None
    type(page).objects.filter(pk=page.pk).update(live_revision=revision)
    assert holds.is_held(page.revisions.get(pk=revision.pk))


def test_apps_ask_for_themselves_and_are_registered_once(page):
    asked = []

    def question(revision):
        asked.append(revision.pk)
        return True

    holds.register(question)
    holds.register(question)
    assert holds.is_held(newest(page))
    assert asked == [newest(page).pk]


def test_a_held_revision_is_not_written_over(page):
    old = newest(page)
    holds.register(lambda revision: revision.pk == old.pk)
    page.sapo = "Gõ tiếp"
    made = page.save_revision(overwrite_revision=old)
    assert made.pk != old.pk
    assert page.revisions.get(pk=old.pk).content["sapo"] != "Gõ tiếp"


def test_a_free_revision_is_written_over_in_place(page):
    """Wagtail's autosave: a number alone does not say what was read."""
    old = newest(page)
    page.sapo = "Gõ tiếp"
    assert page.save_revision(overwrite_revision=old).pk == old.pk
    assert page.revisions.get().content["sapo"] == "Gõ tiếp"


def test_a_revision_whose_page_is_gone_is_not_held_and_breaks_nothing(page):
    revision = newest(page)
    revision.content_object = None
    revision.object_id = "0"
    assert not holds.is_held(revision)
