"""What an automation wants to happen, and why."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from datetime import datetime, time

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.automation import PlannedTask
from journeydesk.domain.time import day_of, moment_text
from journeydesk.domain.values import Stored


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A task that ought to exist; its key is derived, so that two machines make one. Due is a stored moment."""

    key: str
    title: str
    kind: str
    due: str
    owner: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One run of an automation: its cause and when that happened (stored moment), what it says, makes and sets."""

    rule: str
    cause: str
    at: str
    words: str
    tasks: tuple[TaskDraft, ...] = ()
    fields: Mapping[str, Stored] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Automation:
    """One line of docs/rules.md, "Automations". `find` gets the prospect's facts and the alerts that stand for it."""

    name: str
    words: str
    find: Callable[[ProspectFacts, Sequence[AlertDraft], TeamSettings], list[Plan]]


def task_key(rule: str, prospect: str, cause: str, number: int) -> str:
    """Derived from rule, prospect, cause and place, like an alert's."""
    return "TSK-" + hashlib.sha256(f"{rule}|{prospect}|{cause}|{number}".encode()).hexdigest()[:20]


def drafts(
    settings: TeamSettings, rule: str, facts: ProspectFacts, cause: str, at: str, kind: str, planned: Iterable[PlannedTask]
) -> tuple[TaskDraft, ...]:
    """The tasks for a cause of `at`, each due on its working day at the team's hour, for the prospect's owner."""
    return tuple(
        TaskDraft(task_key(rule, facts.key, cause, number), task.title, kind, due(settings, at, task.days), facts.owner)
        for number, task in enumerate(planned, 1)
    )


def due(settings: TeamSettings, at: str, days: int) -> str:
    """The stored moment so many working days after `at`, at the hour at which the team's tasks are due."""
    calendar, zone = settings.calendar, settings.time_zone
    day = calendar.days.add(day_of(at, zone), days)
    return moment_text(datetime.combine(day, time(calendar.hour), zone))
