"""Calendars: files of every program, servers that are not ours, hostile answers."""
