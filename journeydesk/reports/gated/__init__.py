"""Gated content: views, submissions and time to submit of each variant, best first."""
