"""Startups, their products and solutions, contacts and founders."""
