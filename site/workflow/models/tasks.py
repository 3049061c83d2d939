"""The steps of the routes to publication, on Wagtail's own workflow.

`SectionTask` is the step of a section's editors (Biên tập, Thẩm định); `ApprovalTask` the last one
(Duyệt đăng), in which nobody changes what is being read and nobody approves what he wrote.
"""

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import Task, TaskState, Workflow, WorkflowState
from wagtail.signals import task_submitted

from accounts.roles import approvers, approves_for, editors_of, is_approver, is_editor_of
from workflow.content import hash_of, writers_since_live
from workflow.locks import ReviewLock


class Route(models.Model):
    """Which workflow a kind of page takes, by the code its page type names."""

    class Code(models.TextChoices):
        """Page types name all but the last."""

        APPROVAL = "approval", _("Duyệt đăng")
        EDITING = "editing", _("Biên tập rồi duyệt đăng")
        VETTING = "vetting", _("Thẩm định rồi duyệt đăng")
        SMALL = "small", _("Sửa nhỏ")

    code = models.CharField(max_length=20, choices=Code.choices, unique=True)
    workflow = models.OneToOneField(Workflow, on_delete=models.PROTECT, related_name="route")

    class Meta:
        verbose_name = _("đường đi của bài")
        verbose_name_plural = _("đường đi của bài")

    def __str__(self) -> str:
        return self.get_code_display()


class Priority(models.TextChoices):
    """How soon an item is wanted."""

    NORMAL = "thuong", _("Bình thường")
    URGENT = "gap", _("Gấp")


class ReviewTaskState(TaskState):
    """One passage of an item through a step: what was read, till when, how urgent."""

    content_hash = models.CharField(max_length=64, editable=False)
    due_at = models.DateTimeField(_("Hạn"), null=True)
    priority = models.CharField(
        _("Mức ưu tiên"), max_length=10, choices=Priority.choices, default=Priority.NORMAL
    )

    exclude_fields_in_copy: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("lượt duyệt")
        verbose_name_plural = _("lượt duyệt")

    @property
    def is_waiting(self) -> bool:
        """Whether there is still something to decide."""
        return bool(self.status == self.STATUS_IN_PROGRESS)

    @property
    def is_late(self) -> bool:
        """Past its hour."""
        return bool(self.due_at and self.due_at < timezone.now())


class CommentRequiredForm(TaskStateCommentForm):
    """Whoever returns a text says why."""

    comment = forms.CharField(
        label=_("Ý kiến"),
        required=True,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Hãy ghi cần sửa gì, để người viết biết.")},
    )


