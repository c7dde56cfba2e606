"""Which tables, fields and options of a base are ours: guessed, decided by a person, applied, kept, and written as a file."""
