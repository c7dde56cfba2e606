"""Stripe, read only."""
