"""Random bases for the figures of reports: prospects that moved, were called and left, put straight into a real database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from journeydesk.domain.catalogue import APPLICATION_STATUSES, CUSTOMER_STATUSES, OUTCOMES, SOURCES
from journeydesk.domain.time import moment_text
from journeydesk.sandbox.team.rules import default_rules
from journeydesk.services.context import Context
from journeydesk.storage.engine import sql
from tests.courses_of_rows import write_courses
from tests.workspaces import NOW

OWNERS = ("Amaia Etxarri", "Tomasz Wilk", None)
CTAS = ("Book a discovery call", "Pricing page", "{broken", None)
HOURS = 24 * 200
_STAGES = tuple(stage.name for journey in default_rules().journeys if journey.name == "Deal" for stage in journey.stages)


@dataclass(frozen=True, slots=True)
class Made:
    """One prospect: its moves in Engagement and as a deal as (hours before now, stage), its calls as (hours before now, outcome), and what
    it is worth in hundredths."""

    status: str
    customer: str | None
    owner: str | None
    source: str | None
    cta: str | None
    deleted: bool
    moves: tuple[tuple[int, int], ...]
    calls: tuple[tuple[int, str | None], ...]
    deal: tuple[tuple[int, int], ...] = ()
    revenue: int | None = None


def _made(**given: object) -> st.SearchStrategy[Made]:
    moves = st.lists(st.tuples(st.integers(0, HOURS), st.integers(1, 6)), max_size=6, unique_by=lambda move: move[0])
    calls = st.lists(st.tuples(st.integers(0, HOURS), st.sampled_from((*OUTCOMES, None))), max_size=4)
    return st.builds(
        Made,
        status=st.sampled_from(APPLICATION_STATUSES),
        customer=st.sampled_from((*CUSTOMER_STATUSES, None)),
        owner=st.sampled_from(OWNERS),
        source=st.sampled_from((*SOURCES[:2], None)),
        cta=st.sampled_from(CTAS),
        deleted=st.booleans() if given.get("deleted", True) else st.just(False),
        moves=moves.map(lambda each: tuple(sorted(each, reverse=True))),
        calls=calls.map(tuple),
        deal=st.lists(st.tuples(st.integers(0, HOURS), st.integers(1, 9)), max_size=5, unique_by=lambda move: move[0]).map(
            lambda each: tuple(sorted(each, reverse=True))
        ),
        revenue=st.none() | st.integers(0, 500_000),
    )


def all_kinds(count: int, each_worth: int = 10_000) -> list[Made]:
    """So many prospects of all kinds, always the same; the later, the more they are worth."""
    return [
        Made(
            ("New", "Accepted", "Rejected", "Active")[number % 4],
            ("PROSPECT", "CUSTOMER", None)[number % 3],
            OWNERS[number % 3],
            ("Email", "Referral", "Product Hunt")[number % 3],
            CTAS[number % 4],
            False,
            tuple((24 * (70 - number % 60 - 9 * step), step + 1) for step in range(number % 6 + 1)),
            tuple((24 * (step + number % 9) + 3, ("Reached", "No answer")[step % 2]) for step in range(number % 4)),
            tuple((24 * (60 - number % 60 - 8 * step), step + 1) for step in range(number % 6 + 1)),
            number % 60 * each_worth,
        )
        for number in range(count)
    ]


bases = st.lists(_made(), max_size=25)
"""Bases of up to 25 prospects."""


def hours_ago(hours: float) -> str:
    """The stored moment so many hours before the tests' now."""
    return moment_text(NOW.astimezone(UTC) - timedelta(hours=hours))


def put(context: Context, base: Sequence[Made], now: datetime = NOW) -> None:
    """The base in the place of whatever the workspace held."""
    with context.database.write() as connection:
        for table in ("interactions", "stage_history", "position", "prospects", "sync_record", "prospect_search"):
            sql.run(connection, f"DELETE FROM {table}")
        for number, made in enumerate(base, 1):
            entry = None if made.cta is None else made.cta if made.cta.startswith("{") else f'{{"cta": "{made.cta}"}}'
            sql.run(
                connection,
                "INSERT INTO prospects (lid, key, company, status, customer_status, owner, source, entry_point, deleted, applied_on, "
                "created_at, deal_stage, estimated_revenue) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(number, f"BETA-{number:08d}", f"Company {number}", made.status, made.customer, made.owner, made.source),
                    *(entry, int(made.deleted), hours_ago(made.moves[0][0]) if made.moves else hours_ago(0), moment_text(now)),
                    *(_STAGES[made.deal[-1][1] - 1] if made.deal else None, made.revenue),
                ),
            )
            for journey, moves in (("Engagement", made.moves), ("Deal", made.deal)):
                before = 0
                for hours, stage in moves:
                    if stage != before:
                        sql.run(
                            connection,
                            "INSERT INTO stage_history (prospect, journey, from_stage, to_stage, at) VALUES (?, ?, ?, ?, ?)",
                            (number, journey, before, stage, hours_ago(hours)),
                        )
                        before = stage
            write_courses(connection, [number])
            for place, (hours, outcome) in enumerate(made.calls):
                sql.run(
                    connection,
                    "INSERT INTO interactions (key, prospect, type, date, owner, outcome, deleted, created_at) "
                    "VALUES (?, ?, 'Call', ?, ?, ?, 0, ?)",
                    (f"INT-{number}-{place}", number, hours_ago(hours), made.owner, outcome, moment_text(now)),
                )
