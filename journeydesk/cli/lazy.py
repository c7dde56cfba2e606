"""Commands whose modules are imported when they run, so that each start pays only for its own."""

import argparse
from collections.abc import Callable
from importlib import import_module

from journeydesk.domain.words import figure, tr

Command = Callable[[argparse.Namespace], int]


def lazy(module: str, name: str) -> Command:
    """The command of this name in a module of `journeydesk.cli`."""

    def call(arguments: argparse.Namespace) -> int:
        command: Command = getattr(import_module(f"journeydesk.cli.{module}"), name)
        return command(arguments)

    return call


def at_most(most: int) -> Callable[[str], int]:
    """Reads a whole number from 0 to `most`."""

    def read(words: str) -> int:
        if not words.isascii() or not words.isdigit() or len(words) > 18 or int(words) > most:
            raise argparse.ArgumentTypeError(
                tr("“{words}” is no whole number from 0 to {most}", words=words, most=figure(most))
            )
        return int(words)

    return read


WHOLE = at_most(999_999_999)
"""Reads a number of something: more digits are no number that anything here has, and no database takes them."""
