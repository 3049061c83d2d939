"""What stands between a page's draft and the public."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import Revision, Workflow

from core.checklist import Finding, find
from core.holds import is_held
from core.permissions import EditorialPermissionTester, is_frozen


class Editorial:
    """The route to publication of every page type, and the guards along it."""

    workflow_code: ClassVar[str] = "approval"
    """Which route a page of this type takes (`workflow.models.Route`)."""

    def permissions_for_user(self, user: Any) -> EditorialPermissionTester:
        """Without any way around the workflow."""
        return EditorialPermissionTester(user, self)

    @property
    def has_workflow(self) -> bool:
        """Whether a route is set up."""
        return self.get_workflow() is not None

    def get_workflow(self) -> Workflow | None:
        """The route of the page's type; that of the tree where none was set up."""
        routes = Workflow.objects.active().filter(route__code=self.workflow_code)
        return routes.first() or super().get_workflow()  # type: ignore[misc]

    @property
    def is_frozen(self) -> bool:
        """Before its final approval: nobody changes what is being read."""
        return is_frozen(self)

    def save_revision(
        self,
        user: Any = None,
        *args: Any,
        overwrite_revision: Revision | None = None,
        **kwargs: Any,
    ) -> Revision:
        """As Wagtail, but what somebody has read is kept as he read it: a new revision is made.

        Raises:
            PermissionDenied: while the page stands before its final approval, or is locked for
                `user` (Wagtail's API asks only the form).
        """
        if self.is_frozen:
            raise PermissionDenied(_("Bài đang chờ duyệt đăng. Hãy lấy lại trước khi sửa."))
        lock = self.get_lock() if user else None  # type: ignore[attr-defined]
        if lock and lock.for_user(user):
            raise PermissionDenied(_("Bài đang khóa, bạn chưa sửa được."))
        if overwrite_revision is not None and is_held(overwrite_revision):
            overwrite_revision = None
        return super().save_revision(  # type: ignore[misc]
            user, *args, overwrite_revision=overwrite_revision, **kwargs
        )

    def checklist(self) -> list[Finding]:
        """What an approver looks at first; page types add their own."""
        return find(self)
