"""Where the run that was asked for stands, followed until it ended."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from journeydesk.domain.scenarios.runs import OPEN, RunState
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import figure, named, retold, tr
from journeydesk.services.context import Context
from journeydesk.services.scenarios.running import RunRow
from journeydesk.ui.dialogs.scenarios.looks import KINDS, RUN_LOOKS
from journeydesk.ui.restyling import restyle
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.words.days import moment_day

_SAID = {
    RunState.ASKED: tr("Asked for, without an answer yet. It is looked up in Make’s log, and not asked for again."),
    RunState.RUNNING: tr("It is followed to its end, also while this window is closed."),
}


class RunCard(QFrame):
    """Hidden until there is a run to show."""

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self.setProperty("kind", "card")
        self._icon = IconLabel(theme, "hourglass", "text2")
        self.state = label(theme, weight=600)
        self._when = label(theme, step=-1, kind="secondary")
        self.words = label(theme, step=-1, kind="secondary", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self._when)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.words)
        self.row: RunRow | None = None
        self.hide()

    def show_run(self, row: RunRow | None) -> None:
        """Shows a run, or none."""
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        state = RunState(row.state)
        icon, token = RUN_LOOKS[state]
        self._icon.show_icon(icon, token)
        self.state.setText(named(row.state))
        restyle(self.state, "kind", KINDS.get(token, ""))
        asked = moment_of(row.asked_at)
        when = moment_day(asked, self._context.settings.time_zone, self._context.today())
        seconds = (moment_of(row.changed_at) - asked).total_seconds()
        ended = state in (RunState.SUCCEEDED, RunState.WARNED, RunState.FAILED)
        self._when.setText(tr("{when}, known after {seconds} s", when=when, seconds=figure(seconds)) if ended else when)
        detail = retold(row.detail) if state not in OPEN else _SAID[state]
        self.words.setText(detail)
        self.words.setVisible(bool(detail))
        self.setAccessibleName(f"{row.name}: {self.state.text()}. {detail}")

    @property
    def is_open(self) -> bool:
        """Whether the end of what it shows is not known."""
        return self.row is not None and RunState(self.row.state) in OPEN
