"""The log of what happened by itself: when, for whom, because of what, what it made, and taking it back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import first_up, named, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.automation import RunLine
from journeydesk.ui.tabs.settings.page import clear, typing_kept
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule
from journeydesk.ui.widgets.link import ElidedLink
from journeydesk.ui.words.figures import touch_day

PAGE = 25


class RunLog(QWidget):
    """`taken_back` carries a run's number, `more_requested` asks for older ones."""

    taken_back = Signal(int)
    more_requested = Signal()
    prospect_requested = Signal(int)

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        foot = QHBoxLayout()
        self._more = KeyButton(theme, tr("Show older ones"), kind="flat")
        self._more.clicked.connect(self.more_requested)
        foot.addWidget(self._more)
        foot.addStretch(1)
        column.addLayout(foot)
        self._empty = label(theme, tr("Nothing happened by itself yet."), kind="secondary")
        column.addWidget(self._empty)
        self._shown: tuple[object, ...] | None = None

    def show_runs(self, runs: Sequence[RunLine], more: bool) -> None:
        """Shows these, newest first; the same ones are left as they are."""
        self._more.setVisible(more)
        self._empty.setVisible(not runs)
        if self._shown == tuple(runs):
            return
        self._shown = tuple(runs)
        with typing_kept(self):
            clear(self._rows)
            for place, run in enumerate(runs):
                if place:
                    self._rows.addWidget(rule())
                self._rows.addWidget(self._row(run))

    def _row(self, run: RunLine) -> QWidget:
        zone, today = self._context.settings.time_zone, self._context.today()
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 6, 0, 6)
        line.setSpacing(14)
        when = label(self._theme, touch_day(run.at, zone, today), step=-1, kind="secondary")
        when.setFixedWidth(88)
        line.addWidget(when)
        words = QVBoxLayout()
        words.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(label(self._theme, first_up(named(run.rule)), weight=600))
        because = ElidedLink(self._theme, run.words, tr("{words}: open {company}", words=run.words, company=run.company))
        because.clicked.connect(lambda: self.prospect_requested.emit(run.prospect))
        first.addWidget(because)
        first.addStretch(1)
        words.addLayout(first)
        summary = run.made[0] if len(run.made) == 1 else f"{len(run.made)}: {', '.join(run.made)}"
        words.addWidget(ElidedLabel(self._theme, summary, step=-1, kind="secondary"))
        line.addLayout(words, 1)
        if run.taken_back_at is not None:
            line.addWidget(
                label(
                    self._theme,
                    tr("taken back {touch_day}", touch_day=touch_day(run.taken_back_at, zone, today)),
                    step=-1,
                    kind="caption",
                )
            )
            return row
        back = KeyButton(self._theme, tr("Take back"), icon="undo")
        back.setObjectName(f"take back {run.id}")
        back.setAccessibleName(tr("Take back: {rule}, {words}", rule=named(run.rule), words=run.words))
        back.clicked.connect(lambda: self.taken_back.emit(run.id))
        line.addWidget(back)
        return row
