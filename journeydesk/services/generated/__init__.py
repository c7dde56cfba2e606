"""Texts that Claude writes: asked for with one end, kept for a week, always marked, never sent without a person."""
