"""The planning review by keys and mouse, in the real window."""
