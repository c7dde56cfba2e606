"""Numbers, dates and characters as people, files and programs write them: what a whole column decides, and the value of one cell."""
