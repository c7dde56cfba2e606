"""What a planning review is made of: milestones, days of use, texts, notes and the last answer of a survey."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.pending import touched

MOST = 200


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A task of kind Roadmap as stored: moments, a start as ISO date, progress a share of one; `touched` 1 where something waits."""

    id: RecordId
    title: str | None
    owner: str | None
    starts_on: str | None
    due: str | None
    done_at: str | None
    progress: float | None
    touched: int | None


@dataclass(frozen=True, slots=True)
class UsageRow:
    """One record of use; what a base left empty counts as none."""

    day: str
    calls: int
    error_rate: float
    active: int


@dataclass(frozen=True, slots=True)
class AssetRow:
    """A record of Customer Assets, its three texts apart."""

    id: RecordId
    icp_content: str | None
    cost_calculator_content: str | None
    business_case_content: str | None
    generated_at: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note: what was agreed, when, by whom."""

    id: RecordId
    at: str
    owner: str
    text: str


def milestones(connection: Connection, prospect: RecordId) -> list[MilestoneRow]:
    """The milestones of a prospect."""
    return sql.typed(
        connection,
        MilestoneRow,
        f"SELECT t.lid, t.title, t.owner, t.starts_on, t.due, t.done_at, t.progress, {touched('tasks', 't')} FROM tasks t "
        "WHERE t.prospect = ? AND t.deleted = 0 AND t.kind = 'Roadmap' ORDER BY t.due IS NULL, t.due, t.lid LIMIT ?",
        (prospect, MOST),
    )


def usage_since(connection: Connection, prospect: RecordId, day: str) -> list[UsageRow]:
    """The records of use from a day on."""
    return sql.typed(
        connection,
        UsageRow,
        "SELECT date, coalesce(api_calls, 0), coalesce(error_rate, 0.0), coalesce(active_users, 0) FROM usage "
        "WHERE prospect = ? AND date >= ? AND deleted = 0 ORDER BY date",
        (prospect, day),
    )


def assets_of(connection: Connection, prospect: RecordId) -> list[AssetRow]:
    """The records with texts made for a prospect, the newest last."""
    return sql.typed(
        connection,
        AssetRow,
        "SELECT lid, icp_content, cost_calculator_content, business_case_content, generated_at, origin FROM assets "
        "WHERE prospect = ? AND deleted = 0 ORDER BY generated_at, lid LIMIT ?",
        (prospect, MOST),
    )


def notes_of(connection: Connection, prospect: RecordId, limit: int) -> list[NoteRow]:
    """The newest notes of a prospect."""
    return sql.typed(
        connection,
        NoteRow,
        "SELECT lid, date, coalesce(owner, ''), summary FROM interactions WHERE prospect = ? AND deleted = 0 "
        "AND type = 'Follow-up' AND outcome IS NULL AND summary > '' AND date > '' ORDER BY date DESC, lid DESC LIMIT ?",
        (prospect, limit),
    )


def note_count(connection: Connection, prospect: RecordId) -> int:
    """How many notes a prospect has."""
    return int(
        sql.scalar(
            connection,
            "SELECT count(*) FROM interactions WHERE prospect = ? AND deleted = 0 AND type = 'Follow-up' AND outcome IS NULL "
            "AND summary > '' AND date > ''",
            (prospect,),
        )
    )


def satisfaction_of(connection: Connection, prospect: RecordId) -> int | None:
    """What they answered last, 1 to 10."""
    value = sql.scalar(
        connection,
        "SELECT satisfaction FROM surveys WHERE prospect = ? AND deleted = 0 AND satisfaction IS NOT NULL "
        "ORDER BY date_responded DESC, lid DESC LIMIT 1",
        (prospect,),
    )
    return None if value is None else int(value)
