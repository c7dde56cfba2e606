"""Runs of scenarios that were asked for on this computer."""
