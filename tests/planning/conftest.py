"""The house of the workflow's tests."""

import pytest

from tests.factories.workflow import make_house


@pytest.fixture
def house(home):
    """Two columns and everybody."""
    return make_house()
