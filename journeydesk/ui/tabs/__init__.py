"""The places of the window, a folder each, and what they have in common."""
