"""Stripe's objects and what they say: who paid, how much, what recurs."""
