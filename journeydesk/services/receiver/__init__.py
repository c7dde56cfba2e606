"""What other programs send to this computer: by which settings and keys, and what becomes of it."""
