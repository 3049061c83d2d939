"""On what way somebody acts just now, for the record."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from wagtail.models.audit_log import BaseLogEntry

from accounts.roles import stands_in_for
from workflow.content import hash_of

_via: ContextVar[str] = ContextVar("acting_via", default="")


@contextmanager
def acting_via(way: str) -> Iterator[None]:
    """Within it, entries of the record say `way` (a value of `Publication.Via`)."""
    token = _via.set(way)
    try:
        yield
    finally:
        _via.reset(token)


def way() -> str:
    """The way of the running act; '' for one of a signed-in person."""
    return _via.get()


def complete_entry(instance: BaseLogEntry, **kwargs: Any) -> None:
    """Each entry of Wagtail's log: the name copied in, the way, the content's hash.

    A log must say who it was when the account has long been renamed or closed.
    """
    if instance.pk:
        return
    data = dict(instance.data or {})
    if instance.user_id and "who" not in data:
        data["who"] = instance.user.get_full_name()
        if instance.action.startswith(("wagtail.workflow", "workflow.")) and (
            absent := [str(person) for person in stands_in_for(instance.user)]
        ):
            data["in_place_of"] = absent
    if way():
        data["via"] = way()
    if getattr(instance, "revision_id", None) and "content_hash" not in data:
        data["content_hash"] = hash_of(instance.revision_id)
    instance.data = data
