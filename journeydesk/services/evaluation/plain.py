"""What follows for prospects for whom nothing happens by itself and no alert stands: most of many, and no more than rows to write and
alerts to raise.

It is found without a lock, in this process or another, and handed over as JSON.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from journeydesk.domain.alerts.alert import AlertDraft, EvidenceLine
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.rechecks import change_rechecks
from journeydesk.storage.lists.standings import MovesToWrite, write_moves
from journeydesk.storage.records.records import Author, FieldChange, write_changes

NewAlert = tuple[RecordId, AlertDraft, str]
"""An alert, with its prospect and that one's name."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Rows to write, each of which differs from what stands: the prospects' own fields, columns that never leave this computer, moves,
    and when to look again."""

    changes: Sequence[FieldChange]
    aside: Mapping[RecordId, Mapping[str, Stored]]
    moves: MovesToWrite
    rechecks: Mapping[RecordId, str | None]
    alerts: Sequence[NewAlert] = ()
    """None of them is there, alone or in a digest."""

    @property
    def is_empty(self) -> bool:
        """Whether all stands already."""
        return not (self.changes or self.aside or self.rechecks or self.moves.are_any or self.alerts)

    def write(self, connection: Connection, author: Author, later: bool = False) -> None:
        """Writes it, if nobody else wrote since it was found; `later` is as for `write_moves`."""
        if self.changes or self.aside:
            write_changes(connection, "prospects", self.changes, author, aside=self.aside)
        write_moves(connection, self.moves, later)
        if self.rechecks:
            change_rechecks(connection, self.rechecks)

    def as_json(self) -> Any:
        """As lists, to be sent."""
        moves = self.moves
        return [
            [[change.record, change.field, change.old, change.new] for change in self.changes],
            list(self.aside.items()),
            [moves.left, moves.taken, moves.outdated, moves.history, moves.first],
            list(self.rechecks.items()),
            [[record, company, _sent(alert)] for record, alert, company in self.alerts],
        ]


NOTHING = Plain((), {}, MovesToWrite(), {})
"""Nothing is to be written."""


def from_json(sent: Any) -> Plain:
    """What `as_json` made."""
    changes, aside, moves, rechecks, alerts = sent
    return Plain(
        [FieldChange("prospects", record, field, old, new) for record, field, old, new in changes],
        dict(aside),
        MovesToWrite(*moves),
        dict(rechecks),
        [(record, _received(alert), company) for record, company, alert in alerts],
    )


_PLAIN_FIELDS = tuple(each.name for each in fields(AlertDraft) if each.name != "lines")


def _sent(alert: AlertDraft) -> list[Any]:
    lines = [[line.text, line.at, line.value] for line in alert.lines]
    return [[getattr(alert, name) for name in _PLAIN_FIELDS], lines]


def _received(sent: Any) -> AlertDraft:
    values, lines = sent
    named = dict(zip(_PLAIN_FIELDS, values, strict=True))
    return AlertDraft(**named, lines=tuple(EvidenceLine(*line) for line in lines))
