"""Widgets that choose one of several."""
