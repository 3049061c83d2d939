"""Nobody who saved any revision since the live one gives the final approval."""

import pytest
from django.urls import reverse

from accounts.models import Leave
from tests.factories.workflow import (
    addressees,
    behind,
    browser,
    edit,
    form_data,
    fresh,
    pass_on,
    post_edit,
    send_back,
    state_of,
    token_for,
    urls_of_link,
)
from workflow.content import hash_of, revisions_since_live, writers_since_live
from workflow.services import NotAllowed, publish_by_system, submit
from workflow.services.links import share_draft
from workflow.waiting import waiting_on


def test_an_approver_who_wrote_it_sends_it_to_another(house):
    page = house.draft(author=house.approver)
    submit(page=page, user=house.approver)
    assert addressees("step:") == {"second"}
    with pytest.raises(NotAllowed):
        pass_on(page, house.approver)
    pass_on(page, house.second)
    assert fresh(page).live


def test_one_comma_among_many_revisions_makes_a_writer(house):
    page = house.draft()
    edit(page, house.approver, sapo="Một dấu phẩy,")
    for n in range(3):
        edit(page, house.author, sapo=f"Bản {n}")
    submit(page=fresh(page), user=house.author)
    pass_on(page, house.editor)
    with pytest.raises(NotAllowed):
        pass_on(page, house.approver)
    assert addressees(f"step:{state_of(page).pk}:") == {"second"}
    pass_on(page, house.second)


def test_a_writer_may_still_return_it(house):
    page = house.draft(author=house.approver)
    submit(page=page, user=house.approver)
    send_back(page, house.approver)
    assert not fresh(page).live


def test_a_save_by_the_editing_page_counts(house):
    page = house.draft()
    post_edit(house, house.approver, page, sapo="Sửa trong trình soạn thảo")
    submit(page=fresh(page), user=house.author)
    pass_on(page, house.editor)
    with pytest.raises(NotAllowed):
        pass_on(page, house.approver)


def test_an_autosave_counts(house):
    page = house.draft()
    answer = post_edit(house, house.approver, page, "application/json", sapo="Tự lưu")
    assert answer.json()["success"]
    assert writers_since_live(fresh(page)) == {house.author.pk, house.approver.pk}


def test_bringing_back_an_older_version_counts(house):
    page = house.draft()
    first = page.get_latest_revision()
    edit(page, house.author, sapo="Hai")
    browser(house.approver).post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        form_data(page, house.operator, revision=first.pk),
    )
    assert house.approver.pk in writers_since_live(fresh(page))


def test_copying_a_text_makes_its_copier_a_writer(house):
    page = house.draft()
    data = {
        "new_title": "Bản sao",
        "new_slug": "ban-sao",
        "new_parent_page": house.column.pk,
        "copy_subpages": "",
    }
    browser(house.approver).post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    copy = type(page).objects.get(slug="ban-sao")
    submit(page=copy, user=house.author)
    pass_on(copy, house.editor)
    with pytest.raises(NotAllowed):
        pass_on(copy, house.approver)


def test_after_publication_the_count_begins_anew(house):
    page = house.draft(author=house.approver)
    submit(page=page, user=house.approver)
    pass_on(page, house.second)
    assert writers_since_live(fresh(page)) == set()
    edit(page, house.second, sapo="Bản mới của chị Lan")
    submit(page=fresh(page), user=house.second)
    with pytest.raises(NotAllowed):
        pass_on(page, house.second)
    pass_on(page, house.approver)
    assert fresh(page).sapo == "Bản mới của chị Lan"


def test_a_draft_newer_than_what_went_out_still_counts(house):
    """Saved before the approval, by somebody else, and not what was approved."""
    page = house.waiting()
    newer = behind(page, house.second, sapo="Ghi vòng ngoài")
    pass_on(page, house.approver)
    page = fresh(page)
    assert page.live_revision_id != newer.pk
    assert writers_since_live(page) == {house.second.pk}


def test_a_machine_made_revision_carries_the_editor_who_caused_it(house):
    page = house.live()
    assert page.live_revision.user == house.author
    publish_by_system(page=page, user=house.approver, cause="nạp lại")
    assert fresh(page).live_revision.user == house.approver
    edit(page, house.approver, sapo="Máy tạo cho anh Đức")
    submit(page=fresh(page), user=house.author)
    pass_on(page, house.editor)
    with pytest.raises(NotAllowed):
        pass_on(page, house.approver)


def test_passing_on_the_first_step_without_writing_leaves_the_last_one_open(house):
    page = house.draft()
    submit(page=page, user=house.author)
    pass_on(page, house.approver)
    pass_on(page, house.approver)
    assert fresh(page).live


