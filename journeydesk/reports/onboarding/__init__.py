"""Onboarding: how many get through, how fast, and which of its six steps work."""
