"""Onboarding from end to end: the check with a test customer, and the ways out when a step fails."""
