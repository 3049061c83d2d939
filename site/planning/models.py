"""What is planned, and the templates of usual pieces."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, Revision, WorkflowState

from core.blocks import BodyBlock
from core.kinds import CONTENT_KINDS, Kind
from core.slugs import unused
from core.texts import clean_texts
from vietnamese import slugify

WRITABLE_CHOICES = [(kind.value, kind.label) for kind in CONTENT_KINDS]


class PieceTemplate(models.Model):
    """A usual piece with headings and prompts, from which a writer begins."""

    key = models.SlugField(max_length=60, unique=True, editable=False)
    kind = models.CharField(_("Loại"), max_length=20, choices=WRITABLE_CHOICES)
    name = models.CharField(_("Tên bài mẫu"), max_length=120)
    description = models.CharField(
        _("Dùng khi nào"), max_length=255, blank=True, help_text=_("Một câu, hiện ở màn hình Viết.")
    )
    sapo = models.TextField(
        _("Lời nhắc ở sapo"),
        max_length=600,
        blank=True,
        help_text=_("Đặt lời nhắc trong [ngoặc vuông] để máy tìm ra chỗ người viết còn bỏ sót."),
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("Nội dung"),
        blank=True,
        help_text=_("Các đề mục và lời nhắc. Lời nhắc đặt trong [ngoặc vuông]."),
    )

    panels = [FieldPanel(name) for name in ("name", "kind", "description", "sapo", "body")]

    class Meta:
        ordering = ["kind", "pk"]
        verbose_name = _("bài mẫu")
        verbose_name_plural = _("bài mẫu")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new one gets its key from its name."""
        if not self.key:
            taken = PieceTemplate.objects.exclude(pk=self.pk)
            basis = slugify(self.name)[:50] or "bai-mau"
            self.key = unused(basis, lambda key: taken.filter(key=key).exists())
        super().save(*args, **kwargs)


class PlanEntryQuerySet(models.QuerySet):
    """Words about what is planned."""

    def for_user(self, user: Any) -> Self:
        """What this person may see and change: editors all, contributors their own."""
        if user.has_perm("planning.change_planentry"):
            return self.all()
        if user.has_perm("planning.add_planentry"):
            return self.filter(Q(writer=user) | Q(created_by=user))
        return self.none()

    def open(self) -> Self:
        """Not given up."""
        return self.filter(dropped_at__isnull=True)

    def between(self, start: date, end: date) -> Self:
        """Planned from `start` to `end`, both included."""
        return self.filter(planned_on__range=(start, end))

    def with_states(self) -> Self:
        """All that `state` needs, in one query."""
        pages = ContentType.objects.get_for_model(Page)
        key = Cast(OuterRef("page_id"), CharField())
        scheduled = Revision.objects.filter(
            base_content_type=pages, object_id=key, approved_go_live_at__isnull=False
        )
        review = WorkflowState.objects.filter(
            base_content_type=pages, object_id=key, status=WorkflowState.STATUS_IN_PROGRESS
        )
        return self.select_related("page", "writer").annotate(
            is_scheduled=Exists(scheduled), in_review=Exists(review)
        )


class PlanState(models.TextChoices):
    """How far an entry has come; nobody sets it, it follows the page."""

    IDEA = "y-tuong", _("ý tưởng")
    WRITING = "dang-viet", _("đang viết")
    REVIEW = "cho-duyet", _("chờ duyệt")
    SCHEDULED = "hen-gio", _("hẹn giờ")
    PUBLISHED = "da-dang", _("đã đăng")
    DROPPED = "bo", _("bỏ")


class PlanEntry(models.Model):
    """Something to appear on a day: an idea first, later tied to the page written for it."""

    title = models.CharField(_("Tên bài dự kiến"), max_length=255)
    kind = models.CharField(
        _("Loại"), max_length=20, choices=WRITABLE_CHOICES, default=Kind.NEWS.value
    )
    planned_on = models.DateField(_("Ngày dự kiến"), db_index=True)
    planned_time = models.TimeField(_("Giờ"), null=True, blank=True)
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Người viết"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="plan_entries",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    parent = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("Chuyên mục"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    template = models.ForeignKey(
        PieceTemplate,
        verbose_name=_("Bài mẫu"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    summary = models.TextField(
        _("Ý chính"),
        max_length=600,
        blank=True,
        help_text=_("Một hai câu. Khi bắt đầu viết, phần này thành sapo."),
    )
    note = models.TextField(
        _("Ghi chú"),
        blank=True,
        help_text=_("Hỏi ai, ảnh ở đâu, việc cần nhớ. Không hiện ra trang."),
    )
    repeats_yearly = models.BooleanField(
        _("Lặp lại hằng năm"),
        default=False,
        help_text=_(
            "Qua ngày này, lịch tự có mục cho năm sau. Việc theo âm lịch thì nhớ sửa lại ngày."
        ),
    )
    repeats_from = models.OneToOneField(
        "self",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="next_year",
    )
    page = models.ForeignKey(
        "core.BasePage",
        verbose_name=_("Bài"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="plan_entries",
    )
    dropped_at = models.DateTimeField(_("Bỏ lúc"), null=True, editable=False)

    objects = PlanEntryQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["planned_on", "planned_time", "pk"]
        verbose_name = _("mục trong lịch biên tập")
        verbose_name_plural = _("lịch biên tập")
        default_permissions = ("add", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["page"],
                condition=Q(dropped_at__isnull=True),
                name="planning_one_open_entry_a_page",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with clean texts."""
        clean_texts(self)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """A place takes pieces of some kinds only."""
        super().clean()
        if self.parent_id and not self.kind_fits(self.parent):
            raise ValidationError({"parent": _("Chỗ này không nhận loại bài đã chọn.")})

    def kind_fits(self, parent: Page) -> bool:
        """Whether a page of this kind may stand there."""
        models_there = parent.specific_class.creatable_subpage_models()
        return any(getattr(model, "page_kind", None) == self.kind for model in models_there)

    @property
    def state(self) -> PlanState:
        """How far it has come; `with_states` saves the questions."""
        if self.dropped_at:
            return PlanState.DROPPED
        if self.page is None:
            return PlanState.IDEA
        if self.page.live:
            return PlanState.PUBLISHED
        if self._known("is_scheduled", lambda: bool(self.page.scheduled_revision)):
            return PlanState.SCHEDULED
        if self._known("in_review", lambda: bool(self.page.workflow_in_progress)):
            return PlanState.REVIEW
        return PlanState.WRITING

    def _known(self, name: str, ask: Any) -> bool:
        return vars(self)[name] if name in vars(self) else ask()

    @property
    def is_late(self) -> bool:
        """Its day has passed and nothing has appeared."""
        done = (PlanState.PUBLISHED, PlanState.DROPPED)
        return self.planned_on < timezone.localdate() and self.state not in done

    @property
    def last_year(self) -> "PlanEntry | None":
        """The entry it repeats, if something was written for that one."""
        before = self.repeats_from
        return before if before and before.page_id else None
