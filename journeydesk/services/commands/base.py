"""The frame of every command: one transaction, one undo step, one Change."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import undo
from journeydesk.storage.records.labels import ProspectLabel, living_prospect
from journeydesk.storage.records.records import Author, FieldChange


@dataclass
class Action:
    """A command at work: its label in words, what it changed so far, and whom that touches."""

    connection: Connection
    author: Author
    label: str = ""
    changes: list[FieldChange] = field(default_factory=list)
    prospects: set[RecordId] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)

    def inserted(self, slug: str, record: RecordId) -> None:
        """A record was added; undoing takes it away."""
        self.changes.append(FieldChange(slug, record, "deleted", 1, 0))
        self.kinds.add(slug)

    def changed(self, changes: Sequence[FieldChange]) -> None:
        """Fields were written, or a record was deleted."""
        self.changes += changes
        self.kinds |= {change.table for change in changes}

    def living(self, prospect: RecordId) -> ProspectLabel:
        """What people know a prospect by. Raises UserError where it was deleted."""
        label = living_prospect(self.connection, prospect)
        if label is None:
            raise UserError("The prospect is no longer there; it was deleted. Undo brings it back.")
        return label


@contextmanager
def start_action(context: Context, label: str, source: str = "user") -> Iterator[Action]:
    """One user action: everything inside is on disk together, undoable under `label`, and published to the screens."""
    with context.database.write() as connection:
        action = Action(connection, context.author(source), label)
        yield action
        undo.record_step(connection, action.label, action.changes, action.author)
    if action.kinds:
        prospects = frozenset(action.prospects) if action.prospects else None
        context.publish(Change(frozenset(action.kinds | {"sync"}), prospects, source))
