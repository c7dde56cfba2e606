"""Takes PySide's hand off Python's imports again; imported before everything else that the window is made of.

PySide6 puts itself in the place of `__import__`, for `from __feature__ import`, which nothing here uses. For every module that is
imported from then on it reads the source, looks for its own name in it, and leaves the lines in memory: of three hundred files and
six megabytes once every place was opened.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - which puts the hook there

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
