"""What each report is computed from, read over one consistent view."""
