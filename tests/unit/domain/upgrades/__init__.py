"""Tiers and the states of a payment link."""
