"""Notifications of alerts outside of the window: the desktop's own, the tray where there are none."""
