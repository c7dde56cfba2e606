"""Telling of alerts outside of the window: the desktop's own notifications, the tray where there are none."""
