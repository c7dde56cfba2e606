"""What opens over the window for a moment: menus, panes, bubbles."""
