"""Templates of usual pieces, and what of a piece is left behind when it is written anew."""

from django.utils.translation import gettext_lazy as _

from core.kinds import Kind
from planning.registry import Piece, Rewriting

POLICY = Piece(
    key="giai-thich-chinh-sach",
    kind=Kind.NEWS,
    name=_("Giải thích chính sách mới"),
    description=_("Văn bản vừa ban hành: ai được gì, phải làm gì, hỏi ở đâu."),
    sapo=_("[Hai câu: từ ngày nào, ai được hưởng hoặc phải làm gì mới. Chưa cần số hiệu văn bản.]"),
    body=(
        (
            "paragraph",
            _(
                "<h2>Điều gì thay đổi</h2>"
                "<p>[Trước đây thế nào, nay thế nào. Mỗi thay đổi một câu, bằng lời thường.]</p>"
                "<h2>Ai được hưởng, ai phải làm</h2>"
                "<p>[Kể từng nhóm người: hộ kinh doanh, hợp tác xã, người mới khởi nghiệp… "
                "Ai không thuộc diện này cũng nên nói rõ.]</p>"
                "<h2>Một ví dụ cho dễ hình dung</h2>"
                "<p>[Một hộ cụ thể, hoặc đặt ra: họ nộp gì, được gì, tính ra bao nhiêu tiền.]</p>"
                "<h2>Cần làm gì, trước ngày nào</h2>"
                "<p>[Từng bước: giấy tờ gì, nộp ở đâu, mất bao lâu. Ghi rõ hạn chót nếu có.]</p>"
                "<h2>Hỏi ở đâu</h2>"
                "<p>[Tên bộ phận, địa chỉ, giờ tiếp, số điện thoại chung của bộ phận.]</p>"
                "<h2>Căn cứ</h2>"
                "<p>[Tên đầy đủ, số hiệu, ngày ban hành của văn bản. Văn bản đã có trong thư viện "
                "thì chọn ở ô “Văn bản liên quan” và xóa đoạn này.]</p>"
            ),
        ),
    ),
)
ACTIVITY = Piece(
    key="tin-hoat-dong",
    kind=Kind.NEWS,
    name=_("Tin hoạt động"),
    description=_("Một buổi họp, một chuyến đi, một lớp học vừa xong."),
    sapo=_("[Một hai câu: việc gì đã xong, có gì mới cho bà con. Đừng mở đầu bằng “Sáng ngày…”.]"),
    body=(
        (
            "paragraph",
            _(
                "<p>[Kết quả đáng kể nhất trước. Ai, làm gì, ở đâu, bao giờ, bao nhiêu người.]</p>"
                "<p>[Việc diễn ra thế nào: một hai chi tiết nhìn thấy, nghe thấy tại chỗ.]</p>"
            ),
        ),
        (
            "quote",
            {
                "text": _("[Một câu nói thật của người dự, chép đúng lời và đã được đồng ý.]"),
                "name": _("[Họ tên hoặc cách gọi đã đồng ý]"),
                "role": "",
            },
        ),
        (
            "paragraph",
            _(
                "<h2>Sau buổi này có gì tiếp</h2>"
                "<p>[Việc đã hẹn, ai lo, đến bao giờ. Người đọc muốn tham gia thì liên hệ ai.]</p>"
            ),
        ),
    ),
)
HOW_TO = Piece(
    key="cach-lam-hay",
    kind=Kind.NEWS,
    name=_("Cách làm hay"),
    description=_("Một cách làm đã thử, để người khác làm theo được."),
    sapo=_("[Hai câu: khó khăn quen thuộc là gì, cách này gỡ được đến đâu.]"),
    body=(
        (
            "paragraph",
            _(
                "<h2>Chuyện trước đây</h2>"
                "<p>[Vướng ở đâu, tốn bao nhiêu công, bao nhiêu tiền. Một con số là đủ.]</p>"
                "<h2>Cách làm</h2>"
                "<p>[Kể ngắn: ai nghĩ ra, bắt đầu từ đâu, đã sửa mấy lần.]</p>"
            ),
        ),
        (
            "steps",
            {
                "title": _("Muốn làm theo"),
                "items": [
                    {
                        "title": _("[Việc đầu tiên, bắt đầu bằng động từ]"),
                        "text": _("[Cần gì, làm thế nào, mất bao lâu.]"),
                    },
                    {"title": _("[Việc tiếp theo]"), "text": ""},
                ],
            },
        ),
        (
            "paragraph",
            _(
                "<h2>Được gì, chưa được gì</h2>"
                "<p>[Con số trước và sau, tính đến ngày nào. Nói cả chỗ chưa ổn.]</p>"
                "<h2>Hỏi thêm ai</h2>"
                "<p>[Tên và cách liên hệ mà người ấy đồng ý cho hiện.]</p>"
            ),
        ),
    ),
)
STORY = Piece(
    key="cau-chuyen-thanh-cong",
    kind=Kind.STORY,
    name=_("Câu chuyện thành công"),
    description=_("Chuyện một người hay một nhóm: từ cái khó đến kết quả, kể cả lúc chưa thành."),
    sapo=_("[Hai câu: người ấy là ai, điều gì đã đổi khác. Để dành con số lớn nhất cho câu hai.]"),
    body=(
        (
            "paragraph",
            _(
                "<h2>[Một cảnh mở đầu: nơi làm việc, một buổi sáng]</h2>"
                "<p>[Cho thấy người ấy đang làm gì. Ba bốn câu, có âm thanh, mùi, màu.]</p>"
                "<h2>[Lần vấp đáng nhớ nhất]</h2>"
                "<p>[Chuyện gì hỏng, mất gì, ai giúp, học được gì.]</p>"
                "<h2>[Bây giờ và sắp tới]</h2>"
                "<p>[Việc đang làm, điều còn lo, dự định gần nhất.]</p>"
            ),
        ),
    ),
    fields={
        "challenge": _(
            "<p>[Lúc đầu vướng gì nhất: vốn, đầu ra, kỹ thuật, người làm? Kể một việc.]</p>"
        ),
        "approach": _("<p>[Đã làm gì khác đi, theo thứ tự. Ai cùng làm, ai hỗ trợ.]</p>"),
    },
)
PIECES = (ACTIVITY, POLICY, HOW_TO, STORY)

ARTICLE_ANEW = Rewriting(leave_out=("urgent", "urgent_until", "corrections"))
STORY_ANEW = Rewriting(leave_out=("corrections",))
