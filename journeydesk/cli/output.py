"""How a command speaks: one JSON object with `--json`, else plain lines; errors as one sentence on standard error."""

import argparse
import getpass
import io
import json
import sys
from collections.abc import Mapping
from typing import Any

DONE, FAILED, WRONG_USAGE, PARTLY = 0, 1, 2, 3


def say(arguments: argparse.Namespace, words: str, facts: Mapping[str, Any] | list[Any]) -> None:
    """The result: `facts` as JSON where asked for, else `words`."""
    if getattr(arguments, "json", False):
        print(json.dumps(facts, ensure_ascii=False, default=str))
    elif words:
        print(words)


def show_every_character() -> None:
    """From now on what an output's encoding lacks stands there by its number: what was done is not ended by a word about it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def complain(words: str) -> None:
    """One sentence on standard error."""
    print(words, file=sys.stderr)


def ask_secret(question: str) -> str:
    """A secret, asked for at the terminal without showing it; one line of standard input where there is no terminal. It is never an
    argument, which every program on the computer could read."""
    if sys.stdin.isatty():
        return getpass.getpass(question)
    return sys.stdin.readline().rstrip("\r\n")
