"""Answering the questions of sync."""
