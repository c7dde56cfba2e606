"""The call session: one prospect after another, called, logged, and on to the next."""
