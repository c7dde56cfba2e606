"""What a list is filtered by: a filter, its days in words that stay relative, what it says and how that is understood."""
