"""Bringing Stripe's mirror up to date: every list once, page by page, then what events name
(docs/rules.md, "What payments say"; docs/services.md, "Stripe: requests"; docs/sync.md, "Reading Stripe").

Each page is on disk with the place where the next begins before that is asked for, so that an end at any moment loses nothing
and repeats at most one page. Events are signals only: the objects that they name are read again as they are now.
"""

import json
import time
from collections.abc import Callable, Sequence
from typing import Any

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.remote.stripe.client import KINDS, StripeReader
from journeydesk.services.context import Context
from journeydesk.services.payments.links import link_and_compute
from journeydesk.services.payments.rows import changed_by, failed_session, payer_facts, stored_object
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.payments import stripe_mirror, stripe_payers
from journeydesk.storage.payments.stripe_mirror import FAILED_PAYMENT
from journeydesk.storage.sync.api_calls import note_worked
from journeydesk.sync.ports import AccessDenied, WalkExpired

GAP_SECONDS = 25 * 86_400
"""Events live for 30 days; with less than five to spare, only reading every list again misses nothing."""

OVERLAP_SECONDS = 600
"""Events are not listed in the order of their making, and their time has whole seconds; so some are read twice."""

_EVENTS_DENIED_SECONDS = 86_400
_OBJECTS_A_WRITE = 50
_DONE = "done"


@dataclass(frozen=True, slots=True)
class PaymentsOutcome:
    """What a pass came to: the prospects whose money or events changed, what could not be read (in sentences), requests sent."""

    prospects: frozenset[RecordId]
    problems: tuple[str, ...]
    calls: int


def sync_payments(
    context: Context,
    url: str | None,
    key: str,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    sleep: Callable[[float], None] = time.sleep,
    secret_live: bool = False,
) -> frozenset[RecordId]:
    """One pass with this key; returns the prospects whose money or events changed. What it could not read is kept for
    `queries.payments.problems`. Raises what `update_payments` raises."""
    with StripeReader(url, key, sleep=sleep, cancelled=cancelled, secret_live=secret_live) as reader:
        return update_payments(context, reader).prospects


def update_payments(context: Context, reader: StripeReader, kinds: Sequence[str] = KINDS) -> PaymentsOutcome:
    """One pass. A kind that the key may not read is left out and told; the others go on.

    Raises UserError for a key of the other mode, TokenRefused, RemoteTrouble, RemoteUnreachable, and Cancelled once the reader was
    asked to stop; all that was read until then is kept.
    """
    _check_mode(context, reader)
    _Pass(context, reader, kinds).run()
    prospects = link_and_compute(context, reader.server_time)
    with context.database.write(counted=False) as connection:
        problems = stripe_mirror.notes_of(connection, "problem")
        if "charge" not in problems:
            note_worked(connection, stripe_mirror.STRIPE, context.now())
    return PaymentsOutcome(prospects, tuple(problems.values()), reader.calls)


def _check_mode(context: Context, reader: StripeReader) -> None:
    with context.database.read() as connection:
        known = stripe_mirror.note(connection, "mode")
    check_mode(known, reader.mode)
    if known is None:
        with context.database.write() as connection:
            stripe_mirror.set_note(connection, "mode", reader.mode)


def check_mode(known: str | None, mode: str) -> None:
    """Raises UserError for a key of another mode than the payments that are kept here; `known` is None before any were read."""
    if known is not None and known != mode:
        raise UserError(
            tr(
                "The payments kept here are of Stripe's {known} mode, and the key is of its {mode} mode. "
                "Nothing was changed. Use a key of the {known} mode, or a new workspace.",
                known=known,
                mode=mode,
            )
        )


