"""Team: its name and time zone, the reps, working days, targets (docs/rules.md, "Settings of the team")."""

import re
from collections.abc import Mapping
from functools import cache, partial
from types import MappingProxyType
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from journeydesk.domain.errors import JourneydeskError, SettingError
from journeydesk.domain.words import tr
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.context import Context
from journeydesk.services.queries.settings import SettingValues
from journeydesk.services.queries.team import team_lines
from journeydesk.ui.tabs.settings.page import SettingsPage, lined_card
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.tabs.settings.shapes import LIST, SHARE, TEXT, Shape, number, whole
from journeydesk.ui.tabs.settings.team.days_card import DaysCard
from journeydesk.ui.tabs.settings.team.next_steps_card import NextStepsCard
from journeydesk.ui.tabs.settings.team.reps_card import RepsCard
from journeydesk.ui.theme import Theme
from journeydesk.ui.work import Background

_CAPTION = tr("Who works here, and by which clock. Times, weeks and months follow the team's time zone, wherever somebody is.")
_PREFIXES = ("team.", "calendar.", "targets.", "alert_mail.")
_REPS = "team.reps"
_STEPS = "calendar.next_steps"
_PLACE = re.compile(r"team\.reps (\d+)(?:\.(\w+))?")
_TARGETS: Mapping[str, tuple[str, Shape]] = MappingProxyType(
    {
        "targets.new_prospects_week": (tr("New prospects a week"), whole()),
        "targets.applications_per_day": (tr("Applications a day"), number()),
        "targets.first_to_second_stage": (tr("From the first stage to the second"), SHARE),
        "targets.calls_week": (tr("Calls a week"), whole()),
        "targets.hours_to_first_call": (tr("To the first call, at most"), number("hours")),
        "targets.form_completion": (tr("Forms completed of those started"), SHARE),
        "targets.documentation_to_application": (tr("Applications after documentation"), SHARE),
        "targets.demo_requests": (tr("Demos asked for by visitors"), SHARE),
        "targets.conversion": ("Conversion", SHARE),
        "targets.forecast_month": (tr("Expected revenue of the month"), number()),
        "targets.health_applications_green": (tr("Health: applications a day, green from"), whole()),
        "targets.health_applications_yellow": (tr("Health: applications a day, red below"), whole()),
        "targets.health_conversion_green": (tr("Health: conversion, green from"), SHARE),
        "targets.health_conversion_yellow": (tr("Health: conversion, red below"), SHARE),
        "targets.health_engagement_green": (tr("Health: engagement, green from"), SHARE),
        "targets.health_engagement_yellow": (tr("Health: engagement, red below"), SHARE),
        "targets.health_answers_green": (tr("Health: survey answers, green from"), SHARE),
        "targets.health_answers_yellow": (tr("Health: survey answers, red below"), SHARE),
        "targets.health_satisfaction_green": (tr("Health: satisfaction, green from"), number()),
        "targets.health_satisfaction_yellow": (tr("Health: satisfaction, red below"), number()),
        "targets.close_within": (tr("“Close” is from this part of a target"), SHARE),
    }
)


@cache
def _zones() -> list[str]:
    return sorted(available_timezones())


class TeamPage(SettingsPage):
    """Each change is saved as it is made."""

    kinds = frozenset({"settings", "prospects"})

    def __init__(self, context: Context, theme: Theme, saving: Saving) -> None:
        super().__init__(context, theme, saving, "Team", _CAPTION, _PREFIXES)
        self.work = Background(self)
        name = self.field("team.name", tr("The team's name"), TEXT, "", width=196)
        zone = self.field("team.time_zone", tr("Time zone"), TEXT, "", width=196)
        completer = QCompleter(_zones(), zone.edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        zone.edit.setCompleter(completer)
        self.body.addWidget(lined_card((name, zone)))
        self.body.addWidget(self.heading(tr("Reps")))
        self.reps = RepsCard(theme)
        self.reps.given.connect(self._give_reps)
        self.body.addWidget(self.reps)
        self.body.addWidget(self.heading(tr("Working days")))
        hour = self.field("calendar.hour", tr("A task without a time is due at"), whole(tr("o'clock")), "")
        self.days = DaysCard(theme, hour)
        self.days.weekend_given.connect(self._give_weekend)
        self.days.holidays_given.connect(
            lambda days: self.saving.change({"calendar.holidays": days}, tr("Changed the holidays"))
        )
        self.days.reset.connect(lambda key: self.back_to_default([key], tr("Working days")))
        self.body.addWidget(self.days)
        self.body.addWidget(self.heading(tr("What usually comes next")))
        self.steps = NextStepsCard(theme)
        self.steps.given.connect(self._give_steps)
        self.steps.reset.connect(lambda: self.back_to_default([_STEPS], tr("What usually comes next")))
        self.body.addWidget(self.steps)
        self.body.addWidget(self.heading(tr("Alerts by mail")))
        roles = (
            ("executive", tr("Executive")),
            ("engineering", tr("Engineering")),
            ("success", tr("Customer success")),
        )
        mailed = [self.field(f"alert_mail.{role}", name, LIST, "", width=300) for role, name in roles]
        mailed.append(self.field("alert_mail.digest_hour", tr("The day’s digest goes at"), whole(tr("o'clock")), ""))
        mailed.append(self.field("alert_mail.quiet_hours", tr("Nothing goes within"), TEXT, "", width=120))
        self.body.addWidget(lined_card(mailed))
        self.body.addWidget(self.heading(tr("Targets")))
        self.body.addWidget(lined_card(self.field(key, name, shape, "") for key, (name, shape) in _TARGETS.items()))
        self.read()

    def read(self) -> None:
        """The team as it stands."""
        values = SettingValues(self.context)
        self.show_values()
        self.work.run("team", partial(team_lines, self.context), self.reps.show_team, self._fail)
        weekend = values["calendar.weekend"]
        self.steps.show_steps(values[_STEPS].value, values[_STEPS].differs)
        self.days.show_days(weekend.value, values["calendar.holidays"].value, weekend.differs)

    def _fail(self, problem: JourneydeskError) -> None:
        self.saving.failed.emit(str(problem))

    def _give_reps(self, reps: list[dict[str, object]], words: str) -> None:
        work = partial(change_settings, self.context, {_REPS: reps}, words)
        self.saving.save(work, words, self._refuse_reps, lambda _: self.reps.added(reps))

    def _refuse_reps(self, problem: JourneydeskError) -> None:
        match = _PLACE.match(problem.key) if isinstance(problem, SettingError) else None
        place = int(match.group(1)) - 1 if match else None
        part = (match.group(2) if match else None) or "name"
        allowed = problem.allowed if isinstance(problem, SettingError) else str(problem)
        self.reps.refuse(
            tr("{mail}: give {allowed}.", mail=tr("E-mail") if part == "email" else tr("Name"), allowed=allowed), place, part
        )

    def _give_steps(self, steps: object, outcome: str) -> None:
        self.saving.change(
            {_STEPS: steps}, tr("Changed what comes after “{outcome}”", outcome=outcome), partial(self.steps.refuse, outcome)
        )

    def _give_weekend(self, days: list[str]) -> None:
        def refuse(_: JourneydeskError) -> None:
            self.days.refuse_days(tr("Give at least one working day."))

        self.saving.change({"calendar.weekend": days}, tr("Changed the working days"), refuse)
