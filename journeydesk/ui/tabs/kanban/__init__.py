"""The board: a journey's columns, with or without swimlanes."""
