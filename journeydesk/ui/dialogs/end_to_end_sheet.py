"""The end-to-end check in a sheet: each step with its state, time and evidence, or what failed and what to do."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk import config
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.onboarding.steps import Outcome, State, summary
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.services.onboarding.end_to_end import EndToEnd, check_end_to_end, last_check
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.words.days import moment_day
from journeydesk.ui.work import Background

_LOOKS = {
    State.PASSED: ("ok-circle", "ok", tr("Passed")),
    State.SEEN: ("ok-circle", "ok", tr("Seen working")),
    State.FAILED: ("x-square", "danger", tr("Failed")),
    State.OFF: ("minus", "text2", tr("Not connected")),
    State.WAITING: ("hourglass", "text2", tr("Not reached")),
}


class EndToEndSheet(FramedSheet):
    """Shows the last run, and runs another beside the window; closing it stops the waiting, what is known by then stays."""

    def __init__(self, context: Context, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, 640, tr("Onboarding from end to end"), icon="steps")
        self._context = context
        self.work = Background(self)
        self._stopped = False
        self.summary = label(theme, weight=600, wrap=True)
        self.words = label(theme, step=-1, kind="secondary", wrap=True)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.words)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        self.body.addLayout(self._steps)
        self.check = KeyButton(theme, tr("Check now"), icon="refresh", kind="primary", parent=self.sheet)
        self.check.clicked.connect(self.run)
        self.offer(self.check, leave=tr("Close"))
        self.accepted.connect(self.run)
        self.closed.connect(self._stop)
        self._show(last_check(context))

    def take_focus(self) -> None:
        """What it is for."""
        self.check.setFocus()

    def run(self) -> None:
        """Goes through the steps."""
        if self.work.busy("check"):
            return
        self.check.setEnabled(False)
        self.check.setText(tr("Checking…"))
        self.words.setText(tr("What others do may take half a minute. Nothing is paid and no figure changes."))
        ask = partial(check_end_to_end, self._context, config.connections(), stopping=lambda: self._stopped)
        self.work.run("check", ask, self._done, self._failed)

    def _done(self, run: EndToEnd) -> None:
        self._ready()
        self._show(run)

    def _failed(self, problem: JourneydeskError) -> None:
        self._ready()
        self.refuse(str(problem))

    def _ready(self) -> None:
        self.check.setEnabled(True)
        self.check.setText(tr("Check now"))

    def _stop(self) -> None:
        self._stopped = True

    def _show(self, run: EndToEnd | None) -> None:
        while (item := self._steps.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if run is None:
            self.summary.setText(tr("A test customer walks from the assessment to its own content"))
            self.words.setText(tr("It is in no list and no figure. The check has not run on this computer yet."))
            self.fit()
            return
        zone, today = self._context.settings.time_zone, self._context.today()
        self.summary.setText(summary(run.outcomes))
        when = moment_day(moment_of(run.began_at), zone, today)
        self.words.setText(
            tr("Checked {when} by {by}, with the test customer {customer}", when=when, by=run.by, customer=run.customer)
        )
        for place, outcome in enumerate(run.outcomes):
            if place:
                self._steps.addWidget(rule())
            self._steps.addWidget(self._step(outcome))
        self.fit()

    def _step(self, outcome: Outcome) -> QWidget:
        theme = self.theme
        icon, token, state = _LOOKS[outcome.state]
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 8, 0, 8)
        inside.setSpacing(10)
        mark = QVBoxLayout()
        mark.addWidget(IconLabel(theme, icon, token))
        mark.addStretch(1)
        inside.addLayout(mark)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(theme, f"{outcome.step.number} {outcome.step.name}", weight=500))
        words.addWidget(label(theme, outcome.said, step=-1, kind="secondary", wrap=True))
        for sentence in outcome.way_out:
            words.addWidget(label(theme, f"→ {sentence}", step=-1, wrap=True))
        inside.addLayout(words, 1)
        right = QVBoxLayout()
        right.setSpacing(1)
        kind = {"ok": "ok", "danger": "danger"}.get(token, "secondary")
        right.addWidget(label(theme, state, weight=500, kind=kind))
        seen = ""
        if outcome.state is State.PASSED:
            seen = tr("{seconds} s", seconds=figure(outcome.seconds, 1))
        elif outcome.at is not None:
            seen = moment_day(moment_of(outcome.at), self._context.settings.time_zone, self._context.today())
        right.addWidget(label(theme, seen, step=-1, kind="secondary"))
        right.addStretch(1)
        inside.addLayout(right)
        row.setAccessibleName(f"{outcome.step.name}: {state}, {outcome.said}")
        return row
