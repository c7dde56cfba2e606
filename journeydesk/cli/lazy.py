"""Commands whose modules are imported when they run, so that each start pays only for its own."""

import argparse
from collections.abc import Callable
from importlib import import_module

Command = Callable[[argparse.Namespace], int]


def lazy(module: str, name: str) -> Command:
    """The command of this name in a module of `journeydesk.cli`."""

    def call(arguments: argparse.Namespace) -> int:
        command: Command = getattr(import_module(f"journeydesk.cli.{module}"), name)
        return command(arguments)

    return call
