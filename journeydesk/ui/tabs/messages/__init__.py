"""Messages that wait for a person: the list, the exchange, the draft, and what is decided beside it."""
