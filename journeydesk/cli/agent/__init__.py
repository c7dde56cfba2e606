"""The agent's door: `mcp`, which an assistant on this computer starts, and `proposals`, where a person decides."""
