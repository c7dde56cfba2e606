"""Automation: each with its switch and what it makes, a dry run over the past, the log and its way back
(docs/rules.md, "Automations")."""

from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.domain.automation.names import CHECK_IN, FOLLOW_UP, ONBOARDING, OWNER, PLANNING, TIER
from journeydesk.domain.catalogue import TIERS
from journeydesk.domain.errors import JourneydeskError, SettingError
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.commands.automation import take_back
from journeydesk.services.commands.settings import switch_automation
from journeydesk.services.context import Context
from journeydesk.services.queries.automation import last_runs, runs
from journeydesk.services.queries.rules import automation_lines
from journeydesk.services.queries.settings import SettingValues
from journeydesk.ui.tabs.settings.automation.automation_row import AutomationRow
from journeydesk.ui.tabs.settings.automation.dry_run_card import DryRunCard
from journeydesk.ui.tabs.settings.automation.planned_tasks import PlannedTasks
from journeydesk.ui.tabs.settings.automation.rule_words import short, what, when
from journeydesk.ui.tabs.settings.automation.run_log import PAGE, RunLog
from journeydesk.ui.tabs.settings.automation.stage_numbers import StageNumbers
from journeydesk.ui.tabs.settings.page import SettingsPage, rows_card
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.tabs.settings.shapes import whole
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.words.days import day_words

_CAPTION = tr(
    "Small jobs Journeydesk does by itself. Each is written down and can be undone; none sends anything to a customer."
)
_LISTS = {"automation.onboarding": ONBOARDING, "automation.planning": PLANNING}
_SINGLE = {"automation.check_in": CHECK_IN, "automation.follow_up": FOLLOW_UP}


class AutomationPage(SettingsPage):
    """Rows and cards are made once; what stands in them follows the settings and the log."""

    kinds = frozenset({"settings", "tasks", "prospects", "alerts"})

    def __init__(self, context: Context, theme: Theme, saving: Saving) -> None:
        super().__init__(context, theme, saving, "Automation", _CAPTION, ("automation.", "score.assign_above"))
        self._older = PAGE
        self.tasks = {key: self._tasks(key, name) for key, name in (_LISTS | _SINGLE).items()}
        self.tier = Segments(theme, tr("Tier that a checkout grants where it names none"), list(TIERS))
        self.tier.chosen.connect(
            lambda tier: self.saving.change({"automation.tier": tier}, tr("A checkout grants {tier}", tier=tier))
        )
        self.stages = StageNumbers(theme)
        self.stages.given.connect(self._give_stages)
        self.rows = {line.name: AutomationRow(theme, line, self._parts(line.name)) for line in automation_lines(context)}
        frame, column = rows_card(self.rows.values())
        for row in self.rows.values():
            row.switched.connect(self._switch)
            row.toggled.connect(self._toggle)
            row.step_requested.connect(self._step)
        held = QWidget()
        inside = QVBoxLayout(held)
        inside.setContentsMargins(14, 6, 14, 8)
        inside.addWidget(self.field("automation.not_older_than_days", tr("Leave alone what is older than"), whole(tr("days"))))
        column.addWidget(held)
        self.body.addWidget(self.heading(tr("Rules")))
        self.body.addWidget(frame)
        self.body.addWidget(self.heading(tr("Try a rule on the past")))
        self.dry = DryRunCard(context, theme, list(self.rows))
        self.dry.prospect_requested.connect(self.prospect_requested)
        self.body.addWidget(self.dry)
        self.body.addWidget(self.heading(tr("What it did")))
        frame, column = self.card()
        self.log = RunLog(context, theme)
        self.log.taken_back.connect(self._take_back)
        self.log.more_requested.connect(self._show_older)
        self.log.prospect_requested.connect(self.prospect_requested)
        column.addWidget(self.log)
        self.body.addWidget(frame)
        self.read()

    def _tasks(self, key: str, name: str) -> PlannedTasks:
        tasks = PlannedTasks(self.theme, name, single=key in _SINGLE)
        tasks.given.connect(partial(self._give_tasks, key, name))
        tasks.reset.connect(lambda: self.back_to_default([key], tr("Tasks of “{short}”", short=short(name))))
        return tasks

    def _parts(self, name: str) -> list[QWidget]:
        parts: dict[str, list[QWidget]] = {
            OWNER: [self.field("score.assign_above", tr("Score above"), whole(tr("of 50")))],
            TIER: [self.tier],
            PLANNING: [self.stages],
        }
        lists: list[QWidget] = [self.tasks[key] for key, page_name in (_LISTS | _SINGLE).items() if page_name == name]
        return parts.get(name, []) + lists

    def read(self) -> None:
        """Switches, tasks and the log as they stand."""
        values = SettingValues(self.context)
        settings, last = self.context.settings, last_runs(self.context)
        for line in automation_lines(self.context):
            ran = self._ran(*last[line.name]) if line.name in last else ""
            self.rows[line.name].show_line(line, when(line.name, settings), what(line.name, settings), ran)
        for key, planned in self.tasks.items():
            value = values[key].value
            planned.show_tasks(value if isinstance(value, list) else [value], values[key].differs)
        self.tier.choose(self.context.settings.automation.tier)
        self.stages.show_stages(self.context.settings.journeys[0], values["automation.planning_stages"].value)
        self.show_values()
        found_runs = runs(self.context, self._older + 1)
        self.log.show_runs(found_runs[: self._older], len(found_runs) > self._older)

    def _switch(self, name: str, on: bool) -> None:
        words = tr("Switched “{short}” {words}", short=short(name), words=tr("on") if on else tr("off"))
        self.saving.save(partial(switch_automation, self.context, name, on), words)

    def _ran(self, at: datetime, tasks: int, fields: int) -> str:
        day = day_words(at.astimezone(self.context.settings.time_zone).date(), self.context.today())
        made = (
            tr_count("{count} task", "{count} tasks", tasks)
            if tasks
            else ""
            if fields == 1
            else tr_count("{count} change", "{count} changes", fields)
        )
        return f"{day}, {made}" if made else day

    def _toggle(self, name: str) -> None:
        """Opens one and closes the others."""
        opened = not self.rows[name].is_open
        for row in self.rows.values():
            row.open(opened and row.name == name)

    def _step(self, name: str, by: int) -> None:
        names = list(self.rows)
        place = names.index(name) + by
        if 0 <= place < len(names):
            self.rows[names[place]].setFocus()

    def _give_tasks(self, key: str, name: str, tasks: list[dict[str, Any]]) -> None:
        value: Any = tasks[0] if key in _SINGLE else tasks

        def refuse(problem: JourneydeskError) -> None:
            what = tr("title") if isinstance(problem, SettingError) and problem.key.endswith("title") else tr("number of days")
            allowed = problem.allowed if isinstance(problem, SettingError) else str(problem)
            self.tasks[key].refuse(tr("The {what}: give {allowed}.", what=what, allowed=allowed))

        self.saving.change({key: value}, tr("Changed the tasks of “{short}”", short=short(name)), refuse)

    def _give_stages(self, numbers: list[int]) -> None:
        self.saving.change({"automation.planning_stages": numbers}, tr("Changed which stages call for a planning review"))

    def _take_back(self, run: int) -> None:
        def tell(words: object) -> None:
            self.saving.said.emit(tr("Took back: {words}", words=words), True)

        self.saving.save(partial(take_back, self.context, run), done=tell)

    def _show_older(self) -> None:
        self._older += PAGE
        self.read()
