"""Journeydesk: a native desktop sales tool that works with or without a network."""

__version__ = "0.1.0"
