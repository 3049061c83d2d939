"""Date fields of the admin that leave what was typed alone.

Wagtail's picker replaces a date it cannot read by the present moment, without a word. Here it
stays as typed, and the server says what is wrong with it.
"""

from typing import Any

from wagtail.admin.telepath import register
from wagtail.admin.widgets.datetime import (
    AdminDateInput,
    AdminDateInputAdapter,
    AdminDateTimeInput,
    AdminDateTimeInputAdapter,
)

KEEP = {"validateOnBlur": False}


class DateInput(AdminDateInput):
    """A day."""

    def get_config(self) -> dict[str, Any]:
        """The picker's options."""
        return {**super().get_config(), **KEEP}


class DateTimeInput(AdminDateTimeInput):
    """A day and an hour."""

    def get_config(self) -> dict[str, Any]:
        """The picker's options."""
        return {**super().get_config(), **KEEP}


register(AdminDateInputAdapter(), DateInput)
register(AdminDateTimeInputAdapter(), DateTimeInput)
