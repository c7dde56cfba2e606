"""Proposals in the window."""
