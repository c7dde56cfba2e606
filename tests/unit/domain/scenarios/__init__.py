"""Scenarios: zones, states, inputs, and finding a run in a log."""
