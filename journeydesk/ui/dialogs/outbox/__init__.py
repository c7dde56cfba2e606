"""What waits to be sent, and what sync asks and tells."""
