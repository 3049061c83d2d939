"""The strip of figures at the head of the desk."""

from datetime import date
from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.site_summary import SummaryItem
from wagtail.images import get_image_model

from accounts.roles import Role, decides, holders
from core.models import BasePage
from workflow.models import EditorialSettings

SOON = 14


class Figure(SummaryItem):
    """A number, what it counts, and where that is."""

    template_name = "desk/figure.html"
    words: ClassVar[str | Promise] = ""
    tone: str = ""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.value = self.get_value()

    def get_value(self) -> Any:
        """What is counted."""
        raise NotImplementedError

    def get_url(self) -> str:
        """Where the things counted are listed; '' for nowhere."""
        return ""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Number, words, address."""
        return {
            "value": self.value, "words": self.words, "url": self.get_url(), "tone": self.tone
        }  # fmt: skip


class PublicPages(Figure):
    """What readers can find."""

    order = 100
    words = _("Trang đang đăng")

    def get_value(self) -> int:
        """Items, not the lists that hold them."""
        return BasePage.objects.visible().content().count()

    def get_url(self) -> str:
        """The tree."""
        return reverse("wagtailadmin_explore_root")


class Drafts(Figure):
    """What is being written."""

    order = 110
    words = _("Bản nháp")

    def get_value(self) -> int:
        """Never published, or taken back to be written anew."""
        drafts = BasePage.objects.filter(live=False, expired=False, withdrawn_at__isnull=True)
        return drafts.content().count()


class Pictures(Figure):
    """The library of pictures."""

    order = 130
    words = _("Ảnh")

    def get_value(self) -> int:
        """All of them."""
        return get_image_model().objects.count()

    def get_url(self) -> str:
        """The library."""
        return reverse("wagtailimages:index")


class YearlyReport(Figure):
    """How long there is until the yearly report is due."""

    order = 900
    tone = "report"

    def get_value(self) -> int:
        """Days from today; 0 on the day itself."""
        self.due = next_report_day(timezone.localdate(), EditorialSettings.load(self.request))
        days = (self.due - timezone.localdate()).days
        self.tone = "report late" if days <= SOON else "report"
        return days

    def is_shown(self) -> bool:
        """To those who decide and those who report."""
        user = self.request.user
        return decides(user) or user in holders(Role.REPORTER)

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """`12 ngày` · `đến hạn báo cáo năm, 05/12`."""
        words = _("đến hạn báo cáo năm, %s") % self.due.strftime("%d/%m")
        value = _("%d ngày") % self.value if self.value else _("Hôm nay")
        return {"value": value, "words": words, "url": "", "tone": self.tone}


def next_report_day(today: date, settings: EditorialSettings) -> date:
    """The next day the report is due, today included."""
    due = settings.report_due_in(today.year)
    return due if due >= today else settings.report_due_in(today.year + 1)


ITEMS = (PublicPages, Drafts, Pictures, YearlyReport)
