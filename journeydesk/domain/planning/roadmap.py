"""A roadmap: milestones by when they are due, where each stands, and what it says as a whole (docs/rules.md, "Planning review")."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.periods import add_months
from journeydesk.domain.words import figure, percent, tr, tr_count

_LEAST_MONTHS = 4


class Standing(Enum):
    """Where a milestone stands today."""

    DONE = "done"
    LATE = "late"
    UNDER_WAY = "under way"
    AHEAD = "ahead"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A task of kind Roadmap. `starts` is None for what happens on one day, `progress` a share of one; dates are days of the team's
    zone. `time` is the time of day at which it is due, empty where that is the team's usual hour."""

    record: RecordId
    title: str
    owner: str
    starts: date | None
    due: date | None
    done: date | None = None
    progress: float = 0.0
    time: str = ""
    pending: bool = False

    @property
    def is_point(self) -> bool:
        """Whether it is a day rather than a stretch of work."""
        return self.starts is None

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""
        return 1.0 if self.done is not None else min(1.0, max(0.0, self.progress))

    def standing(self, today: date) -> Standing:
        """Where it stands on a day."""
        if self.done is not None:
            return Standing.DONE
        if self.due is None:
            return Standing.UNDATED
        if self.due < today:
            return Standing.LATE
        begun = self.starts is not None and self.starts <= today
        return Standing.UNDER_WAY if begun or self.progress > 0 else Standing.AHEAD

    def days_late(self, today: date) -> int:
        """By how many days it is late; 0 where it is not."""
        return (today - self.due).days if self.due is not None and self.standing(today) is Standing.LATE else 0

    def moved(self, days: int) -> "Milestone":
        """The same so many days later; its length stays. Raises OverflowError beyond the calendar."""
        span = timedelta(days=days)
        return replace(
            self,
            starts=None if self.starts is None else self.starts + span,
            due=None if self.due is None else self.due + span,
        )


def ordered(milestones: Sequence[Milestone]) -> list[Milestone]:
    """By when they are due, then by when their work begins; those without a date last."""
    last = date.max
    return sorted(milestones, key=lambda each: (each.due or last, each.starts or each.due or last, each.record))


def headline(milestones: Sequence[Milestone], today: date) -> str:
    """How many are done and how many are late, in a sentence without its full stop."""
    if not milestones:
        return tr("No milestones yet")
    done = sum(each.done is not None for each in milestones)
    late = sum(each.standing(today) is Standing.LATE for each in milestones)
    all_of_them = tr_count("{count} milestone", "{count} milestones", len(milestones))
    if done == len(milestones):
        return tr("All of {milestones} are done", milestones=all_of_them) if done > 1 else tr("The milestone is done")
    if not late:
        return tr("{done} of {milestones} are done, none is late", done=figure(done), milestones=all_of_them)
    words = tr_count("{count} is late", "{count} are late", late)
    return tr("{done} of {milestones} are done and {late}", done=figure(done), milestones=all_of_them, late=words)


def held_up(milestones: Sequence[Milestone], today: date) -> tuple[Milestone | None, Milestone | None]:
    """The milestone that is late for longest, and the next stretch of work after it, which it holds up."""
    late = [each for each in milestones if each.standing(today) is Standing.LATE]
    if not late:
        return None, None
    worst = max(late, key=lambda each: (each.days_late(today), -each.record))
    waits = [
        each
        for each in milestones
        if each.done is None and each.starts is not None and each.starts >= today and each.record != worst.record
    ]
    return worst, min(waits, key=lambda each: (each.starts or date.max, each.record), default=None)


def below_headline(milestones: Sequence[Milestone], today: date) -> str:
    """What to look at first, in a sentence."""
    if not milestones:
        return tr("Add the first with its date and owner.")
    worst, waits = held_up(milestones, today)
    if worst is not None:
        late = days_late_words(worst.days_late(today))
        if waits is None:
            return tr("{title} is {late}", title=worst.title, late=late)
        return tr("{title} is {late} and holds up {next}", title=worst.title, late=late, next=waits.title)
    ahead = [each for each in ordered(milestones) if each.done is None and each.due is not None]
    if not ahead:
        return tr("Nothing is dated ahead: agree on what comes next.")
    return tr("Next is {title}, {when}", title=ahead[0].title, when=until_words(ahead[0], today))


def days_late_words(days: int) -> str:
    """How late something is: 4 days late."""
    return tr_count("{count} day late", "{count} days late", days)


def until_words(milestone: Milestone, today: date) -> str:
    """The quiet line below a date: done, 4 d late, today, tomorrow, in 9 d; nothing for what is more than a month away."""
    if milestone.done is not None:
        return tr("done")
    if milestone.due is None:
        return tr("no date")
    days = (milestone.due - today).days
    if days < 0:
        return tr("{days} d late", days=-days)
    if days < 2:
        return tr("tomorrow") if days else tr("today")
    return tr("in {days} d", days=days) if days <= 31 else ""


def progress_words(milestone: Milestone) -> str:
    """How far it is: 40%; what happens on one day is no stretch of work."""
    return tr("one day") if milestone.is_point and milestone.done is None else percent(milestone.share)


@dataclass(frozen=True, slots=True)
class Axis:
    """The months that a roadmap spans, each by its first day; `end` is the day after the last."""

    months: tuple[date, ...]
    end: date

    @property
    def start(self) -> date:
        """The first day shown."""
        return self.months[0]

    def place(self, day: date) -> float:
        """Where the beginning of a day lies, 0 to 1; outside for days that are not shown."""
        return (day - self.start).days / (self.end - self.start).days

    def day_at(self, place: float) -> date:
        """The day that lies there."""
        return self.start + timedelta(days=round(place * (self.end - self.start).days))


_MOST_MONTHS = 24


def axis(milestones: Sequence[Milestone], today: date) -> Axis:
    """From the month of the earliest date to that of the latest, today's included, at least four and at most 24 months about today."""
    days = [day for each in milestones for day in (each.starts, each.due) if day is not None]
    first, last = min([today, *days]), max([today, *days])
    least = add_months(today.replace(day=1), -_MOST_MONTHS // 2)
    start = max(first.replace(day=1), least)
    count = (last.year - start.year) * 12 + last.month - start.month + 1
    count = min(_MOST_MONTHS, max(_LEAST_MONTHS, count))
    months = tuple(add_months(start, number) for number in range(count))
    return Axis(months, add_months(start, count))
