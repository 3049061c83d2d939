"""The checklist beside the editor, and what it stops."""

import pytest
from django.urls import reverse

from core.models.syndicated import Rights
from tests.factories.library import make_image
from tests.factories.workflow import (
    browser,
    form_data,
    fresh,
    post_edit,
    send_back,
    state_of,
)


@pytest.fixture
def draft(house):
    from tests.factories.news import ArticlePageFactory

    return ArticlePageFactory(parent=house.column, live=False, owner=house.author)


def ask(house, user, page, **changes):
    url = reverse("workflow_checks", args=[page.pk])
    return browser(user).post(url, form_data(page, house.operator, **changes))


def test_it_speaks_of_the_form_as_it_stands_and_keeps_nothing(house, draft):
    html = ask(house, house.author, draft, sapo="", title="Bà con , ơi").content.decode()
    assert "Chưa có sapo" in html
    assert "Dấu cách đứng trước dấu câu:" in html
    assert 'data-ready-must="0" data-ready-should="3"' in html
    assert fresh(draft).sapo == draft.sapo
    assert draft.revisions.count() == 0


def test_a_page_not_saved_yet_is_asked_for_as_well(house, draft):
    url = reverse("workflow_checks_new", args=["news", "articlepage", house.column.pk])
    data = form_data(draft, house.operator, sapo="", slug="", title="Bài mới của ban biên tập")
    answer = browser(house.author).post(url, data)
    assert "Chưa có sapo" in answer.content.decode()
    assert house.column.get_children().count() == 1


def test_a_form_that_cannot_be_read_says_so(house, draft):
    html = ask(house, house.author, draft, urgent_until="hôm nào đó").content.decode()
    assert "Chưa kiểm được" in html


def test_it_is_only_for_those_who_may_edit_the_page(house, draft):
    assert ask(house, house.writer, draft).status_code == 302
    url = reverse("workflow_checks", args=[draft.pk])
    assert browser(house.author).get(url).status_code == 405


def test_what_the_law_stops_is_not_sent_and_the_field_says_why_while_a_draft_is_kept(house, draft):
    answer = post_edit(
        house,
        house.author,
        draft,
        rights=Rights.NONE,
        title="Bài lấy lại",
        **{"action-submit": "1"},
    )
    assert answer.status_code == 200
    assert "chưa ghi nguồn" in str(answer.context["form"].errors["source_name"])
    assert state_of(draft) is None
    assert post_edit(house, house.author, draft, rights=Rights.NONE).status_code == 302
    assert fresh(draft).get_latest_revision_as_object().rights == Rights.NONE


def test_with_a_face_nobody_asked_nothing_is_sent(house, draft):
    image = make_image(credit="Ảnh: Lan")
    type(image).objects.filter(pk=image.pk).update(people="unknown")
    answer = post_edit(house, house.author, draft, lead_image=image.pk, **{"action-submit": "1"})
    assert "hỏi người trong ảnh" in str(answer.context["form"].errors["lead_image"])
    assert state_of(draft) is None
    image.people = "agreed"
    image.save()
    post_edit(house, house.author, draft, lead_image=image.pk, **{"action-submit": "1"})
    assert state_of(draft) is not None


def test_the_editor_holds_the_address_of_its_checks(house, draft):
    edit = browser(house.author).get(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    assert f'data-ready-url="/admin/quy-trinh/{draft.pk}/kiem-tra/"' in edit.content.decode()
    url = reverse("wagtailadmin_pages:add", args=["news", "articlepage", house.column.pk])
    add = browser(house.author).get(url).content.decode()
    assert f"/admin/quy-trinh/kiem-tra/news/articlepage/{house.column.pk}/" in add


def test_an_approver_reads_the_hints_as_well(house, draft):
    post_edit(house, house.author, draft, sapo="Ngắn.", **{"action-submit": "1"})
    url = reverse("workflow_review", args=[state_of(draft).pk])
    assert "Nên từ 30 đến 60 tiếng." in browser(house.editor).get(url).content.decode()


def test_a_piece_that_was_returned_says_why_when_it_is_opened(house, draft):
    post_edit(house, house.author, draft, **{"action-submit": "1"})
    send_back(draft, house.editor, "Ghi rõ ai nói câu này.")
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    text = browser(house.author).get(url).content.decode()
    assert f"{house.editor} trả lại lúc" in text
    assert "Ghi rõ ai nói câu này." in text
    post_edit(house, house.author, fresh(draft), **{"action-submit": "1"})
    assert "trả lại lúc" not in browser(house.author).get(url).content.decode()


@pytest.mark.parametrize("model", ["articlepage", "standardpage"])
def test_a_page_not_saved_yet_can_be_previewed(house, draft, model):
    client = browser(house.approver)
    home = house.column.get_parent().get_parent()
    app, parent = ("news", house.column) if model == "articlepage" else ("home", home)
    url = reverse("wagtailadmin_pages:preview_on_add", args=[app, model, parent.pk])
    data = form_data(draft, house.operator, slug="", title="Bài chưa lưu")
    assert client.post(url, data).json()["is_available"]
    assert client.get(url).status_code == 200
