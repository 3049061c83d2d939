"""The routes to publication, made by `setup_site`."""

from typing import Any

from django.db import transaction
from wagtail.models import Page, Task, Workflow, WorkflowPage, WorkflowTask

from workflow.models import ApprovalTask, Route, SectionTask

EDITING, VETTING, APPROVAL = "Biên tập", "Thẩm định", "Duyệt đăng"
ROUTES: dict[str, tuple[str, tuple[tuple[type[Task], str], ...]]] = {
    Route.Code.EDITING: ("Tin, bài", ((SectionTask, EDITING), (ApprovalTask, APPROVAL))),
    Route.Code.VETTING: ("Giới thiệu", ((SectionTask, VETTING), (ApprovalTask, APPROVAL))),
    Route.Code.APPROVAL: ("Duyệt đăng", ((ApprovalTask, APPROVAL),)),
    Route.Code.SMALL: ("Sửa nhỏ", ((ApprovalTask, APPROVAL),)),
}
"""Code: name of the workflow and its steps."""

STOCK = ("Moderators approval", "Duyệt đăng")


@transaction.atomic
def setup_routes() -> None:
    """Make what is missing; put back a step that was taken out. Idempotent."""
    _retire_stock()
    for code, (name, steps) in ROUTES.items():
        route = Route.objects.select_related("workflow").filter(code=code).first()
        workflow = route.workflow if route else Workflow.objects.create(name=name)
        if not route:
            Route.objects.create(code=code, workflow=workflow)
        if not workflow.active:
            workflow.active = True
            workflow.save()
        _set_steps(workflow, [_task(model, title) for model, title in steps])
    # Also where no page type says anything: the root, under which the home page is made.
    approval = Workflow.objects.get(route__code=Route.Code.APPROVAL)
    WorkflowPage.objects.update_or_create(
        page=Page.get_first_root_node(), defaults={"workflow": approval}
    )


def _task(model: type[Any], name: str) -> Task:
    task, made = model.objects.get_or_create(name=name)
    if not made and not task.active:
        task.active = True
        task.save()
    return task


def _set_steps(workflow: Workflow, tasks: list[Task]) -> None:
    rows = WorkflowTask.objects.filter(workflow=workflow)
    rows.exclude(task__in=[task.pk for task in tasks]).delete()
    for order, task in enumerate(tasks):
        WorkflowTask.objects.update_or_create(
            workflow=workflow, task_id=task.pk, defaults={"sort_order": order}
        )


def _retire_stock() -> None:
    """Wagtail's first workflow lets any moderator publish his own text."""
    stock = Workflow.objects.filter(name__in=STOCK, route__isnull=True)
    for workflow in stock:
        if workflow.workflow_states.exists():
            workflow.deactivate()
        else:
            workflow.delete()
    tasks = Task.objects.filter(name__in=STOCK, content_type__model="groupapprovaltask")
    for task in tasks:
        task.delete() if not task.task_states.exists() else task.deactivate()
