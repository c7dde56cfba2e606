"""Logging calls: what is typed, drafts, call sessions."""
