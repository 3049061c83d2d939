"""A house with staff, see `tests.workflow.conftest`."""

from tests.workflow.conftest import _stage, house, monday  # noqa: F401
