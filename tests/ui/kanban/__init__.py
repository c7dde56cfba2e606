"""The board, by pointer and by key."""
