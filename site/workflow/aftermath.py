"""Letters about what happens around publication: urgent, taken back, answered, gone wrong."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from accounts.roles import administrators, approvers, deciders
from core.templatetags.format_tags import vi_datetime
from mailing.services import queue
from vietnamese import format_date
from workflow.letters import absolute, concerned, standing_alone, users, write
from workflow.models import Publication
from workflow.services.publishing import writers_of_publication


@standing_alone
def told_of_urgent(instance: Publication, **kwargs: Any) -> None:
    """All who decide, and the writers: published past the workflow."""
    page = instance.page.specific
    writers = users(writers_of_publication(instance))
    people = deciders() | set(writers)
    for person in people - {instance.decided_by}:
        write(
            person,
            page,
            key=f"urgent:{instance.pk}:{person.pk}",
            subject=_("Đăng khẩn"),
            lead=_("%(name)s vừa đăng khẩn bài dưới đây. Một người duyệt khác cần xem lại.")
            % {"name": instance.decided_by_name},
            due=vi_datetime(instance.review_due_at),
            comment=instance.reason,
            comment_by=_("%s, lý do đăng khẩn") % instance.decided_by_name,
            button_label=_("Xem lại bài"),
            button_url=absolute("workflow_review_urgent", instance.pk),
        )


@standing_alone
def told_of_second_look(instance: Publication, **kwargs: Any) -> None:
    """Who published urgently learns what the second look found."""
    person = instance.decided_by
    if person and instance.page:
        write(
            person,
            instance.page.specific,
            key=f"urgent-seen:{instance.pk}:{person.pk}",
            subject=_("Đã xem lại"),
            lead=_("Bài đăng khẩn đã được xem lại."),
            comment=instance.review_note,
            comment_by=instance.reviewed_by_name,
        )


@standing_alone
def told_of_withdrawal(page: Any, user: Any, note: str, **kwargs: Any) -> None:
    """The owner, and all who decide."""
    people = deciders() | ({page.owner} if page.owner else set())
    for person in people - {user}:
        write(
            person,
            page,
            key=f"withdrawn:{page.pk}:{page.withdrawn_at.isoformat()}:{person.pk}",
            subject=_("Đã gỡ"),
            lead=_("Bài dưới đây đã được gỡ khỏi trang. Lý do: %s.")
            % page.get_withdrawn_why_display().lower(),
            comment=note,
            comment_by=user.get_full_name() if user else "",
        )


@standing_alone
def told_of_answer(instance: Any, **kwargs: Any) -> None:
    """Whoever shared the draft, and its owner."""
    page = instance.page.specific
    for person in {instance.created_by, page.owner} - {None}:
        write(
            person,
            page,
            key=f"answer:{instance.pk}:{instance.answered_at.isoformat()}:{person.pk}",
            subject=_("Trả lời bản nháp"),
            lead=_("%(name)s đã xem bản nháp và trả lời: %(answer)s.")
            % {
                "name": capfirst(instance.recipient),
                "answer": instance.get_answer_display().lower(),
            },
            comment=instance.answer_text,
            comment_by=instance.recipient,
            button_label=_("Mở bài"),
            button_url=absolute("wagtailadmin_pages:edit", page.pk),
        )


@standing_alone
def told_of_refused_schedule(revision: Any, **kwargs: Any) -> None:
    """A page did not go live at its hour, since it was not what had been approved."""
    page = revision.content_object.specific
    for person in {*approvers(), *({page.owner} if page.owner else set())}:
        write(
            person,
            page,
            key=f"refused:{revision.pk}:{person.pk}",
            subject=_("Không đăng được theo hẹn"),
            lead=_("Đến giờ hẹn mà nội dung không đúng bản đã duyệt, nên bài không lên trang."),
            button_label=_("Mở bài"),
            button_url=absolute("wagtailadmin_pages:edit", page.pk),
        )


@standing_alone
def told_of_unapproved_end(instance: WorkflowState, **kwargs: Any) -> None:
    """Its steps were taken away in flight: nothing was published, and the sender must know."""
    page = instance.content_object.specific
    people = {*concerned(instance, besides=None), *administrators()}
    for person in people:
        write(
            person,
            page,
            key=f"unapproved:{instance.pk}:{person.pk}",
            subject=_("Quy trình dừng"),
            lead=_("Quy trình của bài đã bị đổi khi bài đang chờ, nên bài chưa được duyệt đăng."),
            body=_("Bài vẫn là bản nháp. Hãy gửi duyệt lại."),
            button_label=_("Mở bài"),
            button_url=absolute("wagtailadmin_pages:edit", page.pk),
        )


def told_of_leave(instance: Any, created: bool, **kwargs: Any) -> None:
    """Who is away, who takes the place, and all who decide: power changes hands in the open."""
    if created:
        _tell_of_leave(leave=instance)


@standing_alone
def _tell_of_leave(*, leave: Any) -> None:
    words = _(
        "%(user)s nghỉ từ %(first)s đến hết %(last)s. %(substitute)s làm thay: duyệt và biên tập."
    )
    lead = words % {
        "user": leave.user,
        "first": format_date(leave.starts_on),
        "last": format_date(leave.ends_on),
        "substitute": leave.substitute,
    }
    for person in deciders() | {leave.user, leave.substitute}:
        if person.is_active and person.email:
            queue(
                to=person.email,
                to_user=person,
                subject=_("Người làm thay: %s") % leave.substitute,
                template="notice",
                kind=_("Người làm thay"),
                key=f"leave:{leave.pk}:{person.pk}",
                context={"name": person.get_full_name(), "lead": lead},
            )
