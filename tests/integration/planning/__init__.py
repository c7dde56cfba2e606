"""Planning reviews over a real database."""
