"""Screens of the editorial work."""
