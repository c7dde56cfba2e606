"""The agent's door with a real workspace."""
