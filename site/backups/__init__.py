"""Backup and restore in one command each: the database and all files in one checked archive."""
