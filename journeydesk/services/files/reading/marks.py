"""Control characters that a converted file uses where CSV has no word for it; in a list that somebody wrote they mean the same."""

BREAK = "\x1e"
"""A line break within a cell, where each row is to stand on one line."""

BROKEN = "\x1d"
"""Begins a row of which nothing could be read: what follows says why."""