def test_only_approvers_hold_the_last_step_and_a_substitute_while_one_is_away(house, monday):
    page = house.waiting()
    task = state_of(page).task.specific
    assert set(task.holders(page)) == {house.approver, house.second}
    Leave.objects.create(
        user=house.approver, substitute=house.writer, starts_on="2026-11-23", ends_on="2026-11-24"
    )
    assert set(task.holders(page)) == {house.writer, house.second}
    pass_on(page, house.writer)
    assert fresh(page).live


def test_a_substitute_who_wrote_it_does_not_approve_it(house, monday):
    Leave.objects.create(
        user=house.approver, substitute=house.author, starts_on="2026-11-23", ends_on="2026-11-24"
    )
    page = house.draft()
    submit(page=page, user=house.author)
    assert state_of(page).task.name == "Duyệt đăng", "a substitute edits as well"
    with pytest.raises(NotAllowed):
        pass_on(page, house.author)
    assert addressees(f"step:{state_of(page).pk}:") == {"second"}


def test_a_substitute_has_no_right_over_the_text_of_the_one_who_is_away(house, monday):
    """Four eyes would be the writer's own, lent."""
    Leave.objects.create(
        user=house.approver, substitute=house.writer, starts_on="2026-11-23", ends_on="2026-11-24"
    )
    page = house.draft(house.approver)
    submit(page=page, user=house.approver)
    state = state_of(page)
    assert not state.task.specific.may_approve(house.writer, page)
    assert set(state.task.specific.holders(page)) == {house.second}
    assert state.pk not in {waiting.pk for waiting in waiting_on(house.writer)}
    with pytest.raises(NotAllowed):
        pass_on(page, house.writer)


def test_when_the_leave_is_over_the_substitute_decides_nothing(house, monday):
    Leave.objects.create(
        user=house.approver, substitute=house.writer, starts_on="2026-11-20", ends_on="2026-11-22"
    )
    page = house.waiting()
    with pytest.raises(NotAllowed):
        pass_on(page, house.writer)


def test_nobody_takes_over_anothers_revision_by_autosave(house):
    """Otherwise the second writer would stand nowhere."""
    page = house.draft()
    own = page.get_latest_revision()
    answer = post_edit(
        house,
        house.approver,
        page,
        "application/json",
        sapo="Đè lên",
        overwrite_revision_id=own.pk,
    )
    assert not answer.json()["success"]
    assert [revision.user for revision in page.revisions.all()] == [house.author]


# --- opening and reading never saves ----------------------------------------------------------
def reading_urls(page):
    state, live = state_of(page), page.live_revision_id
    latest = page.get_latest_revision().pk
    pages = "wagtailadmin_pages:"
    return [
        reverse(pages + "edit", args=[page.pk]),
        reverse(pages + "history", args=[page.pk]),
        reverse(pages + "view_draft", args=[page.pk]),
        reverse(pages + "revisions_view", args=[page.pk, latest]),
        reverse(pages + "revisions_revert", args=[page.pk, live]),
        reverse(pages + "revisions_compare", args=[page.pk, live, latest]),
        reverse(pages + "revisions_compare", args=[page.pk, "live", "latest"]),
        reverse(pages + "workflow_preview", args=[page.pk, state.task_id]),
        reverse(pages + "workflow_history", args=[page.pk]),
        reverse("workflow_review", args=[state.pk]),
        reverse("workflow_deadline", args=[state.pk]),
        reverse("workflow_small", args=[page.pk]),
        reverse("workflow_share", args=[page.pk]),
        reverse("workflow_urgent", args=[page.pk]),
        reverse("workflow_take_back", args=[page.pk]),
        reverse("wagtailadmin_home"),
    ]


def test_opening_and_reading_saves_nothing_and_makes_nobody_a_writer(house):
    page = house.live()
    edit(page, house.author, sapo="Bản mới")
    submit(page=fresh(page), user=house.author)
    pass_on(page, house.editor)
    page = fresh(page)
    before = {r.pk: (hash_of(r.pk), r.created_at) for r in page.revisions.all()}
    client = browser(house.approver)
    for url in reading_urls(page):
        assert client.get(url).status_code == 200, url
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert client.post(preview, form_data(page, house.operator)).status_code == 200
    assert client.get(preview).status_code == 200
    link = urls_of_link(token_for(house.approver))
    for url in (link.page, link.preview, link.changes):
        assert browser().get(url).status_code == 200
    after = {r.pk: (hash_of(r.pk), r.created_at) for r in page.revisions.all()}
    assert after == before
    assert set(revisions_since_live(fresh(page)).values_list("user", flat=True)) == {
        house.author.pk
    }
    pass_on(page, house.approver)


def test_reading_a_shared_draft_saves_nothing(house):
    page = house.draft()
    _link, token = share_draft(page=page, user=house.author, recipient="Chị Mai", days=2)
    before = page.revisions.count()
    browser().get(reverse("workflow_shared", args=[token]))
    browser().get(reverse("workflow_shared_preview", args=[token]))
    assert page.revisions.count() == before
