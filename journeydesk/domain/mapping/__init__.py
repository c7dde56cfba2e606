"""Which of somebody else's tables, fields and options are ours: guesses with a confidence and a reason, made without any I/O."""
