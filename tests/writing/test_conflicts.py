"""A form saved over what another saved meanwhile: nothing is lost, and its writer is told."""

import pytest
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import WorkflowState

from tests.factories.workflow import browser, edit, form_data, fresh
from writing.conflicts import newer_than_form


def post(house, user, page, loaded, *, json=False, **changes):
    """What a form opened at revision `loaded` posts."""
    data = form_data(page, house.operator, **changes)
    data |= {
        "loaded_revision_id": str(loaded.pk),
        "loaded_revision_created_at": loaded.created_at.isoformat(),
    }
    accept = "application/json" if json else "text/html"
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return browser(user).post(url, data, headers={"accept": accept}, follow=True)


@pytest.fixture
def both(house):
    """A draft the author has open while the editor saves it: the page, and what the author saw."""
    page = house.draft()
    loaded = page.get_latest_revision()
    edit(page, house.editor, sapo="Chữ của biên tập viên")
    return fresh(page), loaded


def test_autosave_never_writes_over_another(house, both):
    page, loaded = both
    before = page.revisions.count()
    answer = post(house, house.author, page, loaded, json=True, sapo="Chữ của tôi")
    assert answer.json()["error_code"] == "invalid_revision"
    assert page.revisions.count() == before
    assert page.get_latest_revision_as_object().sapo == "Chữ của biên tập viên"


def test_a_save_by_hand_keeps_both_and_says_so(house, both):
    page, loaded = both
    other = page.get_latest_revision()
    html = post(house, house.author, page, loaded, sapo="Chữ của tôi").content.decode()
    assert "Trần Thu Hà đã lưu một bản trong lúc bạn sửa." in html
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, other.pk, "latest"])
    assert escape(compare) in html
    assert fresh(page).get_latest_revision_as_object().sapo == "Chữ của tôi"
    other.refresh_from_db()
    assert other.content["sapo"] == "Chữ của biên tập viên"


def test_what_was_to_be_sent_is_only_saved(house, both):
    page, loaded = both
    html = post(
        house, house.author, page, loaded, sapo="Chữ của tôi", **{"action-submit": "1"}
    ).content.decode()
    assert "Bài chưa được gửi duyệt" in html
    assert not WorkflowState.objects.exists()
    again = fresh(page)
    post(house, house.author, again, again.get_latest_revision(), **{"action-submit": "1"})
    assert WorkflowState.objects.count() == 1


def test_the_own_newer_version_is_no_conflict(house):
    page = house.draft()
    loaded = page.get_latest_revision()
    edit(page, house.author, sapo="Lưu ở cửa sổ kia")
    html = post(house, house.author, page, loaded, sapo="Và ở đây").content.decode()
    assert "trong lúc bạn sửa" not in html


def test_an_autosave_of_another_into_the_same_revision_counts(house, rf):
    """Autosave keeps the number of a revision and moves its moment."""
    page = house.draft(author=house.editor)
    loaded = page.get_latest_revision()
    seen = loaded.created_at.isoformat()
    page.save_revision(user=house.editor, overwrite_revision=loaded)
    request = rf.post("/", {"loaded_revision_id": loaded.pk, "loaded_revision_created_at": seen})
    request.user = house.author
    assert newer_than_form(request, fresh(page)).pk == loaded.pk
