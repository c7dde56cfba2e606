"""How the database file is opened, read and written: one writer, many readers."""
