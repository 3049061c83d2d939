"""The reader's say: whether a page helped, a sentence about it, and how often it was read.

No cookie, no address, no account: figures for each page and day, and sentences with a day.
"""
