"""The commands, for scripts and for machines without a screen."""
