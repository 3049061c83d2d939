"""The news index and its columns."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.kinds import Kind
from core.listing import Listing, MonthFacet, TopicFacet, YearFacet
from core.models import BasePage, ListingMixin
from core.models.panels import TITLE


class NewsListing(Listing):
    """Articles by year, month and topic."""

    facets = [TopicFacet(), YearFacet(), MonthFacet()]


class NewsIndexPage(ListingMixin, BasePage):
    """All news of the site, newest first; holds the columns."""

    page_kind = Kind.LISTING
    page_description = _("Trang đầu của mục tin tức, chứa các chuyên mục.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.ColumnPage"]
    max_count = 1

    content_panels = [TITLE, *ListingMixin.intro_panels]

    class Meta:
        verbose_name = _("trang tin tức")
        verbose_name_plural = _("trang tin tức")

    def columns(self) -> Any:
        """Visible columns in the order of the tree."""
        return ColumnPage.objects.visible().child_of(self).order_by("path")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the listing and the columns."""
        from news.models.article import ArticlePage

        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.visible().newest_first()
        context["listing"] = NewsListing(request, articles)
        context["columns"] = self.columns()
        return context


class ColumnPage(ListingMixin, BasePage):
    """A column (chuyên mục) of the news."""

    class ColumnKind(models.TextChoices):
        """What a column is for."""

        ACTIVITY = "activity", _("Hoạt động của phường")
        POLICY = "policy", _("Chính sách")
        DIGITAL = "digital", _("Chuyển đổi số")
        SCIENCE = "science", _("Khoa học – công nghệ")
        SUPPORT = "support", _("Hỗ trợ khởi nghiệp")
        OTHER = "other", _("Khác")

    page_kind = Kind.LISTING
    page_description = _("Một chuyên mục: tin cùng loại, do một nhóm biên tập lo.")
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types = ["news.ArticlePage"]

    column_kind = models.CharField(
        _("Loại chuyên mục"),
        max_length=20,
        choices=ColumnKind.choices,
        default=ColumnKind.ACTIVITY,
    )
    default_plan_tasks = ParentalManyToManyField(
        "core.PlanTask",
        verbose_name=_("Nhiệm vụ mặc định"),
        blank=True,
        related_name="+",
        help_text=_(
            "Bài mới trong chuyên mục này tự nhận các nhiệm vụ ấy; người viết vẫn đổi được."
        ),
    )

    content_panels = [
        TITLE,
        FieldPanel("column_kind"),
        *ListingMixin.intro_panels,
        FieldPanel("default_plan_tasks"),
    ]
    search_fields = [*BasePage.search_fields, index.FilterField("column_kind")]

    class Meta:
        verbose_name = _("chuyên mục")
        verbose_name_plural = _("chuyên mục")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the listing and the sister columns."""
        from news.models.article import ArticlePage

        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.visible().in_column(self).newest_first()
        context["listing"] = NewsListing(request, articles)
        context["index"] = self.get_parent().specific
        context["columns"] = context["index"].columns()
        return context
