"""What a page's history says of each act, in words."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from accounts.models import Leave
from tests.factories.workflow import (
    browser,
    fresh,
    pass_on,
    send_back,
    state_of,
    token_for,
    urls_of_link,
)
from workflow.services import publish_urgently, submit
from workflow.services.decisions import set_deadline
from workflow.services.links import answer_share, revoke_share, share_draft
from workflow.services.withdrawal import withdraw

DAY = date(2026, 11, 23)


def said(page, action):
    """The sentence of the newest entry of an act."""
    return str(
        PageLogEntry.objects.filter(page=page.pk, action=action).order_by("pk").last().message
    )


def test_an_approval_in_the_admin_says_nothing_of_a_way(house):
    page = house.waiting()
    pass_on(page, house.approver)
    assert "đường dẫn" not in said(page, "wagtail.workflow.approve")
    assert "thay cho" not in said(page, "wagtail.workflow.approve")


def test_an_approval_by_link_says_so(house):
    page = house.waiting()
    url = urls_of_link(token_for(house.approver)).page
    browser().post(url, {"decision": "approve"})
    assert "“Duyệt đăng”, bằng đường dẫn trong thư" in said(page, "wagtail.workflow.approve")
    assert said(page, "wagtail.publish") == "Đã đăng, bằng đường dẫn trong thư"


def test_a_substitute_is_said_to_stand_in(house, monday):
    Leave.objects.create(user=house.approver, substitute=house.writer, starts_on=DAY, ends_on=DAY)
    page = house.waiting()
    pass_on(page, house.writer)
    assert "“Duyệt đăng”, thay cho Phạm Minh Đức" in said(page, "wagtail.workflow.approve")


def test_what_comes_next_stays_a_sentence_of_its_own(house, monday):
    Leave.objects.create(user=house.editor, substitute=house.writer, starts_on=DAY, ends_on=DAY)
    page = house.draft()
    submit(page=page, user=house.author)
    pass_on(page, house.writer)
    assert said(page, "wagtail.workflow.approve") == (
        f"Đã duyệt ở “Biên tập”, thay cho {house.editor.get_full_name()}. "
        "Bước tiếp theo: “Duyệt đăng”"
    )


def test_an_urgent_publication_says_why(house):
    page = house.draft()
    publish_urgently(page=page, user=house.approver, reason="Báo bão số 9")
    assert said(page, "workflow.publish_urgently") == "Đăng khẩn: Báo bão số 9"


def test_a_withdrawal_says_why(house):
    page = house.waiting()
    pass_on(page, house.approver)
    withdraw(page=fresh(page), user=house.approver, why="sai-sot", note="Nhầm số điện thoại")
    assert said(page, "workflow.withdraw") == "Gỡ bài: Nội dung có sai sót. Nhầm số điện thoại"


def test_sharing_a_draft_says_with_whom(house):
    page = house.draft()
    link, _token = share_draft(page=page, user=house.author, recipient="Tổ trưởng tổ 5", days=7)
    answer_share(link=link, answer=link.Answer.CHANGE, text="Sai tên.")
    revoke_share(link=link, user=house.author)
    assert said(page, "workflow.share") == (
        "Chia sẻ bản nháp: Tổ trưởng tổ 5 (xem được trong 7 ngày)"
    )
    answer = link.Answer.CHANGE.label
    assert said(page, "workflow.answer") == (
        f"Người xem bản nháp trả lời: Tổ trưởng tổ 5, {answer}, bằng đường dẫn trong thư"
    )
    assert said(page, "workflow.unshare") == "Thu hồi bản nháp chia sẻ: Tổ trưởng tổ 5"


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("2026-11-25T17:30:00+07:00", "Đổi hạn: 17:30 ngày 25/11/2026; mức ưu tiên: gấp"),
        (None, "Đổi hạn: không đặt hạn; mức ưu tiên: gấp"),
    ],
)
def test_another_due_hour_is_said_as_the_country_writes_it(house, due, words):
    page = house.waiting()
    due = timezone.datetime.fromisoformat(due) if due else None
    set_deadline(state=state_of(page), user=house.approver, due_at=due, priority="gap")
    assert said(page, "workflow.deadline") == words


def test_the_note_of_a_return_stays_beside_its_sentence(house):
    page = house.waiting()
    send_back(page, house.approver, "Ghi rõ tên tổ.")
    entry = PageLogEntry.objects.filter(page=page.pk, action="wagtail.workflow.reject").get()
    assert entry.comment == "Ghi rõ tên tổ."


def test_the_machine_names_whose_lock_it_took_off(house):
    page = house.draft()
    entry = PageLogEntry(action="wagtail.unlock", page=page, data={"left_by": "Hoàng Văn Pao"})
    assert entry.message == "Máy mở khóa của Hoàng Văn Pao để quên quá nửa ngày"
    assert PageLogEntry(action="wagtail.unlock", page=page, data={}).message == "Đã mở khóa"


def test_the_history_shows_what_was_written_as_text(house):
    page = house.draft()
    publish_urgently(page=page, user=house.approver, reason="<b>Bão</b>")
    html = browser(house.approver).get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert "Đăng khẩn: &lt;b&gt;Bão&lt;/b&gt;" in html.content.decode()
