"""The concrete base of every page type: one index, one facet table, one QuerySet over all."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from core import slugs
from core.forms import BasePageCopyForm, BasePageForm
from core.kinds import COVER_KINDS, Kind
from core.meta import PageMeta
from core.models import panels
from core.models.described import Described
from core.models.editorial import Editorial
from core.models.syndicated import Syndicated
from core.querysets import BasePageManager
from core.texts import clean_texts
from core.visibility import is_closed
from vietnamese import clean, fold, initial, slugify, sort_key


class BasePage(Editorial, Described, Syndicated, Page):
    """Fields, rules and manners shared by every page of the site."""

    page_kind: ClassVar[Kind] = Kind.PAGE
    slug_fields: ClassVar[tuple[str, ...]] = ("title",)
    """What the address is made of: the first of these fields that yields one."""
    own_address: ClassVar[str] = ""
    """A reserved word that is this type's own: the site's routes lie below its page."""

    kind = models.CharField(
        _("Loại"), max_length=20, choices=Kind.choices, editable=False, db_index=True
    )
    listed_at = models.DateTimeField(null=True, editable=False, db_index=True)
    year = models.PositiveSmallIntegerField(null=True, editable=False, db_index=True)
    facet_group = models.CharField(max_length=32, blank=True, editable=False, db_index=True)
    title_sort = models.CharField(max_length=255, editable=False, db_index=True)
    initial = models.CharField(max_length=2, editable=False, db_index=True)
    folded_text = models.TextField(editable=False, blank=True)

    sapo = models.TextField(
        _("Sapo"),
        max_length=600,
        blank=True,
        help_text=_(
            "30 đến 60 tiếng: chuyện gì, với ai, có ích gì cho người đọc. "
            "Hiện ở danh sách và khi chia sẻ."
        ),
    )
    lead_image = models.ForeignKey(
        "library.CustomImage",
        verbose_name=_("Ảnh chính"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Không có ảnh thì trang tự dệt một hoa văn từ tiêu đề."),
    )
    lead_alt = models.CharField(
        _("Mô tả ảnh cho người không nhìn thấy"),
        max_length=300,
        blank=True,
        help_text=_("Nói điều thấy trong ảnh. Để trống thì dùng mô tả trong thư viện ảnh."),
    )
    lead_decorative = models.BooleanField(_("Ảnh chỉ để trang trí"), default=False)
    lead_caption = models.CharField(_("Chú thích ảnh"), max_length=300, blank=True)
    lead_credit = models.CharField(
        _("Nguồn ảnh"), max_length=160, blank=True, help_text=_("Ví dụ: Ảnh: Nguyễn Văn A")
    )
    social_image = models.ForeignKey(
        "library.CustomImage",
        verbose_name=_("Ảnh khi chia sẻ"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Chỉ cần khi ảnh chính không hợp với khung 1200 × 630."),
    )
    primary_topic = models.ForeignKey(
        "core.Topic",
        verbose_name=_("Chủ đề chính"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    topics = ParentalManyToManyField(
        "core.Topic", verbose_name=_("Chủ đề khác"), blank=True, related_name="pages"
    )
    tags = ClusterTaggableManager(
        through="core.PageTag",
        blank=True,
        verbose_name=_("Từ khóa"),
        help_text=_("Vài từ người đọc có thể gõ để tìm bài này, cách nhau bằng dấu phẩy."),
    )
    plan_tasks = ParentalManyToManyField(
        "core.PlanTask",
        verbose_name=_("Nhiệm vụ của kế hoạch"),
        blank=True,
        related_name="pages",
        help_text=_("Bài này phục vụ nhiệm vụ nào? Báo cáo năm đếm theo ô này."),
    )
    is_sample = models.BooleanField(default=False, editable=False)

    base_form_class = BasePageForm
    copy_form_class = BasePageCopyForm
    is_creatable = False
    show_in_menus_default = False
    exclude_fields_in_copy = [*Syndicated.exclude_fields_in_copy, "is_sample"]

    content_panels = panels.CONTENT
    promote_panels = [*panels.PROMOTE, *Syndicated.syndication_panels]
    settings_panels = panels.SETTINGS

    search_fields = [
        *Page.search_fields,
        index.SearchField("sapo"),
        index.AutocompleteField("sapo"),
        index.FilterField("kind"),
        index.FilterField("year"),
        index.FilterField("facet_group"),
        index.FilterField("primary_topic_id"),
        index.FilterField("listed_at"),
        index.FilterField("withdrawn_at"),
    ]

    objects = BasePageManager()

    class Meta:
        verbose_name = _("trang")
        verbose_name_plural = _("trang")
        indexes = [models.Index(fields=["kind", "-listed_at"], name="core_kind_listed")]
        permissions = [
            ("set_privacy", "Đặt quyền xem trang"),
            ("remove_published", "Xóa trang đã từng đăng"),
        ]

    # --- columns kept from other fields ---------------------------------------------------------
    def get_listed_at(self) -> datetime | None:
        """The moment this item is sorted and archived by; None while it was never published."""
        return self.first_published_at

    def get_facet_group(self) -> str:
        """The column or sector this item is filed under, or ''."""
        return ""

    def refresh_facet_group(self) -> None:
        """Write the facet anew after the page or its parent has moved."""
        group = self.get_facet_group()
        if group != self.facet_group:
            self.facet_group = group
            BasePage.objects.filter(pk=self.pk).update(facet_group=group)

    def fill_columns(self) -> None:
        """Set the columns that lists, facets and the plain search read."""
        self.kind = self.page_kind
        self.listed_at = self.get_listed_at()
        self.year = timezone.localtime(self.listed_at).year if self.listed_at else None
        self.facet_group = self.get_facet_group()
        self.fill_sort_columns()

    def fill_sort_columns(self) -> None:
        """Those that depend on the words alone."""
        self.title_sort = sort_key(self.title)
        self.initial = initial(self.title)
        self.folded_text = fold(f"{self.title} {self.sapo}")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the derived columns in step."""
        self.fill_columns()
        super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> "BasePage":
        """An older version never brings back what was withdrawn, nor another identity."""
        page: BasePage = super().with_content_json(content)
        for name in ("uuid", "withdrawn_at", "withdrawn_why", "withdrawn_note"):
            setattr(page, name, getattr(self, name))
        return page

    # --- titles and addresses -------------------------------------------------------------------
    def _set_core_field_defaults(self) -> None:
        clean_texts(self)
        if not self.slug and self.path:
            self.slug = slugs.unused(self.slug_basis(vars(self)), self._slug_is_taken)
        super()._set_core_field_defaults()

    @classmethod
    def slug_basis(cls, values: Mapping[str, Any]) -> str:
        """The address these field values ask for; the kind where they yield none."""
        words = (slugify(clean(values.get(name) or "")) for name in cls.slug_fields)
        return next(filter(None, words), cls.page_kind.value)

    def _slug_is_taken(self, slug: str) -> bool:
        if self._slug_is_reserved(slug):
            return True
        return not Page._slug_is_available(slug, self.get_parent(), self)

    def _slug_is_reserved(self, slug: str) -> bool:
        own = slug == self.own_address
        return bool(self.path) and not own and slugs.is_reserved(slug, depth=self.depth)

    def clean(self) -> None:
        """Refuse an address that would shadow a route of the site."""
        super().clean()
        if self._slug_is_reserved(self.slug):
            raise ValidationError({"slug": slugs.RESERVED_MESSAGE % {"slug": self.slug}})

    def can_move_to(self, parent: Page) -> bool:
        """Nor may a page be moved to where its address would shadow a route."""
        shadows = slugs.is_reserved(self.slug, depth=parent.depth + 1)
        return not shadows and super().can_move_to(parent)

    # --- serving --------------------------------------------------------------------------------
    @property
    def is_over(self) -> bool:
        """Past its expiry, whether or not the clock has run since."""
        return bool(self.expire_at and self.expire_at <= timezone.now())

    @property
    def is_withdrawn(self) -> bool:
        """Was public and was taken back: its address says so. A draft never was."""
        return bool(self.withdrawn_at and self.live and not self.is_over)

    def is_visible(self) -> bool:
        """The rule of `visible()` for one page already at hand."""
        shown = self.live and not self.is_over and not self.withdrawn_at
        return bool(shown and not is_closed(self.path))

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Serve only what is visible: what is hidden closes its whole branch.

        A withdrawn page alone is still reached, to say that it was withdrawn (see `serve`).
        """
        if self.is_withdrawn and not path_components:
            return RouteResult(self)
        if not self.live or self.is_over or self.withdrawn_at:
            raise Http404
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A withdrawn page says that it was, and why, with status 410."""
        if self.withdrawn_at:
            meta = PageMeta(gettext("Bài đã được gỡ"), indexed=False, addressed=False)
            context = {"page": None, "withdrawn": self, "meta": meta}
            return TemplateResponse(request, "410.html", context, status=410)
        return super().serve(request, *args, **kwargs)

    # --- words for templates --------------------------------------------------------------------
    @property
    def cover_kind(self) -> str:
        """The ground of the cover art that stands in for a missing picture."""
        return COVER_KINDS.get(self.page_kind, COVER_KINDS.get(self.kind, "neutral"))

    @property
    def picture_alt(self) -> str:
        """Alternative text of the lead picture; '' when it is decoration."""
        if self.lead_decorative or not self.lead_image:
            return ""
        return self.lead_alt or self.lead_image.default_alt_text

    @cached_property
    def all_topics(self) -> list[Any]:
        """The first topic, then the others, none twice."""
        topics = [self.primary_topic] if self.primary_topic else []
        return topics + [topic for topic in self.topics.all() if topic.pk != self.primary_topic_id]

    @cached_property
    def visible_ancestors(self) -> list["BasePage"]:
        """For the breadcrumb: from below the home page down to the parent."""
        above = BasePage.objects.ancestor_of(self).visible()
        return list(above.filter(depth__gt=2).order_by("depth"))
