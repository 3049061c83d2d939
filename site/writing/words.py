"""What the editing form says while somebody writes (`static/js/admin/keep.js`)."""

from django.urls import reverse
from django.utils.translation import gettext as _


def form_words() -> dict[str, str]:
    """Sentences and addresses by the names the script knows them by."""
    return {
        "conflict": _(
            "Người khác vừa lưu một bản mới của bài này, nên bài không tự lưu nữa để khỏi đè chữ "
            "của họ. Chữ bạn gõ được giữ trong trình duyệt. Hãy xem bản mới, rồi chép phần của "
            "bạn sang đó; bấm “Lưu” thì bản của bạn thành bản mới nhất."
        ),
        "locked": _(
            "Bài vừa bị khóa hoặc đang chờ duyệt đăng, chưa sửa được. Chữ bạn gõ được giữ trong "
            "trình duyệt này."
        ),
        "offline": _(
            "Mất kết nối. Chữ bạn gõ được giữ trong trình duyệt này; cứ để trang mở, có mạng lại "
            "hãy bấm “Lưu”."
        ),
        "signedOut": _(
            "Phiên đăng nhập đã hết. Chữ bạn gõ được giữ trong trình duyệt này. Hãy đăng nhập ở "
            "thẻ mới, rồi trở lại đây bấm “Lưu”."
        ),
        "broken": _(
            "Máy chủ không nhận bài. Chữ bạn gõ được giữ trong trình duyệt này; thử bấm “Lưu” "
            "sau ít phút."
        ),
        "offer": _("Trình duyệt còn giữ chữ bạn gõ lúc {when}, chưa vào bài."),
        "restore": _("Lưu thành bản nháp"),
        "discard": _("Bỏ chữ ấy"),
        "saved": _("{name} vừa lưu một bản mới của bài này."),
        "writing": _("{name} cũng đang sửa bài này. Hai người nên hẹn nhau ai sửa trước."),
        "newest": _("Xem bản mới nhất"),
        "signIn": _("Đăng nhập ở thẻ mới"),
        "login": reverse("wagtailadmin_login"),
        "probe": reverse("writing_paste"),
    }
