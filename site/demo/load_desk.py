"""Items under way in the demo, so that its log-ins find something to do."""

from typing import Any

from django.contrib.auth import get_user_model

from demo.content_files import items
from demo.tree import Row, Tree, pick
from news.models import ArticlePage
from workflow.services import decide, submit


def load_desk(tree: Tree, pages: Row) -> int:
    """Drafts at each step of their route; nothing where the demo's log-ins are not there.

    Returns:
        How many were new.
    """
    people = {user.username: user for user in get_user_model().objects.filter(is_demo=True)}
    count = 0
    for row in items("desk"):
        writer, editor = people.get(row["writer"]), people.get("bien-tap")
        column = pages.get(f"column:{row['column']}")
        known = ArticlePage.objects.filter(slug=row["slug"]).exists()
        if not (writer and editor and column) or known:
            continue
        page = ArticlePage(
            slug=row["slug"],
            live=False,
            is_sample=True,
            owner=writer,
            body=tree.bodies.build(row["body"]),
            **tree.common(row),
            **pick(row, "byline"),
        )
        column.refresh_from_db()
        column.add_child(instance=page)
        page.save_revision(user=writer, log_action="wagtail.create")
        _send(page, row, writer, editor)
        count += 1
    return count


def _send(page: ArticlePage, row: Row, writer: Any, editor: Any) -> None:
    """As far as the file says: to the editors, back from them, or to the approver."""
    state = submit(page=page, user=writer).current_task_state
    if row["stands"] == "returned":
        decide(state_id=state.pk, user=editor, approve=False, comment=row["note"])
