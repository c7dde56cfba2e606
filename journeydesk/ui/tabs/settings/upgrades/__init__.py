"""The settings page of upgrades."""
