"""The search page and its words."""
