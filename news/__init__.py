"""Columns, articles, success stories, recognition."""
