"""Which automations are on, and what they make (docs/rules.md, "Automations")."""

from journeydesk.domain.automation.names import AUTOMATION_NAMES
from journeydesk.domain.errors import SettingError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings.reader import Reader
from journeydesk.domain.words import tr


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A task that an automation makes: its title, and due in how many working days."""

    title: str
    days: int


@dataclass(frozen=True, slots=True)
class AutomationSettings:
    """The table `automation`. What happened more than `not_older_than_days` ago is left alone."""

    on: frozenset[str]
    not_older_than_days: int
    onboarding: tuple[PlannedTask, ...]
    planning: tuple[PlannedTask, ...]
    planning_stages: tuple[int, ...]
    check_in: PlannedTask
    follow_up: PlannedTask
    tier: str


def read_automation(reader: Reader, tiers: frozenset[str]) -> AutomationSettings:
    """The table `automation`; `tiers` are those that a prospect may have."""
    tier = reader.text("tier")
    if tier not in tiers:
        raise SettingError(reader.key("tier"), tier, tr("one of {tiers}", tiers=", ".join(sorted(tiers))))
    stages = dict(reader.items()).get("planning_stages")
    if not isinstance(stages, list) or not all(isinstance(n, int) and not isinstance(n, bool) and n > 0 for n in stages):
        raise SettingError(reader.key("planning_stages"), stages, tr("a list of stage numbers"))
    return AutomationSettings(
        on=reader.choices("on", AUTOMATION_NAMES),
        not_older_than_days=reader.whole("not_older_than_days", 1, 365),
        onboarding=tuple(_task(table) for table in reader.tables("onboarding")),
        planning=tuple(_task(table) for table in reader.tables("planning")),
        planning_stages=tuple(stages),
        check_in=_task(reader.table("check_in")),
        follow_up=_task(reader.table("follow_up")),
        tier=tier,
    )


def _task(reader: Reader) -> PlannedTask:
    return PlannedTask(reader.text("title"), reader.whole("days", 0, 365))
