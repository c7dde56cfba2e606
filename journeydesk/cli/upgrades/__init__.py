"""Upgrades at the command line."""
