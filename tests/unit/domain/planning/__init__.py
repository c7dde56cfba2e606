"""Roadmaps, use and texts as pure figures."""
