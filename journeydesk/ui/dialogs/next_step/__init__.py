"""The next-step gate: after a log, one line that asks what comes next."""
