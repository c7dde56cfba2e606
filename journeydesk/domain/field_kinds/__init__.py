"""How our kinds of fields and the remote's go together: which can hold which, and what a value of one is in the other."""
