"""Faults that no service can be asked for: of the disk."""