class _Pass:
    """One pass at work; lives only inside `update_payments`."""

    def __init__(self, context: Context, reader: StripeReader, kinds: Sequence[str]) -> None:
        self._context = context
        self._reader = reader
        self._kinds = kinds
        self._events_read: list[dict[str, Any]] | None = None
        self._asked_at = 0

    def run(self) -> None:
        cursor = self._cursor()
        if cursor is not None:
            self._read_events(cursor)
            if self._asked_at - cursor > (GAP_SECONDS if self._events_read is not None else _EVENTS_DENIED_SECONDS):
                self._begin_anew()
        for kind in self._kinds:
            self._walk(kind)
        if self._events_read is not None:
            self._catch_up(self._events_read)

    def _now(self) -> int:
        """Stripe's clock, which is right; ours only until it has answered."""
        return self._reader.server_time or int(self._context.clock().timestamp())

    def _note(self, name: str) -> str | None:
        with self._context.database.read() as connection:
            return stripe_mirror.note(connection, name)

    def _cursor(self) -> int | None:
        stored = self._note("events")
        return None if stored is None else int(stored)

    def _begin_anew(self) -> None:
        with self._context.database.write() as connection:
            for name in ("events", "seen", *(f"walk {kind}" for kind in self._kinds)):
                stripe_mirror.set_note(connection, name, None)
        self._events_read = None

    def _tell(self, connection: Connection, kind: str, problem: str | None) -> None:
        stripe_mirror.set_note(connection, f"problem {kind}", problem)

    def _denied(self, kind: str, problem: AccessDenied) -> None:
        """This kind is left out; it is read whole once the key may."""
        with self._context.database.write() as connection:
            self._tell(connection, kind, str(problem))
            stripe_mirror.set_note(connection, f"walk {kind}", None)

    def _walk(self, kind: str) -> None:
        """Reads the rest of a kind's list, if any is left."""
        known = json.loads(self._note(f"walk {kind}") or "{}")
        if known.get("state") == _DONE:
            return
        after, began = known.get("after"), known.get("began")
        expired = False
        while True:
            try:
                page = self._reader.page(kind, after)
            except AccessDenied as problem:
                self._denied(kind, problem)
                return
            except WalkExpired:
                # What the page would have begun after was deleted; from the top once more.
                if expired:
                    raise
                after, began, expired = None, None, True
                continue
            began = began or self._now()
            after = page.after
            state = {"began": began, "after": after} if after is not None else {"began": began, "state": _DONE}
            with self._context.database.write() as connection:
                self._put(connection, page.objects, began)
                stripe_mirror.set_note(connection, f"walk {kind}", json.dumps(state))
                if stripe_mirror.note(connection, "events") is None:
                    stripe_mirror.set_note(connection, "events", str(began))
                self._tell(connection, kind, None)
            if after is None:
                break
        if kind == "customer":
            self._confirm_deleted(int(began))

    def _confirm_deleted(self, walk: int) -> None:
        """Deleted customers are in no list; each that the walk did not meet is asked for (docs/sync.md, "Reading Stripe")."""
        with self._context.database.read() as connection:
            missing = stripe_payers.customers_not_met(connection, walk)
        self._read_again([("customer", customer) for customer in missing])

    def _read_events(self, cursor: int) -> None:
        """All events since the cursor, newest first; they are small, and the oldest are dealt with first."""
        events: list[dict[str, Any]] = []
        after: str | None = None
        try:
            while True:
                page = self._reader.events(cursor - OVERLAP_SECONDS, after)
                self._asked_at = self._asked_at or self._now()
                events += page.objects
                after = page.after
                if after is None or self._asked_at - cursor > GAP_SECONDS:
                    break
        except AccessDenied as problem:
            self._asked_at = self._now()
            with self._context.database.write() as connection:
                self._tell(
                    connection, "event", tr("{problem} Until then every list is read again once a day.", problem=problem)
                )
            return
        except WalkExpired:
            # An event that the next page begins after has just become 30 days old; there is nothing older to read.
            pass
        with self._context.database.write() as connection:
            self._tell(connection, "event", None)
        self._events_read = events

    def _catch_up(self, events: Sequence[dict[str, Any]]) -> None:
        """Reads again what unseen events name, oldest first, and moves the cursor with each batch that is on disk."""
        seen = set(json.loads(self._note("seen") or "[]"))
        done: set[tuple[str, str]] = set()
        batch: list[tuple[str, str]] = []
        failed: dict[str, str] = {}
        for event in sorted(events, key=lambda event: (int(event["created"]), str(event["id"]))):
            if event["id"] in seen:
                continue
            fresh = [named for named in changed_by(event) if named not in done and named[0] in self._kinds]
            done.update(fresh)
            batch += fresh
            if (session := failed_session(event)) is not None:
                failed[session] = str(event["created"])
            if len(batch) >= _OBJECTS_A_WRITE:
                self._read_again(batch, int(event["created"]))
                batch = []
        self._read_again(batch)
        newest = max((int(event["created"]) for event in events), default=0)
        cursor = max(newest, self._asked_at)
        recent = [str(event["id"]) for event in events if int(event["created"]) >= cursor - OVERLAP_SECONDS]
        # Not counted: where nothing happened, whatever screens have computed still holds.
        with self._context.database.write(counted=False) as connection:
            stripe_mirror.set_note(connection, "events", str(cursor))
            stripe_mirror.set_note(connection, "seen", json.dumps(recent))
            for session, at in failed.items():
                stripe_mirror.set_note(connection, f"{FAILED_PAYMENT} {session}", at)

    def _read_again(self, named: Sequence[tuple[str, str]], cursor: int | None = None) -> None:
        objects: list[dict[str, Any]] = []
        denied: set[str] = set()
        for kind, identifier in named:
            if kind in denied:
                continue
            try:
                thing = self._reader.one(kind, identifier)
            except AccessDenied as problem:
                denied.add(kind)
                self._denied(kind, problem)
                continue
            if thing is not None:
                objects.append(thing)
            elif kind == "customer":
                objects.append({"id": identifier, "object": "customer", "deleted": True})
        if not objects and cursor is None:
            return
        with self._context.database.write() as connection:
            self._put(connection, objects, None)
            if cursor is not None:
                stripe_mirror.set_note(connection, "events", str(cursor))

    def _put(self, connection: Connection, objects: Sequence[dict[str, Any]], walk: int | None) -> None:
        stripe_mirror.put_objects(connection, [stored_object(thing) for thing in objects])
        stripe_payers.note_payers(connection, [facts for thing in objects if (facts := payer_facts(thing, walk)) is not None])
