"""The agent's door: what an assistant on this computer may read, what it proposes, and what a person decides of it."""
