"""Events whose customer nobody knows: given to a prospect, made one of, or dropped."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.commands.events import assign_unmatched, drop_unmatched_event, make_prospect_of
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.context import Context
from journeydesk.services.queries.events import UnmatchedEvent, unmatched_events
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule

_SHOWN = 20


class UnmatchedList(QWidget):
    """One line each, the oldest first. `sized` says that it is taller or lower than before."""

    said = Signal(str, bool)
    sized = Signal()

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._context, self._theme = context, theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 0, 18, 14)
        self._column.setSpacing(4)
        self.read()

    def read(self) -> None:
        """Who waits now."""
        while (item := self._column.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        waiting = unmatched_events(self._context)
        self.setVisible(bool(waiting))
        if waiting:
            words = tr_count(
                "{count} event waits: nobody is known by its customer id",
                "{count} events wait: nobody is known by their customer ids",
                len(waiting),
            )
            self._column.addWidget(rule())
            self._column.addWidget(label(self._theme, words, weight=600))
        for event in waiting[:_SHOWN]:
            self._column.addWidget(self._line(event))
        self.sized.emit()

    def _line(self, event: UnmatchedEvent) -> QWidget:
        theme = self._theme
        held = QWidget()
        held.setObjectName(f"unmatched {event.id}")
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        at = moment_of(event.occurred_at).astimezone(self._context.settings.time_zone)
        row.addWidget(ElidedLabel(theme, f"{at:%Y-%m-%d %H:%M}   {event.kind}   {event.customer}"), 1)
        whose = QLineEdit()
        whose.setPlaceholderText(tr("Application ID or e-mail"))
        whose.setAccessibleName(tr("Whose event of {customer} it is", customer=event.customer))
        whose.setFixedWidth(190)
        whose.returnPressed.connect(lambda: self._assign(event, whose.text()))
        give = KeyButton(theme, tr("Assign"))
        give.clicked.connect(lambda: self._assign(event, whose.text()))
        make = KeyButton(theme, tr("Make a prospect"))
        make.clicked.connect(partial(self._make, event))
        drop = KeyButton(theme, tr("Drop"), kind="flat")
        drop.clicked.connect(partial(self._drop, event))
        for part in (whose, give, make, drop):
            row.addWidget(part)
        return held

    def _assign(self, event: UnmatchedEvent, whose: str) -> None:
        def assign() -> str:
            prospect = find_prospect(self._context, whose.strip())
            assign_unmatched(self._context, event.id, prospect)
            return tr("The event is now of {whose}", whose=whose.strip())

        self._do(assign)

    def _make(self, event: UnmatchedEvent, _checked: bool = False) -> None:
        def make() -> str:
            make_prospect_of(self._context, event.id)
            return tr("{customer} is a prospect now, with what waited", customer=event.customer)

        self._do(make)

    def _drop(self, event: UnmatchedEvent, _checked: bool = False) -> None:
        def drop() -> str:
            drop_unmatched_event(self._context, event.id)
            return tr("The event of {customer} was dropped", customer=event.customer)

        self._do(drop)

    def _do(self, deed: object) -> None:
        try:
            self.said.emit(deed(), False)  # type: ignore[operator]
        except JourneydeskError as problem:
            self.said.emit(str(problem), False)
        self.read()
