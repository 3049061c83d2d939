"""Cells of exported sheets."""

from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(value: Any) -> Any:
    """The value; text a spreadsheet would take for a formula gets an apostrophe before it."""
    text = str(value or "")
    return f"'{text}" if text.startswith(FORMULA) else value
