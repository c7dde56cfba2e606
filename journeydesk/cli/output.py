"""How a command speaks and ends: one JSON object with `--json`, else plain lines; errors as one sentence on standard error. The only
place where errors become exit statuses."""

import getpass
import io
import json
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from journeydesk.domain.errors import NotNow, UserError, WorldError
from journeydesk.domain.words import tr

if TYPE_CHECKING:
    import argparse

DONE, FAILED, WRONG_USAGE, PARTLY = 0, 1, 2, 3


def say(arguments: "argparse.Namespace", words: str, facts: Mapping[str, Any] | list[Any]) -> None:
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


def exit_status(work: Callable[[], int]) -> int:
    """What a command's work returns: 0 done, 1 failed, 2 wrong usage, 3 done in part. What it raises is said in a sentence."""
    show_every_character()
    try:
        return work()
    except NotNow as waiting:
        complain(str(waiting))
        return PARTLY
    except UserError as wrong:
        complain(str(wrong))
        return WRONG_USAGE if getattr(wrong, "is_usage", False) else FAILED
    except WorldError as trouble:
        complain(str(trouble))
        return FAILED
    except OSError as problem:
        if isinstance(problem, BrokenPipeError):
            return FAILED
        complain(tr("{file} cannot be used: {why}.", file=problem.filename or tr("A file"), why=problem.strerror or problem))
        return FAILED
    except UnicodeEncodeError as problem:
        # A word of the command that is no UTF-8: what began to be written of it is taken back by its transaction.
        word = problem.object.encode(errors="replace").decode()
        complain(tr("“{word}” holds characters that cannot be stored. Write it anew in UTF-8.", word=word[:80]))
        return FAILED
    except KeyboardInterrupt:
        complain(tr("Stopped. What was done is kept."))
        return FAILED
