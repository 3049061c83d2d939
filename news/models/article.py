"""News articles."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.search import index

from core.kinds import Kind
from core.meta import Frame, Thing
from core.models import BasePage, WithBody
from core.models import panels as shared
from core.related import related_to, visible_of
from news.models.correction import corrections_panel
from news.querysets import ArticleManager
from news.structured import describe_article


class ArticlePage(WithBody, BasePage):
    """A piece of news: what happened in the ward, what a policy means, how a thing is done."""

    page_kind = Kind.NEWS
    workflow_code = "editing"
    page_description = _("Một bài tin: việc vừa xảy ra, chính sách mới, cách làm hay.")
    parent_page_types = ["news.ColumnPage"]
    subpage_types: list[str] = []

    urgent = models.BooleanField(
        _("Tin khẩn"), default=False, help_text=_("Hiện trên đầu trang chủ tới giờ ghi bên cạnh.")
    )
    urgent_until = models.DateTimeField(_("Khẩn đến"), null=True, blank=True)
    byline = models.CharField(
        _("Tác giả hoặc bút danh"),
        max_length=160,
        blank=True,
        help_text=_("Ví dụ: Tin, ảnh: Hoàng Minh"),
    )
    legal_references = ParentalManyToManyField(
        "library.LegalDocumentPage",
        verbose_name=_("Văn bản liên quan"),
        blank=True,
        related_name="+",
        help_text=_("Văn bản trong thư viện mà bài nhắc tới."),
    )

    content_panels = [
        TitleFieldPanel(
            "title",
            placeholder=_("Tiêu đề bài"),
            help_text=_("Nên dưới 120 chữ: ai, làm gì, được gì."),
        ),
        FieldPanel("sapo"),
        shared.LEAD_IMAGE,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("byline"),
                FieldRowPanel([FieldPanel("urgent"), FieldPanel("urgent_until")]),
            ],
            heading=_("Tác giả và mức khẩn"),
        ),
        FieldPanel("legal_references"),
        corrections_panel(),
        shared.FILING,
    ]
    search_fields = [
        *BasePage.search_fields,
        *WithBody.body_search_fields,
        index.SearchField("byline"),
        index.FilterField("urgent"),
    ]

    objects = ArticleManager()

    class Meta:
        verbose_name = _("bài tin")
        verbose_name_plural = _("bài tin")

    def get_facet_group(self) -> str:
        """The column the article stands in."""
        parent = self.get_parent() if self.depth else None
        return f"chuyen-muc-{parent.pk}" if parent else ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new article takes the tasks of its column unless the writer chose some."""
        if self._state.adding and self.depth and not self.plan_tasks.all():
            tasks = getattr(self.column, "default_plan_tasks", None)
            self.plan_tasks.set(list(tasks.all()) if tasks else [])
        super().save(*args, **kwargs)

    @cached_property
    def column(self) -> Any:
        """The column page."""
        return self.get_parent().specific

    @property
    def is_urgent(self) -> bool:
        """Marked urgent and still within its time."""
        return self.urgent and (not self.urgent_until or self.urgent_until > timezone.now())

    def structured_data(self, frame: Frame) -> list[Thing]:
        """A NewsArticle."""
        return [describe_article(self, frame)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds related items and the documents the public may see."""
        context = super().get_context(request, *args, **kwargs)
        context["related"] = related_to(self)
        named = {key for block in self.body.raw_data if block["type"] == "legal_documents"
                 for key in _page_keys(block)}  # fmt: skip
        documents = visible_of(self.legal_references)
        context["documents"] = [page for page in documents if page.pk not in named]
        return context


def _page_keys(block: dict[str, Any]) -> list[int]:
    """Pages a stored block names; the margin need not name them again."""
    rows = (block.get("value") or {}).get("pages") or []
    return [row["value"] if isinstance(row, dict) else row for row in rows]
