"""The window's own widgets, one by one."""
