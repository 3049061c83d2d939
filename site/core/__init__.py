"""What every app stands on: the base page, its QuerySet, blocks, listings, topics, plan tasks."""
