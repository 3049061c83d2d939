"""Planning and starting to write: what is to appear when, by whom, from which template."""
