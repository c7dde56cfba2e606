"""The detail panel: one prospect and its timeline."""
