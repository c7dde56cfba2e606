"""The weekly revenue pipeline: how it moved, what it is worth, what is expected of it, and which deals are at risk."""
