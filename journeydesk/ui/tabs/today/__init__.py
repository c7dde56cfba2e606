"""Today's list: what is overdue, due and to come, tasks and follow-ups together."""
