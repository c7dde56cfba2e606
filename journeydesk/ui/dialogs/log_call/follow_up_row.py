"""The follow-up of a log: none, near days, what the outcome suggests or the note says, or any date in plain words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.due import Due
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.words import first_up, tr
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.context import Context
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_row import ChoiceRow
from journeydesk.ui.widgets.due_field import DueField
from journeydesk.ui.words.days import day_words, due_words

_PICK = "pick"


class FollowUpRow(QWidget):
    """`said` is what was chosen, in words that can be kept in a draft and understood again."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._context = context
        self.said = ""
        self._suggested = ""
        self.row = ChoiceRow(theme, "Follow-up", optional=False)
        self.pick = DueField(context, theme, tr("Follow-up date"))
        self.pick.field.setMaximumWidth(130)
        self.pick.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.row)
        layout.addWidget(self.pick, 1)
        layout.addStretch(0)
        self.row.chosen.connect(self._choose)
        self.pick.changed.connect(self._picked)
        self.pick.refused.connect(self.refused)
        self.setFocusProxy(self.row)
        self._offer()

    def suggest(self, said: str) -> None:
        """Offers another day in the middle, without choosing it."""
        self._suggested = said
        self._offer()

    def show_said(self, said: str) -> None:
        """Chooses what was said, or nothing."""
        self.said = said
        if self.pick.isHidden():
            self._offer()

    def due(self) -> Due | None:
        """What is chosen; None without a follow-up. Raises ValueRefused."""
        if not self.pick.isHidden() and self.pick.field.text().strip():
            return understand_due(self._context, self.pick.field.text(), tr("Follow-up"))
        return understand_due(self._context, self.said, tr("Follow-up")) if self.said else None

    def fixed(self) -> str:
        """What was said as a day, or a moment, that means the same tomorrow."""
        due = self._understood(self.said) if self.said else None
        if due is None:
            return ""
        local = due.moment.astimezone(self._context.settings.time_zone) if due.moment else None
        return f"{local:%Y-%m-%d %H:%M}" if local else due.day.isoformat()

    def _understood(self, said: str) -> Due | None:
        try:
            return understand_due(self._context, said)
        except ValueRefused:
            return None

    def _offer(self) -> None:
        today = self._context.today()
        choices: list[tuple[str, object]] = [(tr("None"), ""), (tr("Tomorrow"), "tomorrow")]
        known = {"", "tomorrow", "next week"}
        middle = self.said if self.said not in known else self._suggested
        due = self._understood(middle) if middle else None
        if due is not None and middle not in known:
            words = due_words(due, self._context.settings.time_zone, today) if due.moment else day_words(due.day, today)
            choices.append((first_up(words), middle))
        choices += [(tr("Next week"), "next week"), (tr("Pick…"), _PICK)]
        self.row.offer(choices, _PICK if not self.pick.isHidden() else self.said)

    def _choose(self, value: object) -> None:
        self.pick.setVisible(value == _PICK)
        if value == _PICK:
            self.pick.field.clear()
            self.pick.field.setFocus()
        else:
            self.said = str(value or "")
        self.changed.emit()

    def _picked(self, due: object) -> None:
        if isinstance(due, Due):
            self.said = self.pick.field.text().strip()
            self.changed.emit()
