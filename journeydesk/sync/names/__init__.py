"""What the names that arrive stand for, and whether they still do."""
