"""What sync keeps beside the records: bases, cursors, intents, conflicts, what waits."""
