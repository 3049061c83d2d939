"""Legal documents (văn bản): a library of what articles and reports refer to."""

import re
from datetime import datetime, time
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.search import index

from core.kinds import Kind
from core.listing import ColumnFacet, Listing, TopicFacet, YearFacet
from core.meta import Frame, Thing, moment, thing
from core.models import BasePage, ListingMixin
from core.models import panels as shared
from core.querysets import BasePageManager, BasePageQuerySet
from vietnamese import format_date

NUMBER_PATTERN = r"^\d+[A-Za-z]?(/\d{4})?/[A-ZĐ0-9\-]+$"


class DocumentKind(models.TextChoices):
    """Form of a document."""

    LAW = "luat", _("Luật")
    RESOLUTION = "nghi-quyet", _("Nghị quyết")
    DECREE = "nghi-dinh", _("Nghị định")
    DECISION = "quyet-dinh", _("Quyết định")
    CIRCULAR = "thong-tu", _("Thông tư")
    PLAN = "ke-hoach", _("Kế hoạch")
    GUIDE = "huong-dan", _("Hướng dẫn")
    LETTER = "cong-van", _("Công văn")
    OTHER = "khac", _("Khác")


class Effect(models.TextChoices):
    """Whether a document is in force."""

    IN_FORCE = "in_force", _("Còn hiệu lực")
    PARTLY = "partly", _("Hết hiệu lực một phần")
    EXPIRED = "expired", _("Hết hiệu lực")
    NOT_YET = "not_yet", _("Chưa có hiệu lực")
    UNKNOWN = "unknown", _("Chưa rõ")


class LegalDocumentQuerySet(BasePageQuerySet):
    """Documents."""

    def latest_first(self) -> "LegalDocumentQuerySet":
        """By day of issue, then by number as a number."""
        return self.order_by("-issued_on", "-number_sort", "pk")


class DocumentListing(Listing):
    """Documents by kind, state of force, topic and year."""

    page_size = 20
    facets = [
        ColumnFacet("dang", _("Loại văn bản"), "doc_kind", DocumentKind.choices),
        ColumnFacet("hieu-luc", _("Hiệu lực"), "effect", Effect.choices),
        TopicFacet(),
        YearFacet(),
    ]


