"""The one clock: everything that happens at its time."""
