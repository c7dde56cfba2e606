"""What the prospect list, the board, the search and the list of duplicates show."""
