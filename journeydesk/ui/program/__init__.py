"""The program around the window: its start, its end, its one instance, its messages."""
