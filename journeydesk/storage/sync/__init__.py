"""What sync keeps beside the records: maps of tables, bases, cursors, intents, conflicts, notes, what waits."""
