"""The kinds: what each asks, and what becomes of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.kinds import Kind
from core.models import BasePage
from showcase.choices import ProductKind
from showcase.confirming import confirm, not_confirmed_since
from showcase.forms import (
    ContactForm,
    FirstProductForm,
    FurtherProductForm,
    ProductChangeForm,
    StartupWhoForm,
    UnitChangeForm,
)
from showcase.intake import changing, making, matching, people
from showcase.models import Sector, ShowcaseIndexPage, StartupPage
from submissions.drafting import add_draft, newest_draft, save_draft, set_lead
from submissions.intake import Difference, Intake, Match, Material, Payload, Preview, ReviewError
from submissions.models.consent import Purpose


class ShowcaseIntake(Intake):
    """What all kinds of the showcase share."""

    def section(self) -> Any:
        """The showcase's editors read it."""
        return ShowcaseIndexPage.objects.first()

    def confirm(self, submission: Any, day: date) -> None:
        """On the startups it became."""
        confirm(submission.results.values("page"), day)

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

    def matches(self, submissions: Sequence[Any]) -> dict[int, list[Match]]:
        """Also among units and products on the site."""
        return matching.matches(submissions)

    def release(self, submission: Any, consents: set[str]) -> None:
        """Contacts and founders."""
        people.release(submission, consents)

    def forget(self, submission: Any) -> None:
        """Contacts and founders, whoever wrote them down."""
        people.forget(submission)

    def is_stranger(self, submission: Any) -> bool:
        """Who writes about a unit without its private link, and for whom nobody has vouched."""
        startup = people.startup_of(submission)
        return startup is not None and not people.speaks_for(submission, startup)


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

    def to_confirm(self, before: date) -> Any:
        """Startups alone: their products stand and rest with them."""
        return not_confirmed_since(before)

    def who_form(self, subject: Any = None) -> type[forms.Form]:
        """Also the unit in brief."""
        return StartupWhoForm

    def content_form(self, subject: Any = None) -> type[forms.Form]:
        """The product, and a little more of the unit."""
        return FirstProductForm

    def make(self, submission: Any, user: Any, material: Material) -> list[Any]:
        """The unit, and its product below it."""
        payload = submission.payload
        startup = making.new_startup(payload, submission.sender.tax_code)
        add_draft(parent=self.section(), page=startup, user=user)
        product = making.new_product(payload, material.pictures, with_website=False)
        return [startup, add_draft(parent=startup, page=product, user=user)]


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

    def make(self, submission: Any, user: Any, material: Material) -> list[Any]:
        """The product, below its unit."""
        if submission.subject is None:
            raise ReviewError(_("Trang của đơn vị không còn."))
        product = making.new_product(submission.payload, material.pictures, with_website=True)
        return [add_draft(parent=submission.subject, page=product, user=user)]


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

    def who_form_by_link(self, subject: Any = None) -> type[forms.Form]:
        """Also the contacts the unit's page shows, or may show."""
        return ContactForm

    def content_form(self, subject: Any = None) -> type[forms.Form]:
        """By what it is."""
        is_unit = subject is not None and subject.kind == Kind.STARTUP
        return UnitChangeForm if is_unit else ProductChangeForm

    def initial(self, subject: Any) -> dict[str, Any]:
        """As the live page has it."""
        return changing.initial(subject)

    def differences(self, submission: Any) -> list[Difference]:
        """Against the live page."""
        form_class = self.content_form(submission.subject)
        return changing.differences(form_class, submission)

    def apply(self, submission: Any, user: Any, material: Material) -> Any:
        """The changed fields alone, and new pictures behind those there are."""
        page = newest_draft(submission.subject)
        changed = self.differences(submission)
        if not changed and not material.pictures:
            return page
        changing.write(page, changed, submission)
        rest = set_lead(page, material.pictures)
        if page.kind == Kind.PRODUCT:
            making.add_media(page, rest)
        return save_draft(page=page, user=user)

    def title(self, payload: Payload, subject: Any = None) -> str:
        """Of what it changes."""
        name = subject.title if subject else payload.get("title", "")
        return _("Sửa: %s") % name


KINDS: tuple[Intake, ...] = (StartupIntake(), ProductIntake(), CorrectionIntake())
