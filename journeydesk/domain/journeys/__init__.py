"""Where a prospect stands: events, their fold into positions and points, changing stages, rotting."""
