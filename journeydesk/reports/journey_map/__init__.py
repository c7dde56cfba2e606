"""The map of a journey: its stages, and the moves between them as wide as they are many."""
