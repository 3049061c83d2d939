"""The house of the workflow's tests: staff, two columns."""

from tests.workflow.conftest import _stage, house, monday

__all__ = ["_stage", "house", "monday"]
