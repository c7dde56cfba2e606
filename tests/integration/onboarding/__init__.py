"""Onboarding from end to end: a real receiver, a real base, and a customer who is in no figure."""
