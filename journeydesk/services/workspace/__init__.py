"""Opening a workspace, its settings, its copies, its health and its repair."""
