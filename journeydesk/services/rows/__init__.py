"""What screens are given: frozen rows, ready to paint, that never reach back into the database."""
