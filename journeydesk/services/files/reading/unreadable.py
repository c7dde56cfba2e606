"""What is wrong with a file that is no list of text."""


class Unreadable(Exception):
    """Raised in the process that reads it, with a sentence about the file without its name."""
