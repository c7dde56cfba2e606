"""From the inbox into the records: each entry once, in the transaction that marks it as folded, so that an end at any moment loses
and doubles nothing (docs/receiver.md, "Accepted means durable")."""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import IncomingEvent
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.events import TOUCHED_KINDS, add_events, check_event
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.workspace.settings import refresh
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.hurry import let_window_through
from journeydesk.storage.receiver.inbox import (
    Entry,
    NewEntry,
    add_entries,
    forget_entries,
    is_any_waiting,
    mark_folded,
    mark_refused,
    waiting_entries,
)
from journeydesk.storage.sync.meta import get_meta, set_meta

_log = logging.getLogger(__name__)
REMEMBERED = timedelta(days=30)
"""How long a repeat of what was folded is known by its id alone; after that by the records themselves."""

EVENT = "event"
_FOLDS = "inbox_folds"
_FORGOTTEN_AT_ONCE = 500

Fold = Callable[[Context, Connection, Entry, Mapping[str, Any]], set[RecordId]]
"""Writes an entry's content; returns the prospects to be evaluated. Raises UserError where it cannot be."""


def store(context: Context, entries: Sequence[NewEntry], patience: float) -> None:
    """Puts entries into the inbox; on disk when it returns. Raises WorldError where another program writes longer than `patience`
    seconds."""
    let_window_through(context.database.folder)
    with context.database.write(counted=False, patience=patience) as connection:
        add_entries(connection, entries)


def fold_inbox(context: Context, most: int, others: Mapping[str, Fold]) -> int:
    """Folds the oldest entries, at most so many, in one transaction; returns how many they were. `others` folds what is no event,
    by kind.

    One that meets a fault of ours is set aside with it, and holds up nobody who came after."""
    try:
        return _fold_together(context, most, others)
    except JourneydeskError:
        raise
    except Exception as problem:  # noqa: BLE001 - whatever it is, it must not hold up who came after
        if most > 1:
            return fold_inbox(context, 1, others)
        _log.exception("An entry of the inbox could not be folded")
        with context.database.write() as connection:
            for entry in waiting_entries(connection, 1):
                mark_refused(connection, entry.number, context.now(), f"{type(problem).__name__}: {problem}")
        return 1


def _fold_together(context: Context, most: int, others: Mapping[str, Fold]) -> int:
    with context.database.read() as connection:
        if not is_any_waiting(connection):
            return 0
    touched: set[RecordId] = set()
    let_window_through(context.database.folder)
    with context.database.write() as connection:
        refresh(context, connection)
        entries = waiting_entries(connection, most)
        events: list[tuple[Mapping[str, Any], IncomingEvent]] = []
        done: list[int] = []
        for entry in entries:
            try:
                content = json.loads(entry.raw)
                if entry.kind == EVENT:
                    events.append((content, check_event(context, content, moment_of(entry.received_at), entry.source)))
                elif entry.kind in others:
                    touched |= others[entry.kind](context, connection, entry, content)
                else:
                    raise UserError(tr("This version does not know what “{kind}” is.", kind=entry.kind))
            except (UserError, ValueError, KeyError) as problem:
                mark_refused(connection, entry.number, context.now(), str(problem))
            else:
                done.append(entry.number)
        touched |= add_events(context, connection, events, "events")[1]
        mark_folded(connection, done, context.now())
        evaluate_within(context, connection, sorted(touched))
        set_meta(connection, _FOLDS, str(int(get_meta(connection, _FOLDS) or 0) + 1))
    if touched:
        context.publish(Change(TOUCHED_KINDS | {"tasks", "surveys"}, frozenset(touched), "receiver"))
    return len(entries)


def folds_so_far(context: Context) -> int:
    """How often the inbox was folded, by any program: another number says that screens are to read again."""
    with context.database.read() as connection:
        return int(get_meta(connection, _FOLDS) or 0)


def forget_old(context: Context) -> int:
    """Forgets the ids of what was folded long ago, some of them; returns how many."""
    with context.database.write(counted=False) as connection:
        return forget_entries(connection, moment_text(context.clock() - REMEMBERED), _FORGOTTEN_AT_ONCE)
