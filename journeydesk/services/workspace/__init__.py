"""Opening a workspace, its settings, its health and its repair."""
