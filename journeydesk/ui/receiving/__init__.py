"""The receiver as the window has it: its process, its settings, and what came of what it took."""

DESK = "receiver desk"
"""By which name the window finds its receiver."""
