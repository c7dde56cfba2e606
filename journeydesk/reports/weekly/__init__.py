"""The weekly sales report: the decision page, then everything behind it."""
