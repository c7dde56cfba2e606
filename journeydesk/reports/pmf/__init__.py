"""Product-market fit of a month: the score, whom the product fits best, what to do."""
