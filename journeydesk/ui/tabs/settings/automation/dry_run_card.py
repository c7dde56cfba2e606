"""What automations would have made in a month of the past, by the settings of now; nothing is written
(docs/rules.md, "Automations")."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError, NotNow
from journeydesk.domain.periods import month_and_year, month_of
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.automation import DryRun, DryRunLine, dry_run
from journeydesk.ui.tabs.settings.automation.rule_words import short
from journeydesk.ui.tabs.settings.page import clear
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.labels import ElidedLabel, label
from journeydesk.ui.widgets.link import ElidedLink
from journeydesk.ui.widgets.stepper_button import StepperButton
from journeydesk.ui.words.figures import short_day
from journeydesk.ui.work import Background

_ALL = tr("All rules")
_FEW = 8


class DryRunCard(QFrame):
    """One automation or all, a month, and the list of what would have been made."""

    prospect_requested = Signal(int)
    _step = Signal(int, int, int)

    def __init__(self, context: Context, theme: Theme, names: Sequence[str]) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self._names = list(names)
        self._turn = 0
        self._period = month_of(context.today()).previous()
        self._work = Background(self)
        self._step.connect(self._show_step)
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self.which = ChoiceButton(theme, tr("Which rule"))
        self.which.offer([(_ALL, ""), *((short(name), name) for name in self._names)], "")
        self.month = StepperButton(theme, tr("Month before"), tr("Month after"), room=170)
        self.month.stepped.connect(self._turn_month)
        self.start = KeyButton(theme, tr("Try"), icon="history")
        self.start.clicked.connect(self.run)
        self.end = KeyButton(theme, tr("Stop"), kind="default")
        self.end.clicked.connect(self.stop)
        self.end.hide()
        for part in (self.which, self.month, self.start, self.end):
            bar.addWidget(part)
        bar.addStretch(1)
        column.addLayout(bar)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._bar.setAccessibleName(tr("Trying the rules"))
        self._bar.hide()
        column.addWidget(self._bar)
        caption = tr("Shows what would have happened in the month, by the settings of now; changes nothing.")
        self.words = label(theme, caption, kind="secondary", wrap=True)
        column.addWidget(self.words)
        self._found = QVBoxLayout()
        self._found.setSpacing(6)
        column.addLayout(self._found)
        self._show_month()

    def try_one(self, name: str) -> None:
        """Runs one automation dry over the month shown."""
        self.which.choose(name)
        self.run()

    def run(self) -> None:
        """Asks beside the window."""
        self._turn += 1
        turn, first, last, context = self._turn, self._period.first, self._period.last, self._context
        names = [str(self.which.value)] if self.which.value else self._names

        def ask() -> list[DryRun]:
            return [dry_run(context, name, first, last, partial(self._tell, turn, place)) for place, name in enumerate(names)]

        self._bar.setRange(0, len(names) * 100)
        self._bar.setValue(0)
        self._show_running(True)
        self._work.run(tr("dry run"), ask, self._show, self._fail)

    def stop(self) -> None:
        """Ends it; what was found is not shown."""
        self._turn += 1
        self._show_running(False)
        self.words.setText(tr("Stopped."))

    def _tell(self, turn: int, place: int, done: int, every: int) -> None:
        if turn != self._turn:
            raise NotNow(tr("The dry run was stopped."))
        self._step.emit(turn, place, done * 100 // max(1, every))

    def _show_step(self, turn: int, place: int, share: int) -> None:
        if turn == self._turn:
            self._bar.setValue(place * 100 + min(100, share))

    def _show_running(self, running: bool) -> None:
        self._bar.setVisible(running)
        self.end.setVisible(running)
        self.start.setEnabled(not running)

    def _fail(self, problem: JourneydeskError) -> None:
        if not isinstance(problem, NotNow):
            self._show_running(False)
            self.words.setText(str(problem))

    def _show(self, runs: list[DryRun]) -> None:
        self._show_running(False)
        clear(self._found)
        shown = [run for run in runs if run.runs]
        if len(runs) == 1:
            self.words.setText(f"{short(runs[0].rule)}: {runs[0].words}.")
        else:
            quiet = [short(run.rule) for run in runs if not run.runs]
            self.words.setText(
                tr("Nothing for these: {quiet}.", quiet="; ".join(quiet))
                if quiet
                else tr("Each of them would have done something.")
            )
        for run in shown:
            if len(runs) > 1:
                self._found.addWidget(label(self._theme, f"{short(run.rule)}: {run.words}", weight=600, wrap=True))
            self._found.addWidget(self._lines(run, _FEW if len(runs) > 1 else len(run.lines)))

    def _lines(self, run: DryRun, most: int) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        for row, line in enumerate(run.lines[:most]):
            self._line(grid, row, line)
        shown = min(most, len(run.lines))
        if run.runs > shown:
            grid.addWidget(
                label(self._theme, tr("and {runs} more", runs=figure(run.runs - shown)), step=-1, kind="secondary"), shown, 1
            )
        return holder

    def _line(self, grid: QGridLayout, row: int, line: DryRunLine) -> None:
        local = line.at.astimezone(self._context.settings.time_zone)
        when = f"{short_day(local.date(), self._context.today())}, {local:%H:%M}"
        grid.addWidget(label(self._theme, when, step=-1, kind="secondary"), row, 0)
        who = ElidedLink(self._theme, line.words, tr("{words}: open the prospect", words=line.words))
        who.clicked.connect(lambda: self.prospect_requested.emit(line.prospect))
        grid.addWidget(who, row, 1)
        more = len(line.made) - 1
        words = line.made[0] if not more else tr("{first} and {more} more", first=line.made[0], more=figure(more))
        grid.addWidget(ElidedLabel(self._theme, words, step=-1, kind="secondary"), row, 2)

    def _turn_month(self, step: int) -> None:
        self._period = self._period.following() if step > 0 else self._period.previous()
        self._show_month()

    def _show_month(self) -> None:
        self.month.show_text(month_and_year(self._period.first))
        self.month.forward.setEnabled(self._period.last < self._context.today())
