"""What is true, as frozen data and pure functions: fields, values, merging, dates, score, status, money."""
