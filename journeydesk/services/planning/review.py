"""What a planning review shows of one prospect: roadmap, notes, use, money, texts."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.periods import week_of
from journeydesk.domain.planning import assets as stage_assets
from journeydesk.domain.planning.assets import Asset, AssetLine, MadeAsset
from journeydesk.domain.planning.roadmap import Milestone, ordered
from journeydesk.domain.planning.usage import WEEKS, UsageOfDay, UsageOfWeek, weeks_of
from journeydesk.domain.time import day_of, moment_of
from journeydesk.services.context import Context
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.services.rows.common import StageMark
from journeydesk.services.rows.detail import ProspectDetail
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists import roadmap
from journeydesk.storage.lists.roadmap import MilestoneRow, NoteRow

NOTES = 20
"""How many notes are shown, the newest first."""


@dataclass(frozen=True, slots=True)
class Note:
    """What was agreed, when and by whom."""

    record: RecordId
    day: date
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class PlanningReview:
    """One prospect's review as of `today`, a day of the team's zone. `stage` is its stage of the first journey, `days_in_stage` in
    working days beside its limit; `next_review` the next milestone of one day, `follow_up` in its place where there is none."""

    prospect: RecordId
    detail: ProspectDetail
    today: date
    stage: StageMark | None
    days_in_stage: int | None
    limit: int | None
    milestones: tuple[Milestone, ...]
    notes: tuple[Note, ...]
    note_count: int
    weeks: tuple[UsageOfWeek, ...]
    satisfaction: int | None
    assets: tuple[AssetLine, ...]
    calls_for_review: bool
    """Whether the team reviews who is in this stage (`automation.planning_stages`)."""

    @property
    def name(self) -> str:
        """The company, else the person."""
        return self.detail.row.company or self.detail.row.contact or self.detail.row.key

    @property
    def next_review(self) -> Milestone | None:
        """The next milestone of one day that is still ahead."""
        ahead = [
            each for each in self.milestones if each.done is None and each.is_point and each.due and each.due >= self.today
        ]
        return ahead[0] if ahead else None


def planning_review(context: Context, prospect: RecordId) -> PlanningReview | None:
    """Reads the review; None where the prospect is gone."""
    journey = context.settings.journeys[0]
    detail = prospect_detail(context, prospect, journey.name)
    if detail is None:
        return None
    today = context.today()
    first = week_of(today - timedelta(weeks=WEEKS - 1)).first
    with context.database.read() as connection:
        milestones = _milestones(context, connection, prospect)
        notes = roadmap.notes_of(connection, prospect, NOTES)
        note_count = roadmap.note_count(connection, prospect)
        usage = roadmap.usage_since(connection, prospect, first.isoformat())
        made = roadmap.assets_of(connection, prospect)
        satisfaction = roadmap.satisfaction_of(connection, prospect)
    step = next((step for step in detail.steps if step.state == "current"), None)
    number = step.mark.number if step is not None else 0
    days, limit = _stay(context, step.entered_at if step is not None else None, number)
    return PlanningReview(
        prospect=prospect,
        detail=detail,
        today=today,
        stage=step.mark if step is not None else None,
        days_in_stage=days,
        limit=limit,
        milestones=tuple(milestones),
        notes=tuple(_note(context, note) for note in notes),
        note_count=note_count,
        weeks=weeks_of((day for row in usage if (day := _usage(row.day, row.calls, row.error_rate, row.active))), today),
        satisfaction=satisfaction,
        assets=stage_assets.lines(tuple(text for row in made for text in _texts(context, row)), number),
        calls_for_review=number in context.settings.automation.planning_stages,
    )


def milestones_of(context: Context, prospect: RecordId) -> list[Milestone]:
    """The milestones of a prospect, in the order of the roadmap."""
    with context.database.read() as connection:
        return _milestones(context, connection, prospect)


def _milestones(context: Context, connection: Connection, prospect: RecordId) -> list[Milestone]:
    return ordered([_milestone(context, row) for row in roadmap.milestones(connection, prospect)])


def _milestone(context: Context, row: MilestoneRow) -> Milestone:
    zone = context.settings.time_zone
    due = moment_of(row.due).astimezone(zone) if row.due else None
    usual = due is None or (due.hour, due.minute) in ((context.settings.calendar.hour, 0), (0, 0))
    return Milestone(
        record=row.id,
        title=row.title or "",
        owner=row.owner or "",
        starts=_day(row.starts_on),
        due=due.date() if due is not None else None,
        done=day_of(row.done_at, zone) if row.done_at else None,
        progress=row.progress or 0.0,
        time="" if usual or due is None else f"{due:%H:%M}",
        pending=bool(row.touched),
    )


def _day(text: str | None) -> date | None:
    """A stored date; what a base brought that is none counts as none."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _stay(context: Context, entered: datetime | None, number: int) -> tuple[int | None, int | None]:
    journey = context.settings.journeys[0]
    stage = next((each for each in journey.stages if each.number == number), None)
    if entered is None or stage is None:
        return None, None
    since = entered.astimezone(context.settings.time_zone).date()
    return context.settings.calendar.days.between(since, context.today()), stage.limit_days


def _note(context: Context, row: NoteRow) -> Note:
    return Note(row.id, day_of(row.at, context.settings.time_zone), row.owner, row.text)


def _usage(day: str, calls: int, error_rate: float, active: int) -> UsageOfDay | None:
    stored = _day(day)
    return UsageOfDay(stored, calls, error_rate, active) if stored is not None else None


def _texts(context: Context, row: roadmap.AssetRow) -> Sequence[MadeAsset]:
    made = day_of(row.generated_at, context.settings.time_zone) if row.generated_at else None
    contents = {asset: getattr(row, asset.value) for asset in Asset}
    origin = row.origin or ""
    return [MadeAsset(row.id, asset, content, made, origin) for asset, content in contents.items() if content]
