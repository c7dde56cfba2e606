"""The alert inbox in the window, and what tells of alerts outside of it."""
