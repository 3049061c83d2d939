"""In which state a page is, as one column of the database: shown, filtered and sorted alike."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Case, CharField, Exists, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, WorkflowState


class State(models.TextChoices):
    """From the first word to the last; the values are what the address bar shows."""

    DRAFT = "nhap", _("Bản nháp")
    WAITING = "cho-duyet", _("Chờ duyệt")
    RETURNED = "tra-lai", _("Cần sửa")
    SCHEDULED = "hen-gio", _("Hẹn giờ")
    LIVE = "da-dang", _("Đã đăng")
    CHANGED = "dang-sua", _("Đã đăng, đang sửa")
    EXPIRED = "het-han", _("Đã hết hạn")
    WITHDRAWN = "da-go", _("Đã gỡ")


def with_state(pages: QuerySet) -> QuerySet:
    """The pages, each with `state` and `planned_at`.

    What waits counts first, whatever is public meanwhile.
    """
    key = Cast(OuterRef("pk"), CharField())
    base = ContentType.objects.get_for_model(Page)
    flows = WorkflowState.objects.filter(base_content_type=base, object_id=key)
    planned = Revision.objects.filter(
        base_content_type=base, object_id=key, approved_go_live_at__isnull=False
    )

    def flow(status: str) -> Any:
        return Exists(flows.filter(status=status))

    state = Case(
        When(flow(WorkflowState.STATUS_IN_PROGRESS), then=Value(State.WAITING.value)),
        When(withdrawn_at__isnull=False, then=Value(State.WITHDRAWN.value)),
        When(flow(WorkflowState.STATUS_NEEDS_CHANGES), then=Value(State.RETURNED.value)),
        When(Exists(planned), then=Value(State.SCHEDULED.value)),
        When(live=True, has_unpublished_changes=True, then=Value(State.CHANGED.value)),
        When(live=True, then=Value(State.LIVE.value)),
        When(expired=True, then=Value(State.EXPIRED.value)),
        default=Value(State.DRAFT.value),
        output_field=CharField(),
    )
    when = Subquery(planned.values("approved_go_live_at")[:1])
    return pages.annotate(state=state, planned_at=when)
