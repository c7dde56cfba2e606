"""Commands that talk to services: setup and sync."""

import argparse
import sys
import time

from journeydesk import config, credentials
from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, PARTLY, complain, say


def setup(arguments: argparse.Namespace) -> int:
    """Matches the base, on request makes what is missing, and says what stands where."""
    if arguments.unencrypted:
        credentials.go_unencrypted(config.paths().workspace)
    from journeydesk.services.sync.connecting import connect, remote_access

    with workspace() as (context, known):
        tables, created = connect(context, remote_access(context, known), arguments.create_missing)
    missing = [f"{table.name}, {field.name}" for table in tables for field in table.fields_in("missing")]
    other = [f"{table.name}, {field.name}" for table in tables for field in table.fields_in("other type")]
    matched = sum(len(table.fields_in("found")) for table in tables)
    lines = [f"{matched} fields found in {sum(table.remote_name is not None for table in tables)} tables."]
    lines += [f"Created: {name}" for name in created]
    lines += [f"Missing: {name}. Create it with: journeydesk setup --create-missing" for name in missing]
    lines += [f"Of another type: {name}. It is left alone." for name in other]
    say(arguments, "\n".join(lines), {"found": matched, "created": created, "missing": missing, "other_type": other})
    return DONE


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
        "seconds": round(time.monotonic() - began, 2),
    }
    words = (
        f"{outcome.pulled:,} pulled, {outcome.pushed:,} sent, {outcome.conflicts} conflicts, {outcome.pending} waiting, "
        f"{outcome.calls} calls in {facts['seconds']} s."
    )
    say(arguments, words, facts)
    for sentence in (*outcome.problems, *outcome.notes):
        complain(sentence)
    return PARTLY if outcome.problems or outcome.pending else DONE
