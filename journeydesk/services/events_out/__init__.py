"""Telling other programs of events: whom, of what, when it is tried again, and what came of it."""