class ReviewTask(Task):
    """What both steps have in common."""

    task_state_class = ReviewTaskState
    lock_class = ReviewLock
    freezes: ClassVar[bool] = False

    class Meta:
        abstract = True

    # --- who ------------------------------------------------------------------------------------
    def holders(self, page: Any) -> models.QuerySet:
        """Everybody this step waits on today."""
        raise NotImplementedError

    def may_act(self, user: Any, page: Any) -> bool:
        """Whether this person may return the item."""
        raise NotImplementedError

    def may_approve(self, user: Any, page: Any) -> bool:
        """Whether this person may let it go on."""
        return self.may_act(user, page)

    # --- Wagtail's questions --------------------------------------------------------------------
    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        """Begin; nobody keeps a lock, and what is to be read is pinned by a hash."""
        from workflow.deadlines import due_for

        page = workflow_state.content_object.specific
        page.__class__.objects.filter(pk=page.pk).update(
            locked=False, locked_by=None, locked_at=None
        )
        before = ReviewTaskState.objects.filter(workflow_state=workflow_state).last()
        state = ReviewTaskState(
            workflow_state=workflow_state, task=self, revision=page.get_latest_revision()
        )
        state.priority = before.priority if before else default_priority(page)
        state.content_hash = hash_of(state.revision_id)
        state.due_at = due_for(page, self, state.priority)
        if self.is_done_by_sending(user, page):
            state.status = TaskState.STATUS_SKIPPED
            state.finished_at, state.finished_by = timezone.now(), user
        state.save()
        if state.is_waiting:
            task_submitted.send(sender=ReviewTaskState, instance=state, user=user)
        return state

    def is_done_by_sending(self, user: Any, page: Any) -> bool:
        """Whether the sender's own work was this step."""
        return False

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Through the one service that decides."""
        from workflow.services.decisions import decide

        if action_name in ("approve", "reject"):
            decide(
                state_id=task_state.pk,
                user=user,
                approve=action_name == "approve",
                comment=kwargs.get("comment", ""),
            )

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        """Those who hold it may open it."""
        return self.may_act(user, obj)

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        """Returning asks for a comment."""
        return CommentRequiredForm if action == "reject" else TaskStateCommentForm

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """As in the review screen; four eyes count here too."""
        actions: list[tuple[str, Any, bool]] = []
        if self.may_act(user, obj):
            actions.append(("reject", _("Trả lại kèm ý kiến"), True))
        if self.may_approve(user, obj):
            actions.append(("approve", self.approve_label, False))
        return actions

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> models.QuerySet:
        """What waits on this person."""
        rows = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        rows = rows.select_related("workflow_state__base_content_type")
        pages = ((row.pk, row.workflow_state.content_object) for row in rows)
        keys = [key for key, page in pages if page and self.may_approve(user, page.specific)]
        return TaskState.objects.filter(pk__in=keys)


class SectionTask(ReviewTask):
    """Biên tập, Thẩm định: the section's editors mend the text and pass it on."""

    approve_label = _("Xong, trình duyệt đăng")

    class Meta:
        verbose_name = _("bước của biên tập viên phụ trách mảng")
        verbose_name_plural = _("bước của biên tập viên phụ trách mảng")

    def holders(self, page: Any) -> models.QuerySet:
        """The section's editors; the approvers where it has none."""
        editors = editors_of(page)
        return editors if editors.exists() else approvers()

    def may_act(self, user: Any, page: Any) -> bool:
        """Editors of the section, and approvers."""
        return is_editor_of(user, page) or is_approver(user)

    def is_done_by_sending(self, user: Any, page: Any) -> bool:
        """An editor who sends a text of his section has edited it."""
        return user is not None and self.may_act(user, page)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """Only those who hold it write."""
        return not self.may_act(user, obj)

    @classmethod
    def get_description(cls) -> Any:
        """In the list of kinds of steps."""
        return _("Biên tập viên của mảng sửa và chuyển tiếp.")


class ApprovalTask(ReviewTask):
    """Duyệt đăng: an approver lets it be published, exactly as he read it."""

    freezes: ClassVar[bool] = True
    approve_label = _("Duyệt đăng")

    class Meta:
        verbose_name = _("bước duyệt đăng")
        verbose_name_plural = _("bước duyệt đăng")

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        """A small fix that was returned and has grown begins anew on the route of its type."""
        from workflow.services.small import leave_if_grown

        first = leave_if_grown(workflow_state)
        if first is not None and first.pk != self.pk:
            return first.specific.start(workflow_state, user=user)
        return super().start(workflow_state, user=user)

    def holders(self, page: Any) -> models.QuerySet:
        """Approvers at work who wrote none of it, in whoever's right they decide."""
        writers = writers_since_live(page)
        people = approvers()
        may = [p.pk for p in people if p.pk not in writers and approves_for(p) - writers]
        return people.filter(pk__in=may)

    def may_act(self, user: Any, page: Any) -> bool:
        """Any approver may return it."""
        return is_approver(user)

    def may_approve(self, user: Any, page: Any) -> bool:
        """Four eyes: nobody who saved any revision since the live one, nor in a writer's place."""
        writers = writers_since_live(page)
        return bool(user.pk not in writers and approves_for(user) - writers)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """Nobody writes."""
        return True

    @classmethod
    def get_description(cls) -> Any:
        """In the list of kinds of steps."""
        return _("Người duyệt không sửa bài cho đăng đúng bản đã đọc.")


def default_priority(page: Any) -> str:
    """Urgent news is urgent to read."""
    return Priority.URGENT if getattr(page, "urgent", False) else Priority.NORMAL
