"""The template of an event, and how last year's event is written anew."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.kinds import Kind
from events.models import EventSession
from planning.registry import Piece, Rewriting
from planning.years import moved

NOTICE = Piece(
    key="thong-bao-su-kien",
    kind=Kind.EVENT,
    name=_("Thông báo sự kiện"),
    description=_("Mời bà con tới: cho ai, có gì, cần chuẩn bị gì, đăng ký thế nào."),
    sapo=_("[Hai câu: tới đây được gì, dành cho ai. Ngày giờ và địa điểm đã có ô riêng.]"),
    body=(
        (
            "paragraph",
            _(
                "<h2>Dành cho ai</h2>"
                "<p>[Ai nên đến: nghề gì, đang ở chặng nào. Ai đến cũng được thì nói thế.]</p>"
                "<h2>Có gì</h2>"
                "<p>[Ba đến năm điều người dự được xem, được làm, được mang về.]</p>"
                "<h2>Cần mang theo, cần chuẩn bị</h2>"
                "<p>[Giấy tờ, mẫu sản phẩm, điện thoại… Không cần gì cũng ghi một câu.]</p>"
                "<h2>Đăng ký</h2>"
                "<p>[Bằng cách nào, hạn đến bao giờ, có mất phí không, còn bao nhiêu chỗ.]</p>"
                "<h2>Đường đến và hỗ trợ</h2>"
                "<p>[Chỗ gửi xe, lối cho xe lăn, chỗ trẻ nhỏ; mưa thì sao. Hỏi ai, số nào.]</p>"
            ),
        ),
    ),
)

AFTERWARDS = ("status", "status_note", "outcome", "figures", "exhibitors")
"""Told once an event was held, or of who comes that time."""


def _values(page: Any, years: int) -> dict[str, Any]:
    deadline = page.registration_deadline
    local = timezone.localtime(deadline) if deadline else None
    return {"registration_deadline": moved(local, years)}


def _move_session(child: Any, years: int) -> None:
    if isinstance(child, EventSession):
        for name in ("starts_at", "ends_at"):
            moment = getattr(child, name)
            setattr(child, name, moved(timezone.localtime(moment) if moment else None, years))


EVENT_ANEW = Rewriting(leave_out=AFTERWARDS, values=_values, child=_move_session)
