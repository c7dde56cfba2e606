"""CSV files: import by key with a rehearsal, and export."""
