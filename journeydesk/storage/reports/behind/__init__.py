"""What stands behind a figure: the prospects, or the records, that it counts."""
