"""The inbox of one status: alerts under a header row for each group, and those that sleep apart at the end."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import first_up, named, noted, tr
from journeydesk.services.rows.alerts import AlertRow, Priority
from journeydesk.ui.models.headed_rows import HeadedRows

ALERT_ROLE = Qt.ItemDataRole.UserRole + 1
GROUP_ROLE = Qt.ItemDataRole.UserRole + 2

GROUP, ROW = 28, 69
"""How high a header row and an alert are."""


_ORDER: tuple[Priority, ...] = ("Urgent", "High", "Normal")
GROUPINGS: dict[str, Callable[[AlertRow], str]] = {
    noted("Priority"): lambda alert: alert.priority,
    noted("Rule"): lambda alert: first_up(named(alert.rule)),
    noted("Owner"): lambda alert: alert.owner or tr("Nobody"),
    noted("Prospect"): lambda alert: alert.company or alert.contact,
}
"""What the inbox can be grouped by, and the group of an alert."""


@dataclass(frozen=True, slots=True)
class Group:
    """A header row: its words, how many alerts stand below it, and the priority that they have in common, if it is theirs."""

    title: str
    count: int
    priority: Priority | None = None
    asleep: bool = False


class AlertModel(HeadedRows):
    """Rows are `Group`s and `AlertRow`s in the order shown; headers cannot be selected."""

    def __init__(self, words: Callable[[AlertRow], str], parent: QObject | None = None) -> None:
        super().__init__(GROUP, ROW, parent)
        self._words = words

    def is_heading(self, row: Group | AlertRow) -> bool:
        return isinstance(row, Group)

    def identity(self, row: Group | AlertRow) -> tuple[str, int]:
        return (row.title, -1) if isinstance(row, Group) else ("", row.id)

    def told(self, row: Group | AlertRow, role: int) -> Any:
        if isinstance(row, Group):
            if role == GROUP_ROLE:
                return row
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return f"{row.title}, {row.count}"
            return None
        if role == ALERT_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.company or row.contact
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(row)
        return None

    def set_alerts(self, alerts: Sequence[AlertRow], asleep: Sequence[AlertRow] = (), by: str = "Priority") -> None:
        """Shows these alerts, grouped `by` one of `GROUPINGS`."""
        rows = grouped(alerts, by)
        if asleep:
            rows += [Group(tr("Snoozed"), len(asleep), asleep=True), *asleep]
        self.show_rows(rows)

    def alert(self, row: int) -> AlertRow | None:
        """The alert at this row; None for a header or no row."""
        line = self._rows[row] if 0 <= row < len(self._rows) else None
        return line if isinstance(line, AlertRow) else None

    def alerts(self) -> list[AlertRow]:
        """Every alert shown."""
        return [row for row in self._rows if isinstance(row, AlertRow)]

    def row_of(self, alert: RecordId) -> int | None:
        """Where this alert stands."""
        rows = ((place, row) for place, row in enumerate(self._rows) if isinstance(row, AlertRow))
        return next((place for place, row in rows if row.id == alert), None)


def grouped(alerts: Sequence[AlertRow], by: str) -> list[Group | AlertRow]:
    """Header and alerts for each group: priorities in their own order, others by their most urgent alert, then by name."""
    group_of = GROUPINGS[by]
    groups: dict[str, list[AlertRow]] = {}
    for alert in alerts:
        groups.setdefault(group_of(alert), []).append(alert)
    order = sorted(groups, key=lambda name: (min(_ORDER.index(row.priority) for row in groups[name]), name.casefold()))
    rows: list[Group | AlertRow] = []
    for name in order:
        members = groups[name]
        rows += [Group(name, len(members), members[0].priority if by == "Priority" else None), *members]
    return rows
