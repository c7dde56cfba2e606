"""Commands that talk to services: setup and sync."""

import argparse
import sys
import time

from journeydesk import config, credentials
from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, PARTLY, complain, say
from journeydesk.sync.sync_pass import Progress


def setup(arguments: argparse.Namespace) -> int:
    """Matches the base, on request makes what is missing, and says what stands where."""
    if arguments.unencrypted:
        credentials.go_unencrypted(config.paths().workspace)
    from journeydesk.services.sync.connecting import airtable_access, connect

    with workspace() as (context, known):
        matches, made = connect(context, airtable_access(context, known), arguments.create_missing)
    missing = [f"{m.spec.name}, {f.spec.name}" for m in matches for f in m.missing]
    other = [f"{m.spec.name}, {f.spec.name}" for m in matches for f in m.fields if f.state == "other type"]
    found = sum(f.state == "found" for m in matches for f in m.fields)
    lines = [f"{found} fields found in {sum(m.remote is not None for m in matches)} tables."]
    lines += [f"Created: {name}" for name in made]
    lines += [f"Missing: {name}. Create it with: journeydesk setup --create-missing" for name in missing]
    lines += [f"Of another type: {name}. It is left alone." for name in other]
    say(arguments, "\n".join(lines), {"found": found, "created": made, "missing": missing, "other_type": other})
    return DONE


def sync(arguments: argparse.Namespace) -> int:
    """One full pass; status 3 where something is left that will be tried again."""
    from journeydesk.services.sync.session import sync_once

    began = time.monotonic()
    shown = sys.stderr.isatty() and not arguments.json

    def progress(done: Progress) -> None:
        if shown:
            sys.stderr.write(f"\r{done.table}: {done.done:,}    ")

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
