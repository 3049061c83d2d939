"""What a person may do with a page. Nobody publishes by hand: the workflow does (`workflow`)."""

from wagtail.models import Page, PagePermissionTester

from core.visibility import is_closed


def is_frozen(page: Page) -> bool:
    """Whether the page stands before its final approval (a step of `workflow` says so)."""
    return bool(getattr(page.current_workflow_task, "freezes", False))


class EditorialPermissionTester(PagePermissionTester):
    """Wagtail's tester without any way around the workflow, superusers included.

    Holding `publish` means: may take down, move and reorder what is public.
    """

    def _holds(self, verb: str) -> bool:
        return bool(self.user.is_active and (self.user.is_superuser or verb in self.permissions))

    @property
    def is_frozen(self) -> bool:
        """Whether the page stands before its final approval: nobody changes what is being read."""
        return is_frozen(self.page)

    def page_locked(self) -> bool:
        """Locked for this person; a frozen page is, for everybody."""
        return self.is_frozen or bool(super().page_locked())

    def can_publish(self) -> bool:
        """Only the workflow publishes, and the urgent path, which asks for a reason."""
        return False

    def can_publish_subpage(self) -> bool:
        """Nor is a page published while it is made."""
        return False

    def can_submit_for_moderation(self) -> bool:
        """What was withdrawn becomes a draft first."""
        withdrawn = getattr(self.page, "withdrawn_at", None)
        return not withdrawn and bool(super().can_submit_for_moderation())

    def can_copy(self) -> bool:
        """What a person took back is not brought back as a copy."""
        return not getattr(self.page, "consent_withdrawn", False) and bool(super().can_copy())

    def can_unpublish(self) -> bool:
        """Nobody: what is public is withdrawn, with a reason and a notice (`workflow`)."""
        return False

    def can_unschedule(self) -> bool:
        """Whoever may take down; the owner and the last to write, who want to write on."""
        if self._holds("publish"):
            return True
        latest = self.page.latest_revision
        mine = (self.page.owner_id, latest.user_id if latest else None)
        return self.user.pk in mine and self.can_edit()

    def can_set_view_restrictions(self) -> bool:
        """Lifting a restriction shows a page: administrators alone."""
        return bool(self.user.is_active and self.user.has_perm("core.set_privacy"))

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """A draft is its writer's; what was once published is withdrawn, not deleted."""
        if self.is_frozen and not self._holds("publish"):
            return False
        if not super().can_delete(ignore_bulk=ignore_bulk):
            return False
        branch = self.page.get_descendants(inclusive=True)
        public = branch.filter(live=True).exclude(basepage__withdrawn_at__isnull=False)
        if public.exists():
            return False
        if self.user.has_perm("core.remove_published"):
            return True
        return not branch.filter(first_published_at__isnull=False).exists()

    def can_move(self) -> bool:
        """As Wagtail has it; not while the page is being read, has its hour or is locked."""
        return not self.page_locked() and bool(super().can_delete(ignore_bulk=True))

    def can_move_to(self, destination: Page) -> bool:
        """Nor out of a closed branch, which would show it, but by those who may lift a closure."""
        if not self.can_move() or not super().can_move_to(destination):
            return False
        opened = is_closed(self.page.path) and not is_closed(destination.path)
        return not opened or self.can_set_view_restrictions()

    def can_lock(self) -> bool:
        """While a workflow runs its own lock holds; another would let its holder write."""
        return not self.page.workflow_in_progress and bool(super().can_lock())
