"""Item models of lists and board: pages of rows, fetched as they come into view."""
