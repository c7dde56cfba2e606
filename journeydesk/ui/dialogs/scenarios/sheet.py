"""The team's scenarios in a sheet: choose one, see what it is told, run it for a prospect, and follow it."""

from functools import partial

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk import config
from journeydesk.domain.errors import JourneydeskError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.scenarios.runs import next_look
from journeydesk.domain.scenarios.states import Scenario
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import named, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.names import name_of
from journeydesk.services.scenarios.account import make_account
from journeydesk.services.scenarios.listing import Closer, Listed, kept_scenarios, look_closer, read_scenarios
from journeydesk.services.scenarios.running import (
    RunRow,
    look_up_runs,
    open_run_of,
    prospect_values,
    run_of,
    run_scenario,
    runs_here,
    whom_of,
)
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.dialogs.scenarios.chosen import ChosenScenario
from journeydesk.ui.dialogs.scenarios.looks import SCENARIO_LOOKS
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.outside import open_address
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.choosing.choice_list import Choice, ChoiceList
from journeydesk.ui.widgets.labels import ElidedLabel
from journeydesk.ui.words.days import ago_words
from journeydesk.ui.work import Background

_WIDTH, _LIST, _HEIGHT = 960, 360, 430
_SETTLES_MS = 200


class ScenariosSheet(FramedSheet):
    """`said` carries what became of a run in a sentence. What was read last stands there at once; Make is asked beside it."""

    said = Signal(str)

    def __init__(self, context: Context, theme: Theme, window: QWidget, prospect: RecordId | None = None) -> None:
        self._whom = (name_of(context, prospect) or "") if prospect is not None else ""
        account = make_account(context)
        about = f"{account.team_name}, {account.zone}" if account is not None else ""
        title = tr("Run a scenario for {whom}", whom=self._whom) if self._whom else tr("Scenarios in Make.com")
        super().__init__(theme, window, _WIDTH, title, icon="plug", about=about)
        self._context = context
        self._account = account
        self._prospect = prospect
        self.work = Background(self)
        self._scenarios: dict[str, Scenario] = {}
        self.list = ChoiceList(theme, tr("Scenarios"))
        self.list.setFixedWidth(_LIST)
        self.list.setContentsMargins(10, 10, 10, 8)
        self.list.list.setMinimumHeight(_HEIGHT)
        self.list.left.connect(self.done)
        self.list.picked.connect(lambda _number: self._to_form())
        self.chosen = ChosenScenario(context, theme)
        self._build(theme)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLES_MS)
        self._settling.timeout.connect(self._look_closer)
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.timeout.connect(self._follow)
        self.list.list.selectionModel().currentChanged.connect(self._choose)
        self.list.choices.modelReset.connect(self._choose)
        self.accepted.connect(self.run)
        self._show_list(kept_scenarios(context))
        self.read()

    def _build(self, theme: Theme) -> None:
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedWidth(1)
        right = QVBoxLayout()
        right.setContentsMargins(18, 14, 18, 14)
        right.addWidget(self.chosen)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(line)
        row.addLayout(right, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(row)
        self.age = ElidedLabel(theme, step=-1, kind="secondary")
        self.again = IconButton(theme, "refresh", tr("Ask Make again"), parent=self.sheet)
        self.again.clicked.connect(self.read)
        self.in_make = KeyButton(theme, tr("Open in Make"), icon="external", kind="flat", parent=self.sheet)
        self.in_make.clicked.connect(self._open_in_make)
        self.button = KeyButton(theme, tr("Run"), icon="send", key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        self.button.clicked.connect(self.run)
        self.foot.addWidget(self.again)
        self.foot.addWidget(self.age, 1)
        self.offer(self.in_make, self.button, leave=tr("Close"))

    def take_focus(self) -> None:
        """Typing narrows the scenarios down at once."""
        self.list.search.setFocus()

    # What Make has

    def read(self) -> None:
        """Asks for the scenarios; what is known stands there meanwhile."""
        self.again.setEnabled(False)
        self.refuse("")
        self.work.run("list", partial(read_scenarios, self._context, config.connections()), self._listed, self._not_listed)

    def _listed(self, listed: Listed) -> None:
        self.again.setEnabled(True)
        self._show_list(listed)

    def _not_listed(self, problem: JourneydeskError) -> None:
        self.again.setEnabled(True)
        self.refuse(str(problem))
        if not self._scenarios:
            self.chosen.begin(None, tr("Nothing is known of the scenarios yet."))

    def _show_list(self, listed: Listed) -> None:
        before = self.list.current.value if self.list.current is not None else None
        self._scenarios = {str(each.id): each for each in listed.scenarios}
        choices = [
            Choice(
                str(each.id), each.name, sample="" if each.runs else named(each.state.value), icon=SCENARIO_LOOKS[each.state][0]
            )
            for each in listed.scenarios
        ]
        self.list.offer(choices, before)
        self.age.show_text(
            tr("Read from Make {when}", when=ago_words(listed.at, self._context.clock())) if listed.at else tr("Asking Make…")
        )
        self._choose()

    @property
    def scenario(self) -> Scenario | None:
        """The one that is chosen."""
        current = self.list.current
        return self._scenarios.get(current.value or "") if current is not None else None

    def _choose(self, *_: QModelIndex) -> None:
        scenario = self.scenario
        shown = self.chosen.closer
        self.in_make.setEnabled(scenario is not None and self._account is not None)
        if scenario is None:
            self.chosen.begin(None, tr("Asking Make…") if self.work.busy("list") else tr("No scenario is called so."))
            self._offer_run()
        elif shown is None or shown.scenario.id != scenario.id:
            self.chosen.begin(scenario, tr("Asking Make what it takes…"))
            self._show_run(open_run_of(self._context, scenario.id, self._prospect))
            self._settling.start()

    def _look_closer(self) -> None:
        scenario = self.scenario
        if scenario is not None:
            ask = partial(look_closer, self._context, config.connections(), scenario.id)
            self.work.run("closer", ask, self._looked, self._not_looked)

    def _looked(self, closer: Closer) -> None:
        if self.scenario is None or closer.scenario.id != self.scenario.id:
            return
        try:
            values = prospect_values(self._context, self._prospect) if self._prospect is not None else {}
        except JourneydeskError as problem:
            self.refuse(str(problem))
            values = {}
        self.chosen.show_closer(closer, values, self._whose(closer.scenario.id), self._whom)
        self._offer_run()
        self.fit()

    def _not_looked(self, problem: JourneydeskError) -> None:
        self.chosen.begin(self.scenario, str(problem))
        self._offer_run()

    def _whose(self, scenario: int) -> dict[str, str]:
        """For whom the runs of this computer were, by execution."""
        rows = runs_here(self._context, scenario=scenario)
        names = whom_of(self._context, rows)
        return {row.execution: tr("for {whom}", whom=names[row.id]) for row in rows if row.execution and row.id in names}

    def _to_form(self) -> None:
        field = next(iter(self.chosen.form.fields.values()), None)
        (field or self.button).setFocus()

    # The run

    def run(self) -> None:
        """Runs the chosen scenario with what stands in the form, once."""
        closer = self.chosen.closer
        if closer is None or not self.button.isEnabled():
            return
        self.refuse("")
        self.chosen.mark_wrong("")
        self.button.setEnabled(False)
        self.button.setText(tr("Asking Make…"))
        ask = partial(
            run_scenario,
            self._context,
            config.connections(),
            closer.scenario,
            closer.inputs,
            self.chosen.form.typed if closer.inputs else {},
            self._prospect,
        )
        self.work.run("run", ask, self._ran, self._not_run)

    def _ran(self, row: RunRow) -> None:
        self._show_run(row)

    def _not_run(self, problem: JourneydeskError) -> None:
        self._offer_run()
        self.refuse(str(problem))
        if isinstance(problem, ValueRefused):
            self.chosen.mark_wrong(problem.field)

    def _show_run(self, row: RunRow | None) -> None:
        self.chosen.card.show_run(row)
        self._offer_run()
        self.fit()
        if self.chosen.card.is_open and row is not None:
            wait = next_look(moment_of(row.asked_at), self._context.clock())
            self._following.start(round(wait * 1_000))

    def _follow(self) -> None:
        row = self.chosen.card.row
        if row is None or self.work.busy("follow"):
            return
        ask = partial(look_up_runs, self._context, config.connections(), only=row.id, force=True)
        self.work.run("follow", ask, lambda _changed: self._followed(row.id), lambda _problem: self._followed(row.id))

    def _followed(self, number: int) -> None:
        shown = self.chosen.card.row
        if shown is None or shown.id != number:
            return
        self._show_run(run_of(self._context, number))
        if not self.chosen.card.is_open:
            self._look_closer()

    def _offer_run(self) -> None:
        closer, busy = self.chosen.closer, self.work.busy("run")
        self.button.setText(tr("Asking Make…") if busy else tr("Run"))
        self.button.setEnabled(closer is not None and closer.scenario.runs and not busy and not self.chosen.card.is_open)

    def _open_in_make(self) -> None:
        scenario, account = self.scenario, self._account
        if scenario is None or account is None:
            return
        address = f"https://{account.host}/{account.team}/scenarios/{scenario.id}/edit"
        if not open_address(address):
            self.refuse(tr("Open this address in a browser on this computer: {address}", address=address))
