"""Stripe, read only: requests that can be nothing but GET, lists, events, what a list leaves out."""
