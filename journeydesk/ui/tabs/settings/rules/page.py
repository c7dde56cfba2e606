"""Alert rules: what holds for all of them, then each by its name, found by a word (docs/rules.md, "Alert rules")."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.settings.alerts import FOR_ALL
from journeydesk.domain.words import tr
from journeydesk.services.commands.settings import silence_rule, switch_rule
from journeydesk.services.context import Context
from journeydesk.services.notifying import quiet_hours, set_quiet_hours
from journeydesk.services.queries.rules import rule_lines
from journeydesk.services.queries.settings import SettingValue, SettingValues
from journeydesk.ui.tabs.settings.field import SettingField
from journeydesk.ui.tabs.settings.page import SettingsPage, lined_card, rows_card
from journeydesk.ui.tabs.settings.rules.company_list import CompanyList
from journeydesk.ui.tabs.settings.rules.number_words import NUMBERS
from journeydesk.ui.tabs.settings.rules.rule_row import RuleRow
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.tabs.settings.shapes import TEXT
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.find_field import FindField
from journeydesk.ui.widgets.labels import label

_CAPTION = tr("An alert is raised once for each cause, on every computer alike, and goes by itself when its cause goes.")
_PREFIXES = ("alerts.", "score.hot_above", "score.assign_above", "targets.forecast_month")
_SHOWN = ((tr("All rules"), "all"), ("On", "on"), ("Off", "off"), ("Changed", "changed"))


class RulesPage(SettingsPage):
    """Rows are made once; what stands in them follows the settings."""

    def __init__(self, context: Context, theme: Theme, saving: Saving) -> None:
        super().__init__(context, theme, saving, "Alert rules", _CAPTION, _PREFIXES)
        self.body.addWidget(self._for_all())
        self.rows = {line.name: RuleRow(theme, line, self.field) for line in rule_lines(context)}
        self.body.addLayout(self._bar())
        frame, column = rows_card(self.rows.values())
        for row in self.rows.values():
            row.switched.connect(self._switch)
            row.filled.connect(self.show_values)
            row.told.connect(self._tell)
            row.list_requested.connect(self._ask_companies)
            row.reps_requested.connect(partial(self.page_requested.emit, "Team"))
        self._none = label(theme, tr("No rule has these words."), kind="secondary")
        self._none.setContentsMargins(16, 12, 16, 12)
        self._none.hide()
        column.addWidget(self._none)
        self.body.addWidget(frame)
        self.read()

    def _for_all(self) -> QFrame:
        rows = [self.field(number.key, *NUMBERS[number.key], "") for number in FOR_ALL]
        self.quiet = SettingField(self.theme, tr("Quiet hours on this computer"), TEXT, "", width=120)
        self.quiet.edit.setPlaceholderText(tr("none"))
        self.quiet.edit.setToolTip(tr("Written like 22:00-07:00; urgent alerts still notify"))
        self.quiet.given.connect(self._set_quiet)
        return lined_card((*rows, self.quiet))

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 6, 0, 0)
        bar.setSpacing(8)
        self.search = FindField(self.theme, tr("Find a rule by its name or what it does"))
        self.search.setAccessibleName(tr("Find a rule"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(420)
        self.search.textChanged.connect(self._filter)
        bar.addWidget(self.search, 1)
        self.shown = ChoiceButton(self.theme, tr("Which rules"))
        self.shown.offer(_SHOWN, "all")
        self.shown.chosen.connect(self._filter)
        bar.addWidget(self.shown)
        bar.addStretch(1)
        self._counted = label(self.theme, step=-1, kind="secondary")
        bar.addWidget(self._counted)
        return bar

    def read(self) -> None:
        """Every rule as it stands."""
        values = SettingValues(self.context)
        self._changed = set()
        for line in rule_lines(self.context):
            self.rows[line.name].show_line(line)
            own = [key for key, _ in line.numbers if values[key].differs]
            if own or not line.on or (line.priority != "Normal" and not line.notifies):
                self._changed.add(line.name)
        self.show_values()
        hours = quiet_hours(self.context)
        self.quiet.show_value(SettingValue("", hours, hours))
        self._filter()

    def show_rule(self, name: str) -> bool:
        """Opens a rule by its name and goes to it; False where this version does not know it."""
        row = self.rows.get(name)
        if row is None:
            return False
        self.search.clear()
        self.shown.choose("all")
        self._filter()
        row.open()
        row.more.setFocus()
        # The row's place is known only after the layout ran.
        QTimer.singleShot(0, row, lambda: self.area.ensureWidgetVisible(row, 0, 24))
        return True

    def _filter(self) -> None:
        text, which = self.search.text(), self.shown.value
        count = 0
        for row in self.rows.values():
            of_kind = {"all": True, "on": row.switch.isChecked(), "off": not row.switch.isChecked()}
            fits = row.fits(text) and of_kind.get(str(which), row.name in self._changed)
            row.setVisible(fits)
            count += fits
        self._none.setVisible(not count)
        on = sum(row.switch.isChecked() for row in self.rows.values())
        self._counted.setText(tr("{on} of {count} are on", on=on, count=len(self.rows)))

    def _switch(self, rule: str, on: bool) -> None:
        words = tr("Switched the alert rule “{rule}” {words}", rule=rule, words=tr("on") if on else tr("off"))
        self.saving.save(partial(switch_rule, self.context, rule, on), words)

    def _tell(self, rule: str, on: bool) -> None:
        words = tr("“{rule}” notifies", rule=rule) if on else tr("“{rule}” no longer notifies", rule=rule)
        self.saving.save(partial(silence_rule, self.context, rule, not on), words)

    def _set_quiet(self, text: str) -> None:
        try:
            set_quiet_hours(self.context, text)
        except ValueRefused as wrong:
            self.quiet.refuse(wrong)
            return
        self.read()
        hours = quiet_hours(self.context)
        words = tr("Quiet hours on this computer: {hours}", hours=hours) if hours else tr("No quiet hours on this computer")
        self.saving.said.emit(words, False)

    def _ask_companies(self) -> None:
        sheet = CompanyList(self.theme, self.window(), self.context.settings.alerts.fortune_500)
        sheet.given.connect(
            lambda names: self.saving.change({"alerts.fortune_500": names}, tr("Changed the list of companies"))
        )
        sheet.open()
