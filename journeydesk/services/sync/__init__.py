"""Connecting, checking, and one pass of sync with everything that is connected."""
