"""Small fixes: what is one, what is none; one approval, with the difference shown, counted."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowState

from tests.factories.library import LegalDocumentPageFactory, make_image
from tests.factories.workflow import (
    browser,
    edit,
    fresh,
    pass_on,
    post_edit,
    send_back,
    state_of,
)
from workflow.models import Publication
from workflow.services import NotAllowed, send_small_fix, small_fix_hindrance
from workflow.services.small import fixed_parts

BODY = [
    (
        "paragraph",
        "<p>Hợp tác xã Bản Mới có 12 hộ, thu 30 triệu đồng theo Kế hoạch số 209/KH-UBND ngày "
        '15/5/2026, xem <a href="https://mau.example/ke-hoach">tại đây</a>. Bà con phấn khới.</p>',
    )
]


@pytest.fixture
def live(house):
    return house.live(
        title="Hợp tác xã Bản Mới",
        sapo="Bà con phấn khới vì được mùa.",
        body=body(BODY[0][1]),
        source_url="https://mau.example/goc",
        lead_caption="Bà con trên nương",
    )


def body(html, *more):
    return [("paragraph", html), *more]


def text(old, new):
    """The body with one place changed."""
    assert old in BODY[0][1]
    return lambda house: {"body": body(BODY[0][1].replace(old, new))}


def with_picture(house):
    from news.models import ArticlePage

    block = ArticlePage.body.field.stream_block.child_blocks["image"]
    value = block.to_python({"image": make_image().pk}) if hasattr(block, "to_python") else None
    return {"body": body(BODY[0][1], ("image", value))}


SMALL = {
    "a typo in the sapo": lambda house: {"sapo": "Bà con phấn khởi vì được mùa."},
    "a typo in the body": text("phấn khới", "phấn khởi"),
    "diacritics alone": text("Bản Mới", "Bản Mởi"),
    "words of the caption": lambda house: {"lead_caption": "Bà con trên nương ngô"},
    "bold": text("Bà con", "<b>Bà con</b>"),
}
NOT_SMALL = {
    "title": lambda house: {"title": "Hợp tác xã Bản Mời"},
    "slug": lambda house: {"slug": "dia-chi-khac"},
    "lead picture": lambda house: {"lead_image": make_image()},
    "number in the sapo": lambda house: {"sapo": "Bà con phấn khới vì được 2 mùa."},
    "number in the body": text("12 hộ", "13 hộ"),
    "number dropped": text("12 hộ", "nhiều hộ"),
    "number with another comma": text("30 triệu", "3,0 triệu"),
    "two numbers change places": text("12 hộ, thu 30 triệu", "30 hộ, thu 12 triệu"),
    "date": text("15/5/2026", "16/5/2026"),
    "legal number": text("209/KH-UBND", "219/KH-UBND"),
    "kind of the legal document": text("209/KH-UBND", "209/QĐ-UBND"),
    "legal reference": lambda house: {"legal_references": [LegalDocumentPageFactory()]},
    "link target": text("https://mau.example/ke-hoach", "https://lua.example/ke-hoach"),
    "link added": text("phấn khới", '<a href="https://lua.example/">phấn khới</a>'),
    "link dropped": text('<a href="https://mau.example/ke-hoach">tại đây</a>', "tại đây"),
    "source address": lambda house: {"source_url": "https://lua.example/goc"},
    "licence": lambda house: {"rights": "toan-van"},
    "picture in the body": with_picture,
    "urgent": lambda house: {"urgent": True},
    "a paragraph dropped": lambda house: {"body": []},
    "expiry": lambda house: {"expire_at": timezone.now()},
}


def apply(page, user, values):
    newest = fresh(page).get_latest_revision_as_object()
    for name, value in values.items():
        if name == "legal_references":
            newest.legal_references.set(value)
        elif name == "body":
            newest.body = keep_ids(newest.body, value)
        else:
            setattr(newest, name, value)
    newest.save_revision(user=user, clean=False)
    return fresh(page)


def keep_ids(old, new):
    """An editor's change leaves the ids of the blocks as they are."""
    ids = [block.id for block in old]
    rows = [(kind, value, ids[n] if n < len(ids) else None) for n, (kind, value) in enumerate(new)]
    block = old.stream_block
    from wagtail.blocks import StreamValue
    from wagtail.rich_text import RichText

    return StreamValue(
        block,
        [(k, RichText(v) if isinstance(v, str) else v, i) for k, v, i in rows],
    )


@pytest.mark.parametrize("change", SMALL.values(), ids=SMALL)
def test_a_small_fix(house, live, change):
    page = apply(live, house.author, change(house))
    assert small_fix_hindrance(page) == ""


@pytest.mark.parametrize("change", NOT_SMALL.values(), ids=NOT_SMALL)
def test_more_than_a_small_fix(house, live, change):
    page = apply(live, house.author, change(house))
    assert small_fix_hindrance(page) != ""
    with pytest.raises(NotAllowed):
        send_small_fix(page=page, user=house.author)
    assert fresh(page).current_workflow_state is None


