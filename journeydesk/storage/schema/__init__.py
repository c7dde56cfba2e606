"""Which tables, indexes and triggers there are, and how an older file becomes one of today."""
