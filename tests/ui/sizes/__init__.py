"""Every screen in every size of window, screen and text."""
