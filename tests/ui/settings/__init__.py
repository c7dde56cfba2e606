"""The settings pages in the window, with real keys and presses on a real database."""
