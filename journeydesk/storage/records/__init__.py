"""The synced records: writing them with history, finding them, undoing, and remembering what was deleted."""
