"""Fixed vocabularies of the showcase."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LegalForm(models.TextChoices):
    """Legal form. “Doanh nghiệp một người” is a pilot model, not a form in force: it is a flag."""

    COMPANY_LLC = "company_llc", _("Công ty trách nhiệm hữu hạn")
    COMPANY_JSC = "company_jsc", _("Công ty cổ phần")
    PRIVATE = "private", _("Doanh nghiệp tư nhân")
    COOPERATIVE = "cooperative", _("Hợp tác xã")
    COOPERATIVE_GROUP = "cooperative_group", _("Tổ hợp tác")
    HOUSEHOLD = "household", _("Hộ kinh doanh")
    SOLE = "sole", _("Cá nhân kinh doanh")
    TEAM = "team", _("Nhóm khởi nghiệp, chưa đăng ký")
    OTHER = "other", _("Khác")


class Stage(models.TextChoices):
    """How far a startup has come."""

    IDEA = "idea", _("Ý tưởng")
    PROTOTYPE = "prototype", _("Làm thử")
    EARLY = "early", _("Bắt đầu bán")
    GROWTH = "growth", _("Đang lớn")
    MATURE = "mature", _("Ổn định")


class Need(models.TextChoices):
    """What a startup seeks."""

    CAPITAL = "capital", _("Vốn")
    MARKET = "market", _("Đầu ra")
    TECHNOLOGY = "technology", _("Công nghệ")
    PEOPLE = "people", _("Người làm")
    PARTNER = "partner", _("Đối tác")
    SPACE = "space", _("Mặt bằng")
    ADVICE = "advice", _("Cố vấn")


class LinkKind(models.TextChoices):
    """Where a startup can be found on the web."""

    WEBSITE = "website", _("Trang web")
    FACEBOOK = "facebook", "Facebook"
    ZALO = "zalo", "Zalo"
    YOUTUBE = "youtube", "YouTube"
    TIKTOK = "tiktok", "TikTok"
    SHOP = "shop", _("Gian hàng trên sàn")
    OTHER = "other", _("Liên kết khác")


class ContactKind(models.TextChoices):
    """How to reach someone."""

    PHONE = "phone", _("Điện thoại")
    EMAIL = "email", _("Thư điện tử")
    ZALO = "zalo", "Zalo"
    ADDRESS = "address", _("Địa chỉ")


class ProductKind(models.TextChoices):
    """Something to hold, or a way of doing."""

    PRODUCT = "product", _("Sản phẩm")
    SOLUTION = "solution", _("Giải pháp")


class Readiness(models.TextChoices):
    """How ready a product or solution is."""

    IDEA = "idea", _("Ý tưởng")
    PROTOTYPE = "prototype", _("Bản mẫu")
    PILOT = "pilot", _("Đang dùng thử")
    MARKET = "market", _("Đã bán")
    SCALED = "scaled", _("Bán rộng")


class CertificateKind(models.TextChoices):
    """What a certificate certifies."""

    OCOP = "ocop", "OCOP"
    VIETGAP = "vietgap", "VietGAP"
    ORGANIC = "organic", _("Hữu cơ")
    FOOD_SAFETY = "food_safety", _("An toàn thực phẩm")
    ISO = "iso", "ISO"
    TRADEMARK = "trademark", _("Nhãn hiệu")
    PATENT = "patent", _("Sáng chế, giải pháp hữu ích")
    OTHER = "other", _("Khác")
