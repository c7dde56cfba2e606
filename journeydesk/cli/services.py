"""The command `sync`."""

import argparse
import sys
import time

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, PARTLY, complain, say
from journeydesk.domain.words import figure, tr


def sync(arguments: argparse.Namespace) -> int:
    """One full pass; status 3 where something is left that will be tried again."""
    from journeydesk.services.sync.session import sync_once

    began = time.monotonic()
    shown = sys.stderr.isatty() and not arguments.json

    def progress(table: str, done: int) -> None:
        if shown:
            sys.stderr.write(f"\r{table}: {done:,}    ")

    with workspace() as (context, known):
        outcome = sync_once(context, known, progress=progress)
    if shown:
        sys.stderr.write("\r")
    facts = {
        "pulled": outcome.pulled,
        "pushed": outcome.pushed,
        "deleted": outcome.deleted,
        "conflicts": outcome.conflicts,
        "pending": outcome.pending,
        "calls": outcome.calls,
        "problems": list(outcome.problems),
        "notes": list(outcome.notes),
        "left_alone": list(outcome.left_alone),
        "seconds": round(time.monotonic() - began, 2),
    }
    words = tr(
        "{pulled} pulled, {pushed} sent, {conflicts} conflicts, {pending} waiting, {calls} calls in {facts} s.",
        pulled=figure(outcome.pulled),
        pushed=figure(outcome.pushed),
        conflicts=outcome.conflicts,
        pending=outcome.pending,
        calls=outcome.calls,
        facts=facts["seconds"],
    )
    say(arguments, words, facts)
    for sentence in (*outcome.problems, *outcome.notes, *outcome.left_alone):
        complain(sentence)
    return PARTLY if outcome.problems or outcome.pending else DONE
