"""The kinds of block that a report is made of."""
