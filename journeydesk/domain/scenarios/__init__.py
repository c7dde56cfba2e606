"""Scenarios of Make.com: what state they are in, what they are told, and what became of a run."""
