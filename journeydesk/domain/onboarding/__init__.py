"""Onboarding from end to end: its seven steps, what came of a check of them, the way out of each, and who is a test customer."""
