"""The application menu: what stands in it (`entries.py`), and the button or the menu bar that shows it."""
