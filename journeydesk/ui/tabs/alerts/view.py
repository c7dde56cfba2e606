"""What the inbox shows: the state, the filter, the grouping; and how much of it there is."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from journeydesk.domain.words import figure, tr
from journeydesk.services.attention import unread_count
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.alerts import alert_counts, alerts, snoozed_alerts
from journeydesk.services.rows.alerts import AlertRow

_ABOUT_PROSPECTS = frozenset({"prospects", "interactions", "positions"})
_EMPTY = {
    "Pending": tr("Nothing pending. New alerts come by themselves."),
    "Acknowledged": tr("No acknowledged alerts."),
    "Actioned": tr("Nothing has been actioned yet."),
    "Expired": tr("Nothing has expired."),
}


def _no_filter() -> dict[str, str | None]:
    return {"priority": None, "owner": None, "rule": None}


@dataclass
class InboxView:
    """`filter` takes any where it holds None; an owner of "" stands for nobody. `counts` are those of the last reading."""

    context: Context
    status: str = "Pending"
    filter: dict[str, str | None] = field(default_factory=_no_filter)
    grouping: str = "Priority"
    counts: dict[str, int] = field(default_factory=dict)
    _number: int = field(default=-1, init=False)

    def read(self, known: Sequence[AlertRow] = ()) -> tuple[list[AlertRow], list[AlertRow]]:
        """The alerts to show, and those that sleep; `known` are some that stand as they did, but for what was done with them."""
        which = (self.filter["rule"], self.filter["priority"], self.filter["owner"])
        self._number = self.context.database.change_number()
        self.counts = alert_counts(self.context)
        asleep = snoozed_alerts(self.context, *which, known) if self.status == "Pending" else []
        return alerts(self.context, self.status, *which, known), asleep

    def has_read(self, change: Change) -> bool:
        """Whether the last reading has all that a change of alerts tells of: nobody wrote since."""
        if change.kinds & (_ABOUT_PROSPECTS | {"settings"}):
            return False
        return self._number == self.context.database.change_number()

    @property
    def narrowed(self) -> bool:
        """Whether a filter is in force."""
        return any(value is not None for value in self.filter.values())

    def unfilter(self) -> None:
        """Takes every filter off."""
        self.filter = _no_filter()

    def empty_words(self) -> str:
        """What an empty list says."""
        return tr("No alert matches the filter. Clear it to see all.") if self.narrowed else _EMPTY[self.status]

    def left_out(self, shown: int) -> str:
        """Says where a long past is not shown whole; empty where it is."""
        held = self.counts.get(self.status, 0)
        return (
            tr("The newest {shown} of {held}", shown=figure(shown), held=figure(held))
            if not self.narrowed and self.status != "Pending" and held > shown
            else ""
        )

    def facts(self, shown: int) -> str:
        """How many wait, and how many nobody has opened; of a long past, how much of it is shown."""
        waits = tr(
            "{pending} pending · {unread_count} unread",
            pending=figure(self.counts["Pending"]),
            unread_count=figure(unread_count(self.context)),
        )
        return self.left_out(shown) or waits


def left_by(change: Change, lines: Sequence[AlertRow]) -> Sequence[AlertRow]:
    """Those that a change left as they were, but for what was done with them."""
    return [line for line in lines if not change.touches(line.prospect, _ABOUT_PROSPECTS)]
