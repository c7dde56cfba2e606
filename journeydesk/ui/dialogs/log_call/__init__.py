"""Logging a call, meeting, e-mail, demo or note from anywhere."""
