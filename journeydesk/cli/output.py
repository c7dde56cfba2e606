"""How a command speaks: one JSON object with `--json`, else plain lines; errors as one sentence on standard error."""

import argparse
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


def complain(words: str) -> None:
    """One sentence on standard error."""
    print(words, file=sys.stderr)
