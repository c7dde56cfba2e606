"""The states of sync that a picture needs, brought about and taken back: a disagreement, and a queue of every kind."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, Wire
from journeydesk.services.changes import Change
from journeydesk.services.commands.outbox import hold_change, release_change
from journeydesk.services.commands.prospects import edit, log_interaction
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.ui.dialogs.conflicts.review import ConflictReview
from journeydesk.ui.main_window import MainWindow

_SHOWN = Change(frozenset({"prospects", "sync"}))


@contextmanager
def disagreement(context: Context, prospect: RecordId) -> Iterator[None]:
    """Writes our values as one step, and the questions beside them as a pass of sync would. Each question is the field's slug,
    its value before, what is stored here, and what somebody else left in Airtable."""
    days = [(context.today() + timedelta(days=step)).isoformat() for step in (-1, 3, 0)]
    pilot = "Wants a pilot in "
    asked: tuple[tuple[str, Wire, Stored, Wire], ...] = (
        ("journey_stage", "Exploration", None, "Planning"),
        ("next_follow_up", days[0], days[1], days[2]),
        ("estimated_revenue", 36_000, 4_200_000, 48_000),
        ("phone", "+44 20 7946 0100", "+44 20 7946 0132", None),
        ("notes", f"{pilot}one depot.", f"{pilot}two depots, asked for references.", f"{pilot}one depot, budget approved."),
    )
    ours = {slug: mine for slug, _, mine, _ in asked if mine is not None}
    edit(context, prospect, ours | {"source": "Website"})
    with context.database.write() as connection:
        for slug, base, mine, theirs in asked:
            conflicts.put(
                connection, "prospects", prospect, slug, conflicts.MERGE, base, mine, theirs, "Tomasz Wilk", context.now()
            )
    context.publish(_SHOWN)
    yield
    with context.database.write() as connection:
        conflicts.drop_of(connection, "prospects", prospect)
    undo(context)


def show_conflict(window: MainWindow) -> Iterator[str]:
    """The review with all but the last question decided."""
    window.sync.review_conflicts()
    review = next(widget for widget in window.findChildren(ConflictReview) if widget.isVisible())
    for question, choice in zip(review.questions, ("mine", "mine", "theirs", "mine"), strict=False):
        question.pick(choice)
    review.take_focus()
    yield "dialog-conflict"
    review.done()


@contextmanager
def outbox(context: Context, prospect: RecordId) -> Iterator[None]:
    """Changes that wait, one that is held, one that was refused, a question and a note."""
    accepted = ListView(filters=(Filter("status", "is", ("Accepted",)),), sort=(SortKey("company"),))
    first, second = [other for other in prospect_ids(context, accepted)[:3] if other != prospect][:2]
    edit(context, prospect, {"estimated_revenue": 5_200_000, "next_follow_up": context.today().isoformat()})
    log_interaction(context, prospect, "Call", "Wants the rollout in two depots", outcome="Reached", duration=14)
    edit(context, first, {"status": "Onboarding", "priority_level": "Critical"})
    edit(context, second, {"notes": "Asked for the contract in two languages."})
    hold_change(context, "prospects", second, "notes")
    now = context.now()
    with context.database.write() as connection:
        reason = "Airtable has no select option “Onboarding” in Status."
        unsent_fields.reject(connection, "prospects", first, {"status": ("Onboarding", reason)})
        sync_notes.add(
            connection,
            sync_notes.MASS_REMOTE_DELETE,
            "events",
            None,
            "212 of 9,604 records of Events are missing in Airtable at once: EVT-0412, EVT-0413 and 210 more. Nothing was deleted "
            "here. If they were deleted on purpose, confirm it in the sync details.",
            now,
        )
    context.publish(_SHOWN)
    yield
    release_change(context, "prospects", second, "notes")
    with context.database.write() as connection:
        unsent_fields.clear_rejections(connection, "prospects", {first: ["status"]})
        sync_notes.settle(connection, sync_notes.MASS_REMOTE_DELETE, "events", now)
    for _ in range(4):
        undo(context)
