"""The directory of feeds."""
