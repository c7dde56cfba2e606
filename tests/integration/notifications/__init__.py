"""Notifications on a real session bus: with a service of the specification, with a real daemon, with none."""
