"""The scenario that is chosen: its state, what it is told, its last runs, and where our run of it stands."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.scenarios.inputs import filled_in
from journeydesk.domain.scenarios.states import Scenario
from journeydesk.domain.words import named, tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.scenarios.listing import Closer
from journeydesk.ui.dialogs.scenarios.inputs_form import InputsForm
from journeydesk.ui.dialogs.scenarios.last_runs import last_runs
from journeydesk.ui.dialogs.scenarios.looks import SCENARIO_LOOKS
from journeydesk.ui.dialogs.scenarios.run_card import RunCard
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label


class ChosenScenario(QWidget):
    """`closer` is None until Make told of it."""

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self.closer: Closer | None = None
        self.name = ElidedLabel(theme, step=1, weight=600)
        self._icon = IconLabel(theme, "ok-circle", "ok", 14)
        self.state = label(theme, step=-1, kind="secondary")
        self.why_not = label(theme, step=-1, kind="warn", wrap=True)
        self.form = InputsForm(theme)
        self._told = label(theme, weight=500)
        self.note = label(theme, step=-1, kind="secondary", wrap=True)
        self._past = label(theme, tr("Last runs"), weight=500)
        self._runs: QWidget | None = None
        self.card = RunCard(context, theme)
        state = QHBoxLayout()
        state.setSpacing(6)
        state.addWidget(self._icon)
        state.addWidget(self.state)
        state.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.name)
        self._column.addLayout(state)
        self._column.addWidget(self.why_not)
        self._column.addSpacing(4)
        self._column.addWidget(self.card)
        self._column.addWidget(self._told)
        self._column.addWidget(self.form)
        self._column.addWidget(self.note)
        self._column.addSpacing(4)
        self._column.addWidget(self._past)
        self._column.addStretch(1)

    def begin(self, scenario: Scenario | None, words: str) -> None:
        """Shows what is known of a scenario while Make is asked, or why nothing more is known."""
        self.closer = None
        self._head(scenario)
        for part in (self._told, self.form, self._past):
            part.hide()
        self._take_runs_away()
        self.note.setText(words)
        self.note.show()

    def show_closer(self, closer: Closer, values: Mapping[str, str], whose: Mapping[str, str], whom: str) -> None:
        """Shows it as Make told of it, the form filled in with a prospect's values; `whose` has the runs of ours by execution."""
        self.closer = closer
        self._head(closer.scenario)
        takes = bool(closer.inputs) and closer.scenario.runs
        if takes:
            self.form.show_inputs(closer.inputs, filled_in(closer.inputs, values))
        self.form.setVisible(takes)
        self._told.setText(tr("What it is told of {whom}", whom=whom) if whom else tr("What it is told"))
        self._told.setVisible(takes)
        self.note.setText(
            tr("Only this is sent; * is needed.") if takes else tr("It takes no inputs: it is not told for whom it runs.")
        )
        self.note.setVisible(closer.scenario.runs)
        self._take_runs_away()
        self._past.setText(tr("Last runs") if closer.runs else tr("It has not run yet"))
        self._past.show()
        if closer.runs:
            self._runs = last_runs(self._theme, self._context, closer.runs, whose)
            self._column.insertWidget(self._column.count() - 1, self._runs)

    def mark_wrong(self, called: str) -> QPoint | None:
        """Marks the input of this label."""
        return self.form.mark_wrong(called)

    def _head(self, scenario: Scenario | None) -> None:
        self.name.show_text(scenario.name if scenario is not None else tr("No scenario"))
        self._icon.setVisible(scenario is not None)
        self.state.setVisible(scenario is not None)
        self.why_not.setVisible(scenario is not None and bool(scenario.why_not))
        if scenario is None:
            return
        self._icon.show_icon(*SCENARIO_LOOKS[scenario.state])
        words = named(scenario.state.value)
        if scenario.incomplete:
            waits = tr_count(
                "{count} run waits to be finished in Make", "{count} runs wait to be finished in Make", scenario.incomplete
            )
            words = f"{words} · {waits}"
        self.state.setText(words)
        self.why_not.setText(scenario.why_not)

    def _take_runs_away(self) -> None:
        if self._runs is not None:
            self._runs.hide()
            self._runs.deleteLater()
            self._runs = None
