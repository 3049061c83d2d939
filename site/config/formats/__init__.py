"""Formats of dates and numbers, for ``FORMAT_MODULE_PATH``."""
