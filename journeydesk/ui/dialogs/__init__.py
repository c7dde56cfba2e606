"""What comes over the window: the palette, new prospect, due dates, the list of shortcuts, on a flat scrim."""
