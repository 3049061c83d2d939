"""What an installation needs before it can take anything in."""

from django.db import transaction
from django.utils.translation import gettext as _

from submissions.models import ConsentText
from submissions.models.consent import Purpose

# Each says who, what for, how long or until when. %(unit)s controls the data: its name from the
# site's identity. The times are told in full beside the form, from the settings.
TEXTS = {
    Purpose.HANDLING: (
        "Tôi đồng ý để %(unit)s đọc, lưu hồ sơ này, liên hệ lại với tôi, và đăng nội dung, "
        "ảnh sản phẩm lên trang này sau khi duyệt.",
        "Cần có để nhận hồ sơ. Rút lại lúc nào cũng được.",
    ),
    Purpose.NAME: (
        "Tôi đồng ý để %(unit)s ghi tên, vai trò của tôi và đăng ảnh có mặt tôi trên trang "
        "giới thiệu.",
        "Không chọn thì trang chỉ ghi tên đơn vị, không dùng ảnh rõ mặt.",
    ),
    Purpose.PHONE: (
        "Tôi đồng ý để %(unit)s hiện số này cho người xem trang gọi hỏi mua, hợp tác.",
        "Không chọn thì số chỉ để phường gọi lại.",
    ),
    Purpose.EMAIL: (
        "Tôi đồng ý để %(unit)s hiện địa chỉ thư này cho người xem trang viết hỏi.",
        "Không chọn thì thư chỉ để phường trả lời bạn.",
    ),
    Purpose.ZALO: (
        "Tôi đồng ý để %(unit)s hiện Zalo này cho người xem trang nhắn hỏi.",
        "Không chọn thì Zalo chỉ để phường nhắn lại.",
    ),
    Purpose.ADDRESS: (
        "Tôi đồng ý để %(unit)s hiện địa chỉ này cho người xem trang tìm tới.",
        "Không chọn thì trang chỉ ghi tên tổ, thôn.",
    ),
    Purpose.REUSE: (
        "Tôi đồng ý để báo, đài và cổng thông tin của tỉnh dùng lại bài, ảnh giới thiệu, có ghi "
        "nguồn từ %(unit)s.",
        "Không gồm số điện thoại, thư, Zalo, địa chỉ.",
    ),
    Purpose.NEWSLETTER: (
        "Tôi đồng ý để %(unit)s gửi lời mời tập huấn, phiên chợ, bản tin tới số điện thoại hoặc "
        "thư tôi đã ghi.",
        "Nhiều nhất hai tin một tháng. Thôi nhận lúc nào cũng được.",
    ),
}


@transaction.atomic
def ensure_consent_texts(*, unit: str = "") -> list[ConsentText]:
    """Write a first version for each purpose that has no text yet; others stay as they are.

    Args:
        unit: name of the unit that answers for the data.

    Returns:
        What was written.
    """
    known = set(ConsentText.objects.values_list("purpose", flat=True))
    names = {"unit": unit or _("đơn vị quản lý trang này")}
    return [
        ConsentText.objects.create(purpose=purpose, version=1, text=text % names, hint=hint)
        for purpose, (text, hint) in TEXTS.items()
        if purpose not in known
    ]
