"""Dialogs over a flat scrim."""
