"""Calendars that are read and never written: where they are, what they hold, whom their meetings are with."""
