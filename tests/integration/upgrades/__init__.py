"""Upgrades: links made at the Stripe stand-in, seen to be paid, and what goes wrong on the way."""
