"""Models: pages of rows, fetched as they come into view."""
