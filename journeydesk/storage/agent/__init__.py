"""What an agent proposed, and what a person decided of it."""
