"""The parts of the window, one idea each; `ui/main_window.py` puts them together."""
