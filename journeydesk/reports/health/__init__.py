"""Daily health: five indicators as of a day, the fortnight before it, and the one thing to do."""
