"""Bases that are not built by our catalogue, synced both ways over HTTP."""
