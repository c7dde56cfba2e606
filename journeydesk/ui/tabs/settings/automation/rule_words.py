"""What each automation does, as a rep would say it, with the team's own numbers in it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from journeydesk.domain.automation.names import CHECK_IN, FOLLOW_UP, ONBOARDING, OWNER, PLANNING, TIER, TITLES
from journeydesk.domain.rules.answers import NO_ANSWER_DAYS
from journeydesk.domain.rules.usage import USAGE_UP
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import short_percent, tr, tr_count


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
    return tr(" or ").join(f"{number} {names[number - 1].short}" for number in known) or tr("no stage")


def _tasks(count: int, kind: str) -> str:
    return tr_count("Make {count} {kind} task for the owner", "Make {count} {kind} tasks for the owner", count, kind=kind)


def _days(days: int) -> str:
    if not days:
        return tr("due at once")
    return tr("due the next working day") if days == 1 else tr("due in {days} working days", days=days)


_WHEN: Mapping[str, Callable[[TeamSettings], str]] = MappingProxyType(
    {
        OWNER: lambda s: tr("When a new prospect scores over {assign_above}", assign_above=s.score.assign_above),
        TIER: lambda _: tr("When somebody pays for a plan"),
        ONBOARDING: lambda _: tr("When a prospect is accepted"),
        PLANNING: lambda s: tr("When a customer reaches {stages}", stages=_stages(s)),
        CHECK_IN: lambda s: tr("When usage grows by {usage_up} in a week", usage_up=short_percent(s.alerts[USAGE_UP])),
        FOLLOW_UP: lambda s: tr(
            "When a prospect does not answer for {no_answer_days} days", no_answer_days=s.alerts[NO_ANSWER_DAYS]
        ),
    }
)
_WHAT: Mapping[str, Callable[[TeamSettings], str]] = MappingProxyType(
    {
        OWNER: lambda _: tr("Give it to the rep with the fewest open prospects"),
        TIER: lambda s: tr("Grant the plan at once ({tier} where none is named)", tier=s.automation.tier),
        ONBOARDING: lambda s: _tasks(len(s.automation.onboarding), "onboarding"),
        PLANNING: lambda s: _tasks(len(s.automation.planning), "planning"),
        CHECK_IN: lambda s: tr("Make a check-in task for the owner, {days}", days=_days(s.automation.check_in.days)),
        FOLLOW_UP: lambda _: tr("Make a follow-up task and draft an e-mail; nothing is sent by itself"),
    }
)
