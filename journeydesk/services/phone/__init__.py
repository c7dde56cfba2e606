"""The phone's page: pairing, what it shows, and what it sends, each once."""
