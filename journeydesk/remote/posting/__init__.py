"""Posting to addresses that a person named: webhooks out, analytics, our own receiver."""
