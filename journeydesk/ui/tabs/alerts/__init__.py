"""The alert inbox with its reading pane."""
