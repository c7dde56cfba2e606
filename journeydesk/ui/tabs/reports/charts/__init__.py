"""Charts, painted; each has its figures as a table to copy and as words for a screen reader."""