def test_nothing_changed_a_draft_and_a_withdrawn_page_are_none(house, live):
    from workflow.services import withdraw

    assert small_fix_hindrance(live)
    assert small_fix_hindrance(house.draft())
    page = apply(live, house.author, {"sapo": "Bà con phấn khởi."})
    withdraw(page=page, user=house.approver, why="sai-sot")
    assert small_fix_hindrance(fresh(page))


def test_it_needs_one_approval_by_another_and_is_counted_as_small(house, live):
    page = apply(live, house.author, {"sapo": "Bà con phấn khởi vì được mùa."})
    send_small_fix(page=page, user=house.author)
    state = state_of(page)
    assert state.task.name == "Duyệt đăng"
    assert fresh(page).is_frozen
    with pytest.raises(NotAllowed):
        pass_on(page, house.author)
    pass_on(page, house.approver)
    assert fresh(page).sapo == "Bà con phấn khởi vì được mùa."
    assert Publication.objects.filter(way=Publication.Way.SMALL).count() == 1
    assert not Publication.objects.filter(way=Publication.Way.WORKFLOW).exists()


def test_an_approver_does_not_approve_his_own_small_fix(house, live):
    page = apply(live, house.approver, {"sapo": "Bà con phấn khởi."})
    send_small_fix(page=page, user=house.approver)
    with pytest.raises(NotAllowed):
        pass_on(page, house.approver)


def test_the_screen_shows_the_difference_or_why_not(house, live):
    page = apply(live, house.author, {"sapo": "Bà con phấn khởi vì được mùa."})
    url = reverse("workflow_small", args=[page.pk])
    shown = browser(house.author).get(url).content.decode()
    assert 'class="deletion">khới' in shown
    assert 'class="addition">khởi' in shown
    assert "Gửi duyệt sửa nhỏ" in shown
    apply(page, house.author, {"title": "Tên khác"})
    shown = browser(house.author).get(url).content.decode()
    assert "tiêu đề" in shown
    assert "Gửi duyệt sửa nhỏ" not in shown
    browser(house.author).post(url)
    assert fresh(page).current_workflow_state is None


def test_the_approver_sees_the_difference_by_link_too(house, live):
    from tests.factories.workflow import token_for, urls_of_link

    page = apply(live, house.author, {"sapo": "Bà con phấn khởi vì được mùa."})
    send_small_fix(page=page, user=house.author)
    shown = browser().get(urls_of_link(token_for(house.approver)).changes).content.decode()
    assert 'class="deletion">khới' in shown
    assert 'class="addition">khởi' in shown


def test_a_small_fix_under_way_is_not_sent_twice(house, live):
    page = apply(live, house.author, {"sapo": "Bà con phấn khởi."})
    send_small_fix(page=page, user=house.author)
    with pytest.raises(NotAllowed):
        send_small_fix(page=fresh(page), user=house.author)
    assert WorkflowState.objects.count() == 1


def test_returned_and_grown_it_is_no_small_fix_any_more(house, live):
    """Sent again by the editing page it takes the whole way."""
    page = apply(live, house.author, {"sapo": "Bà con phấn khởi."})
    send_small_fix(page=page, user=house.author)
    send_back(page, house.approver, "Còn một chỗ.")
    edit(page, house.author, title="Chuyện khác hẳn")
    post_edit(house, house.author, fresh(page), **{"action-submit": "1"})
    assert state_of(page).task.name == "Biên tập"


@pytest.mark.parametrize("name", ["writer", "editor_b", "reporter"])
def test_who_does_not_edit_it_sends_no_small_fix(house, live, name):
    page = apply(live, house.author, {"sapo": "Bà con phấn khởi."})
    browser(house.people[name]).post(reverse("workflow_small", args=[page.pk]))
    assert fresh(page).current_workflow_state is None


def test_what_the_editor_adds_by_itself_is_no_change():
    """Keys of blocks, of list items and of paragraphs: no word of them is read."""
    text = {"type": "paragraph", "value": "<p>Có 11 hộ, <a href='/a/'>xem</a>.</p>"}
    facts = {"type": "key_facts", "value": {"items": [{"value": "11", "unit": "hộ"}]}}
    keyed = {**text, "id": "1f", "value": text["value"].replace("<p>", '<p data-block-key="k9">')}
    item = {"type": "item", "id": "2e", "value": {"value": "11", "unit": "hộ"}}
    listed = {"type": "key_facts", "id": "3d", "value": {"items": [item]}}
    before = fixed_parts({"body": json.dumps([text, facts])})
    after = fixed_parts({"body": json.dumps([keyed, listed])})
    assert before == after
    other = {**listed, "value": {"items": [{**item, "value": {"value": "12", "unit": "hộ"}}]}}
    assert fixed_parts({"body": json.dumps([keyed, other])}) != before


def test_the_order_of_keywords_and_the_numbers_of_rows_are_no_change():
    old = {"tagged_items": [{"tag": 7}, {"tag": 3}], "corrections": [{"sort_order": None}]}
    new = {"tagged_items": [{"tag": 3}, {"tag": 7}], "corrections": [{"sort_order": 0}]}
    other = {**new, "tagged_items": [{"tag": 3}, {"tag": 8}]}
    assert fixed_parts(old) == fixed_parts(new) != fixed_parts(other)
