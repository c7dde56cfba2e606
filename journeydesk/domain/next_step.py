"""What usually comes next after a touchpoint, and what somebody answered to the next-step gate
(docs/rules.md, "Tasks and next steps")."""

from collections.abc import Callable
from datetime import date, datetime

from journeydesk.domain.due import Due
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import named, noted, tr, tr_count, within

_DEFAULT_DAYS = (1, 5)
_DEFAULT_TITLE = noted("Follow up")
_SHIPPED_TITLES = (noted("Prepare the meeting"), noted("Ask again"))
"""What the shipped settings call steps, beside words of outcomes; a team's own titles stay as they are."""

NO_STEP = "No next step: "
"""How a touchpoint's Next Steps begin where there is none and somebody said why."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One next step: what, when, and the line that offers it."""

    title: str
    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next, and when."""

    title: str
    due: Due


@dataclass(frozen=True, slots=True)
class NoStep:
    """That nothing comes next, and why."""

    reason: str


def suggestions(settings: TeamSettings, outcome: str | None, now: datetime, called: str = "") -> tuple[Suggestion, ...]:
    """What to offer after this outcome, the likeliest first, on working days from today in the team's zone. `called` is how the team
    calls the outcome."""
    calendar = settings.calendar
    today = now.astimezone(settings.time_zone).date()
    step = calendar.next_steps.get(outcome or "")
    offers: list[Suggestion] = []
    for title, days in ([(step.title, step.days)] if step else []) + [(_DEFAULT_TITLE, days) for days in _DEFAULT_DAYS]:
        day = calendar.days.add(today, days)
        if all(day != other.day for other in offers):
            when = tr_count("in {count} working day", "in {count} working days", days) if days else tr("today")
            after = f"{called or outcome} → " if outcome and not offers else ""
            offers.append(Suggestion(named(title), day, f"{after}{within(named(title))} {when}"))
    return tuple(offers)


def parse_step(typed: str, offered: Suggestion, understand: Callable[[str], Due]) -> Step | NoStep:
    """The answer to the gate: nothing takes what is offered, `x` and a reason says that there is none, else a due date, with what
    is to be done before it where it is named (`send the offer fri 14:30`). `understand` and this raise ValueRefused."""
    words = typed.split()
    if not words:
        return Step(offered.title, Due(offered.day))
    if words[0].casefold() == "x":
        if len(words) == 1:
            raise ValueRefused("Next step", tr("Write the reason after the x, such as “x waiting for their budget”."))
        return NoStep(" ".join(words[1:]))
    for place in range(len(words)):
        try:
            due = understand(" ".join(words[place:]))
        except ValueRefused:
            continue
        title = " ".join(words[:place])
        return Step(title[:1].upper() + title[1:] or offered.title, due)
    # Said about the whole, for nothing of it was a date.
    understand(typed)
    raise ValueRefused("Next step", tr("Say when, such as fri 14:30 or 3d."))