class LegalDocumentIndexPage(ListingMixin, BasePage):
    """All documents."""

    page_kind = Kind.LISTING
    page_description = _("Trang đầu của thư viện văn bản.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["library.LegalDocumentPage"]
    max_count = 1

    content_panels = [shared.TITLE, *ListingMixin.intro_panels]

    class Meta:
        verbose_name = _("trang văn bản")
        verbose_name_plural = _("trang văn bản")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the listing."""
        context = super().get_context(request, *args, **kwargs)
        documents = LegalDocumentPage.objects.visible().child_of(self).latest_first()
        context["listing"] = DocumentListing(request, documents)
        return context


class LegalDocumentPage(BasePage):
    """One document: number, date, who issued it, whether it is in force, its files."""

    page_kind = Kind.DOCUMENT
    slug_fields = ("number", "title")  # the number is what people type and link to
    page_description = _("Một văn bản: số ký hiệu, ngày, trích yếu, hiệu lực, tệp.")
    parent_page_types = ["library.LegalDocumentIndexPage"]
    subpage_types: list[str] = []

    number = models.CharField(
        _("Số, ký hiệu"),
        max_length=60,
        blank=True,
        db_index=True,
        validators=[RegexValidator(NUMBER_PATTERN, _("Viết như 209/KH-UBND hoặc 224/2026/NĐ-CP."))],
    )
    issued_on = models.DateField(_("Ngày ban hành"), null=True, blank=True)
    doc_kind = models.CharField(
        _("Loại văn bản"), max_length=20, choices=DocumentKind.choices, db_index=True
    )
    issuer = models.CharField(_("Cơ quan ban hành"), max_length=200, blank=True)
    signer = models.CharField(_("Người ký"), max_length=120, blank=True)
    summary = models.TextField(
        _("Tóm tắt dễ hiểu"),
        blank=True,
        help_text=_("Vài câu cho người dân; không thay cho bản gốc."),
    )
    effective_from = models.DateField(_("Có hiệu lực từ"), null=True, blank=True)
    effective_until = models.DateField(_("Hết hiệu lực từ"), null=True, blank=True)
    effect = models.CharField(
        _("Tình trạng hiệu lực"),
        max_length=20,
        choices=Effect.choices,
        default=Effect.UNKNOWN,
        db_index=True,
    )
    verified = models.BooleanField(
        _("Đã đối chiếu với bản gốc"),
        default=False,
        help_text=_("Chưa đối chiếu thì trang ghi rõ “chưa kiểm chứng”."),
    )
    verify_note = models.CharField(_("Ghi chú kiểm chứng"), max_length=255, blank=True)
    original_url = models.URLField(_("Bản gốc trên mạng"), max_length=500, blank=True)
    number_sort = models.PositiveIntegerField(default=0, editable=False)

    content_panels = [
        TitleFieldPanel(
            "title", placeholder=_("Trích yếu"), help_text=_("Trích yếu, chép nguyên văn.")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("number"), FieldPanel("doc_kind")]),
                FieldRowPanel([FieldPanel("issued_on"), FieldPanel("issuer")]),
                FieldPanel("signer"),
            ],
            heading=_("Văn bản"),
        ),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("effect"),
                FieldRowPanel([FieldPanel("effective_from"), FieldPanel("effective_until")]),
            ],
            heading=_("Hiệu lực"),
        ),
        InlinePanel("files", heading=_("Tệp"), label=_("Tệp")),
        FieldPanel("original_url"),
        InlinePanel("relations", heading=_("Quan hệ với văn bản khác"), label=_("Quan hệ")),
        MultiFieldPanel(
            [FieldPanel("verified"), FieldPanel("verify_note")], heading=_("Kiểm chứng")
        ),
        shared.FILING,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("number"),
        index.SearchField("summary"),
        index.SearchField("issuer"),
        index.FilterField("doc_kind"),
        index.FilterField("effect"),
    ]

    objects = BasePageManager.from_queryset(LegalDocumentQuerySet)()

    class Meta:
        verbose_name = _("văn bản")
        verbose_name_plural = _("văn bản")

    @property
    def code(self) -> str:
        """“Kế hoạch 209/KH-UBND”."""
        return f"{self.get_doc_kind_display()} {self.number}".strip()

    tab_title = code

    @property
    def teaser(self) -> str:
        """Its plain summary; else what it is, of whom, of which day."""
        day = format_date(self.issued_on) if self.issued_on else ""
        plain = ", ".join(part for part in (self.code, self.issuer, day, self.title) if part)
        return self.search_description or self.summary or plain

    def get_listed_at(self) -> datetime | None:
        """Documents are archived by the day of issue."""
        if self.issued_on:
            return timezone.make_aware(datetime.combine(self.issued_on, time()))
        return self.first_published_at

    def fill_columns(self) -> None:
        """Also the number as a number, and the number among the words of the plain search."""
        super().fill_columns()
        digits = re.match(r"\d+", self.number)
        self.number_sort = min(int(digits[0]), 2**31 - 1) if digits else 0
        self.folded_text = f"{self.folded_text} {self.number.lower().replace('đ', 'd')}"

    def structured_data(self, frame: Frame) -> list[Thing]:
        """Legislation, as far as the library knows it."""
        law = thing(
            "Legislation",
            name=self.title,
            description=self.summary,
            url=frame.url,
            legislationIdentifier=self.number,
            legislationType=self.get_doc_kind_display(),
            legislationDate=moment(self.issued_on),
            legislationDateOfApplicability=moment(self.effective_from),
            inLanguage="vi",
        )
        return [law]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds relations both ways, hidden documents left out, and what refers to this one."""
        context = super().get_context(request, *args, **kwargs)
        context["relations"] = self._visible_relations()
        context["mentions"] = (
            BasePage.objects.visible().filter(articlepage__legal_references=self).newest_first()[:8]
        )
        return context

    def _visible_relations(self) -> list[dict[str, Any]]:
        from library.models.legal_parts import DocumentRelation

        rows = list(self.relations.all())
        back = list(DocumentRelation.objects.filter(target=self).select_related("page"))
        keys = [row.target_id for row in rows if row.target_id] + [row.page_id for row in back]
        seen = {page.pk: page for page in LegalDocumentPage.objects.visible().filter(pk__in=keys)}
        shown = []
        for row in rows:
            target = seen.get(row.target_id)
            if target or row.number:
                label = row.get_kind_display()
                shown.append({"label": label, "page": target, "number": row.number})
        for row in back:
            if row.page_id in seen:
                label = DocumentRelation.BACKWARD[row.kind]
                shown.append({"label": label, "page": seen[row.page_id], "number": ""})
        return shown
