"""Messages that wait for a person: what is shown of them, and what is decided."""
