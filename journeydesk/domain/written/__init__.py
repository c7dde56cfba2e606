"""Numbers and dates as people and files write them: what a whole column decides, and the value of one cell."""
