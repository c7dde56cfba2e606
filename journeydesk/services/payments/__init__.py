"""Bringing the mirror of Stripe up to date, and what it says of prospects: links, money, events."""
