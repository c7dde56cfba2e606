"""The page of what happens by itself: switches, what is made, a dry run over the past, and the log with its way back."""
