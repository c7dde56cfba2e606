"""Finding in a process of its own, on another processor: reading, folding and judging are half of an evaluation and need no lock, but
Python runs one thread at a time, and the window's is one of them.

The child reads from standard input a line of JSON with what to open, then for each part a line with its prospects. It answers each with a
line: the change number, the prospects that are to be settled by who asked, and what is to be written of the others. It writes nothing to
the database, and ends with its input.
"""

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from journeydesk.config import default_settings, own_program
from journeydesk.domain.ids import RecordId
from journeydesk.domain.settings.overrides import settle
from journeydesk.domain.time import moment_of
from journeydesk.services.context import Context
from journeydesk.services.evaluation.one_evaluation import Evaluation
from journeydesk.services.evaluation.parts import Finder, FoundHere, Part
from journeydesk.services.evaluation.plain import from_json
from journeydesk.services.workspace.settings import in_words
from journeydesk.storage.engine.database import connect
from journeydesk.storage.sync.meta import change_number
from journeydesk.storage.sync.option_words import team_words
from journeydesk.storage.team.settings_records import parsed

COMMAND = "find-evaluation"
"""The word by which the program is started as the child."""


def finder(context: Context, evaluation: Evaluation, pulled: bool, many: bool) -> Finder:
    """What finds: beside this process where `many` are to be found and there is another processor, else here."""
    if many and (os.cpu_count() or 1) > 1 and _is_known_elsewhere(context):
        try:
            return FoundBeside(context, evaluation, pulled)
        except OSError:
            # No process can be started now.
            pass
    return FoundHere(context, evaluation, pulled)


def _is_known_elsewhere(context: Context) -> bool:
    """Whether who opens the database evaluates by the same settings."""
    with context.database.read() as connection:
        words = team_words(connection)
    settings, _ = settle(default_settings(), parsed(context.overrides)[0])
    return words == context.words and in_words(settings, words) == context.settings


class FoundBeside:
    """Has parts found by the child, and here from the moment on at which that ended."""

    def __init__(self, context: Context, evaluation: Evaluation, pulled: bool) -> None:
        self._context = context
        self._evaluation = evaluation
        self._here = FoundHere(context, evaluation, pulled)
        self._asked: deque[Sequence[RecordId]] = deque()
        database = context.database
        self._child: subprocess.Popen[str] | None = subprocess.Popen(
            [*own_program(), COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        self._send(
            {
                "folder": str(database.folder),
                "key": None if database.key is None else database.key.hex(),
                "overrides": dict(context.overrides),
                "at": evaluation.at,
                "pulled": pulled,
            }
        )

    def ask(self, prospects: Sequence[RecordId]) -> None:
        """Asks for a part."""
        self._asked.append(prospects)
        self._send(list(prospects))

    def _send(self, words: Any) -> None:
        if self._child is None:
            return
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(json.dumps(words) + "\n")
            self._child.stdin.flush()
        except OSError:
            self.close()

    def answer(self) -> Part:
        """The part that was asked for first and not answered yet."""
        prospects = self._asked.popleft()
        said = self._said()
        if said is None:
            self.close()
            self._here.ask(prospects)
            return self._here.answer()
        number, rest, plain = said
        found = None
        if rest:
            with self._context.database.read() as connection:
                found = self._evaluation.find(connection, [RecordId(record) for record in rest])
                # What was found earlier may have changed since then, what is found now since now.
                number = min(number, change_number(connection))
        return Part(prospects, number, from_json(plain), found)

    def _said(self) -> Any:
        """An answer of the child; None where it ended."""
        if self._child is None:
            return None
        assert self._child.stdout is not None
        try:
            line = self._child.stdout.readline()
            return json.loads(line) if line.endswith("\n") else None
        except (OSError, ValueError):
            return None

    def close(self) -> None:
        """Ends the child, whatever it is at: it only reads."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()


def main() -> int:
    """The child: answers until its standard input ends."""
    told = json.loads(sys.stdin.readline())
    at = moment_of(told["at"])
    database = connect(Path(told["folder"]), None if told["key"] is None else bytes.fromhex(told["key"]))
    try:
        with database.read() as connection:
            words = team_words(connection)
        settings, _ = settle(default_settings(), parsed(told["overrides"])[0])
        context = Context(database, in_words(settings, words), lambda: at, "", overrides=told["overrides"], words=words)
        evaluation = Evaluation(context)
        for line in sys.stdin:
            prospects = [RecordId(record) for record in json.loads(line)]
            with database.read() as connection:
                number = change_number(connection)
                found = evaluation.find(connection, prospects)
                plain, rest = evaluation.plain(connection, found, told["pulled"])
            sys.stdout.write(json.dumps([number, list(rest.rows), plain.as_json()]) + "\n")
            sys.stdout.flush()
    finally:
        database.close()
    return 0
