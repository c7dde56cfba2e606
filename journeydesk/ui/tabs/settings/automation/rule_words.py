"""What each automation does, as a rep would say it, with the team's own numbers in it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from journeydesk.domain.automation.names import CHECK_IN, FOLLOW_UP, ONBOARDING, OWNER, PLANNING, TIER, TITLES
from journeydesk.domain.rules.answers import NO_ANSWER_DAYS
from journeydesk.domain.rules.usage import USAGE_UP
from journeydesk.domain.settings import TeamSettings


def when(name: str, settings: TeamSettings) -> str:
    """When it runs: "When a prospect is accepted"."""
    return _WHEN[name](settings)


def what(name: str, settings: TeamSettings) -> str:
    """What it then does: "Make 5 onboarding tasks for the owner"."""
    return _WHAT[name](settings)


def short(name: str) -> str:
    """When it runs, without the team's numbers: for a list to choose from."""
    return TITLES[name]


def _stages(settings: TeamSettings) -> str:
    names = settings.journeys[0].stages
    known = [n for n in settings.automation.planning_stages if n <= len(names)]
    return " or ".join(f"{number} {names[number - 1].short}" for number in known) or "no stage"


def _tasks(count: int, kind: str) -> str:
    return f"Make {count} {kind} {'task' if count == 1 else 'tasks'} for the owner"


def _days(days: int) -> str:
    if not days:
        return "due at once"
    return "due the next working day" if days == 1 else f"due in {days} working days"


_WHEN: Mapping[str, Callable[[TeamSettings], str]] = MappingProxyType(
    {
        OWNER: lambda s: f"When a new prospect scores over {s.score.assign_above}",
        TIER: lambda _: "When somebody pays for a plan",
        ONBOARDING: lambda _: "When a prospect is accepted",
        PLANNING: lambda s: f"When a customer reaches {_stages(s)}",
        CHECK_IN: lambda s: f"When usage grows by {s.alerts[USAGE_UP]:.0%} in a week",
        FOLLOW_UP: lambda s: f"When a prospect does not answer for {s.alerts[NO_ANSWER_DAYS]} days",
    }
)
_WHAT: Mapping[str, Callable[[TeamSettings], str]] = MappingProxyType(
    {
        OWNER: lambda _: "Give it to the rep with the fewest open prospects",
        TIER: lambda s: f"Grant the plan at once ({s.automation.tier} where none is named)",
        ONBOARDING: lambda s: _tasks(len(s.automation.onboarding), "onboarding"),
        PLANNING: lambda s: _tasks(len(s.automation.planning), "planning"),
        CHECK_IN: lambda s: f"Make a check-in task for the owner, {_days(s.automation.check_in.days)}",
        FOLLOW_UP: lambda _: "Make a follow-up task and draft an e-mail; nothing is sent by itself",
    }
)
