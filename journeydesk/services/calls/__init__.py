"""Logging calls: what is typed into a note, drafts, call sessions."""
