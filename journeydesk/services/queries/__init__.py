"""What a person can ask: rows for screens, each call bounded by a page or one record."""
