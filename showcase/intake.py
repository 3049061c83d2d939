"""What the showcase takes in: new units, further products, corrections."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.kinds import Kind
from core.models import BasePage
from showcase.choices import ProductKind
from showcase.forms import (
    FirstProductForm,
    FurtherProductForm,
    ProductChangeForm,
    StartupWhoForm,
    UnitChangeForm,
)
from showcase.models import Sector, ShowcaseIndexPage, StartupPage
from submissions import intake
from submissions.intake import Intake, Payload, Preview
from submissions.models.consent import Purpose


class ShowcaseIntake(Intake):
    """What all kinds of the showcase share."""

    def section(self) -> Any:
        """The showcase's editors read it."""
        return ShowcaseIndexPage.objects.first()

    def title(self, payload: Payload, subject: Any = None) -> str:
        """The name of the product."""
        return str(payload.get("title") or "")

    def preview(self, payload: Payload, subject: Any = None) -> Preview:
        """The card of the product."""
        kind = dict(ProductKind.choices).get(payload.get("product_kind"), "")
        sectors = Sector.objects.filter(pk__in=payload.get("sectors") or [])
        kick = " · ".join(filter(None, [str(kind), *[str(sector) for sector in sectors[:1]]]))
        maker = payload.get("unit_name") or (subject.title if subject else "")
        meta = " · ".join(filter(None, [maker, payload.get("price_note")]))
        return Preview(kick, self.title(payload), payload.get("tagline") or "", meta)


class StartupIntake(ShowcaseIntake):
    """A new unit with its first product."""

    kind = "don-vi"
    label = gettext_lazy("Đơn vị mới và sản phẩm đầu tiên")
    summary = gettext_lazy(
        "Bạn chưa có trang ở đây: hộ kinh doanh, tổ, hợp tác xã, công ty, một người."
    )
    icon = "person"
    order = 10
    who_title = gettext_lazy("Bạn là ai, ở đơn vị nào?")
    content_title = gettext_lazy("Kể về sản phẩm của bạn")
    takes_certificates = True

    def who_form(self, subject: Any = None) -> type[forms.Form]:
        """Also the unit in brief."""
        return StartupWhoForm

    def content_form(self, subject: Any = None) -> type[forms.Form]:
        """The product, and a little more of the unit."""
        return FirstProductForm


class ProductIntake(ShowcaseIntake):
    """One more product of a unit on the site."""

    kind = "san-pham"
    label = gettext_lazy("Thêm sản phẩm, giải pháp")
    summary = gettext_lazy("Đơn vị của bạn đã có trang, nay có thứ mới để giới thiệu.")
    icon = "star"
    order = 20
    content_title = gettext_lazy("Kể về sản phẩm mới")
    takes_certificates = True
    subject_label = gettext_lazy("Đơn vị nào?")

    def subjects(self) -> Any:
        """Units on the site."""
        return StartupPage.objects.visible().a_to_z()

    def content_form(self, subject: Any = None) -> type[forms.Form]:
        """The product alone."""
        return FurtherProductForm


class CorrectionIntake(ShowcaseIntake):
    """A change to what is on the site: of a unit or of a product."""

    kind = "sua-thong-tin"
    label = gettext_lazy("Sửa thông tin đã đăng")
    summary = gettext_lazy(
        "Giá đổi, địa chỉ đổi, ghi nhầm: sửa thẳng vào chỗ sai, phường xem rồi đăng."
    )
    icon = "tick"
    order = 50
    who_title = gettext_lazy("Sửa trang nào, bạn là ai?")
    content_title = gettext_lazy("Sửa chỗ chưa đúng")
    content_short = gettext_lazy("sửa thông tin")
    purposes = (Purpose.HANDLING,)
    subject_label = gettext_lazy("Sửa trang nào?")
    is_correction = True

    def subjects(self) -> Any:
        """Units and products on the site."""
        return BasePage.objects.visible().filter(kind__in=[Kind.STARTUP, Kind.PRODUCT]).by_title()

    def content_form(self, subject: Any = None) -> type[forms.Form]:
        """By what it is."""
        is_unit = subject is not None and subject.kind == Kind.STARTUP
        return UnitChangeForm if is_unit else ProductChangeForm

    def title(self, payload: Payload, subject: Any = None) -> str:
        """Of what it changes."""
        name = subject.title if subject else payload.get("title", "")
        return _("Sửa: %s") % name


KINDS: tuple[Intake, ...] = (StartupIntake(), ProductIntake(), CorrectionIntake())


def register_intakes() -> None:
    """Called once when the app is ready."""
    for kind in KINDS:
        intake.register(kind)
