"""The frame of every command: one transaction, one undo step, one Change."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.checks import check_all
from journeydesk.domain.errors import UserError
from journeydesk.domain.field_kinds.field_names import field_name
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_NAME
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records, undo
from journeydesk.storage.records.labels import ProspectLabel, living_prospect
from journeydesk.storage.records.records import Author, FieldChange
from journeydesk.storage.sync.table_maps import read_only_fields


@dataclass
class Action:
    """A command at work: its label in words, what it changed so far, and whom that touches."""

    connection: Connection
    author: Author
    label: str = ""
    changes: list[FieldChange] = field(default_factory=list)
    prospects: set[RecordId] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    then: Callable[[int | None], None] | None = None
    """Told the number of its undo step, still within its transaction."""

    def insert(self, slug: str, values: Mapping[str, Stored]) -> RecordId:
        """Adds a record with what somebody entered. Raises ValueRefused for a value that its field does not take."""
        check_all(slug, values)
        record = records.insert(self.connection, slug, values, self.author)
        self.inserted(slug, record)
        return record

    def update(self, slug: str, record: RecordId, values: Mapping[str, Stored]) -> None:
        """Writes what somebody entered. Raises ValueRefused for a value that its field does not take, unless it stands there already:
        what came from the base is kept."""
        self.update_many(slug, {record: values})

    def update_many(self, slug: str, edits: Mapping[RecordId, Mapping[str, Stored]]) -> None:
        """`update` for many records at once."""
        changes = records.update_many(self.connection, slug, edits, self.author)
        for entered in {(change.field, change.new) for change in changes}:
            check_all(slug, dict([entered]))
        self.changed(changes)

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
            raise UserError(tr("The prospect is no longer there; it was deleted. Undo brings it back."))
        return label


def refuse_computed(action: Action) -> None:
    """Raises UserError where a field was written that the remote computes: nothing of the action happens then."""
    made = {
        (change.table, change.record)
        for change in action.changes
        if (change.field, change.old, change.new) == ("deleted", 1, 0)
    }
    written: dict[str, set[str]] = {}
    for change in action.changes:
        if (change.table, change.record) not in made and change.table in BY_SLUG:
            written.setdefault(change.table, set()).add(change.field)
    for slug, fields in written.items():
        for computed, (name, kind) in read_only_fields(action.connection, slug).items():
            if computed in fields:
                raise UserError(
                    tr(
                        "{name} cannot be changed here: it is “{name_2}” in {remote_name}, which is computed there "
                        "({kind}). Change what it is computed from.",
                        name=field_name(BY_SLUG[slug].by_slug[computed]),
                        name_2=name,
                        remote_name=REMOTE_NAME,
                        kind=kind,
                    )
                )


@contextmanager
def start_action(context: Context, label: str, source: str = "user", beside: bool = False) -> Iterator[Action]:
    """One user action: everything inside is on disk together, undoable under `label`, and published to the screens. `beside` is as for
    `Database.write`: the screens show it while it comes to disk."""
    with context.database.write(beside=beside) as connection:
        action = Action(connection, context.author(source), label)
        yield action
        if source != "rule":
            refuse_computed(action)
        step = undo.record_step(connection, action.label, action.changes, action.author)
        if action.then is not None:
            action.then(step)
    if action.kinds:
        prospects = frozenset(action.prospects) if action.prospects else None
        context.publish(Change(frozenset(action.kinds | {"sync"}), prospects, source))
