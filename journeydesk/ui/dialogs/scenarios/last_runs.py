"""The last runs of a scenario: when, how each ended, how long it took, and whose it was."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from journeydesk.domain.scenarios.runs import LogLine, RunState
from journeydesk.domain.words import figure, named, tr
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.scenarios.looks import RUN_LOOKS
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label
from journeydesk.ui.widgets.short_lines import card_of_lines, short_line
from journeydesk.ui.words.days import moment_day

_LINE, _WHEN, _STATE = 28, 128, 158


def last_runs(theme: Theme, context: Context, lines: Sequence[LogLine], ours: Mapping[str, str]) -> QWidget:
    """A line each, the newest first; `ours` says for whom a run of this computer was, by its execution."""
    return card_of_lines([_line(theme, context.settings.time_zone, context, line, ours) for line in lines])


def _line(theme: Theme, zone: ZoneInfo, context: Context, line: LogLine, ours: Mapping[str, str]) -> QWidget:
    when = label(theme, moment_day(line.at, zone, context.today()), step=-1)
    when.setFixedWidth(_WHEN)
    icon, token = RUN_LOOKS[line.state] if line.state is not None else ("minus", "text2")
    state = label(theme, named(line.state.value) if line.state is not None else tr("Not known"), step=-1)
    state.setMinimumWidth(_STATE)
    whose = ours.get(line.id) or (tr("by itself") if line.kind in ("auto", "scheduled") else "")
    took = tr("{seconds} s", seconds=figure(line.seconds, 1)) if line.state is not RunState.RUNNING else ""
    who = ElidedLabel(theme, whose, step=-1, kind="secondary")
    held = short_line(
        _LINE, when, IconLabel(theme, icon, token, 14), state, who, label(theme, took, step=-1, kind="secondary"), wide=who
    )
    held.setAccessibleName(", ".join(part for part in (when.text(), state.text(), whose, took) if part))
    return held
