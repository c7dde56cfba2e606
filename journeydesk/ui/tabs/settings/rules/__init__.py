"""The page of the alert rules: each by its name with its switch and its numbers."""
