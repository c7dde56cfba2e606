"""A workspace of the size that docs/architecture.md, "Bounds" speaks of: 100,000 prospects, 1,000,000 interactions and events."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from journeydesk.domain.catalogue import (
    APPLICATION_STATUSES,
    CAPABILITIES,
    CUSTOMER_STATUSES,
    INDUSTRIES,
    INTERACTION_TYPES,
    OUTCOMES,
    PRIORITY_LEVELS,
    SOURCES,
    TIERS,
    VOLUMES,
)
from journeydesk.domain.folding import fold
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.journeys.fold import Move, Standing
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists.board import write_standings
from journeydesk.storage.opening import open_database
from journeydesk.storage.records.pulled import PulledRow, insert_pulled
from journeydesk.storage.schema.statistics import STATISTICS
from journeydesk.storage.schema.upgrade import drop_triggers, make_missing_triggers
from journeydesk.storage.upkeep.integrity import rebuild_orders

KEY = bytes(range(32))
LONG_TIMELINE = RecordId(777)
"""The prospect with 500 timeline entries."""

TODAY = datetime(2026, 5, 19, 9, 0, tzinfo=UTC)
_STANDING_DAYS = 3_650
"""Alerts run out this long after `TODAY`: windows go by the computer's clock, by which sooner ones would be gone before they are shown."""

_OWNERS = ("Amaia Etxarri", "Tomasz Wilk", "Priya Raghunath", "Joonas Lehtovaara")


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


_FIRST = _words(
    "Łąkowisko Quillon Mbali Hraunskel Çınarçay Brisalta Skerrivane Ladoga Tüür Sefwa Brumalta Marrow Nilima Vallmora Ormsby",
    "Tinrock Solvangen Jutrovnik Fennimoor Whinmoor Halcyon Nordfjeld Kesariya Pinhal Tarn Rookwood Ferncliff Dunmarra Cedrela",
    "Pelican Ñandubay Takapo Grünmoor 蒼嶺 한나루 Ладожские Ανεμόεσσα ندى",
)
_SECOND = _words(
    "Meble Freight Rail Seramik Logística Marine Linsen Orchards Agro Torrefação Joinery Weaves Cheese Labs 測器 제관 линзы"
)
_PEOPLE = _words(
    "Adaeze Zuzanna Thandeka Steinunn Defne Iker Morven Варвара Aroha Abena Caetano Ottilie Ishani 真帆 서다온 ليان Ηλέκτρα Tạ"
)
_FAMILY = _words("Nwokorie Korbiel Nxele Bjarkadóttir Karabey Zubiaga Strachan-Bell Kyeremaa Vilarinho Farnsby Deshkar 久我 Vy")
_COMMON = _words(
    "the and a to for in of with on at we is our team API photo archive call wants needs asked rollout webhook budget pricing signed",
    "next quarter depot images security review pending after before fair lead references question volume tiers decided editor agency",
)
_SYLLABLES = _words("ba ce di fo gu la me ni po ru sa te vi zo dra fle gri klo pre spu sta tro ver win")
_FREQUENCIES = tuple(accumulate(1 / rank for rank in range(1, len(_COMMON) + 1)))
_JOURNEYS = (("Engagement", 6), ("Deal", 9), ("Lifecycle", 5), ("Customer status", 5), ("Onboarding", 6))
_BATCH = 10_000
_CACHE_KIB = 2_000_000
"""Taken only as far as there are pages: 600 MB for 100,000 prospects."""

_ASKED_WHILE_FILLING = (
    "CREATE INDEX filling_interactions ON interactions (prospect, date)",
    "CREATE INDEX filling_stage_history ON stage_history (prospect)",
)
"""What the writing itself asks by."""


def make(folder: Path, prospects: int, interactions: int, events: int) -> None:
    """A workspace of this size in an empty folder; some minute for 100,000 prospects, ten for a million."""
    database = open_database(folder, KEY)
    try:
        with _unhindered(database):
            alerts = _fill(database, prospects, interactions, events)
        make_missing_triggers(database)
        with database.write() as connection:
            insert_pulled(connection, "alerts", alerts, moment_text(TODAY))
        database.checkpoint()
    finally:
        database.close()


@contextmanager
def _unhindered(database: Database) -> Iterator[None]:
    """Rows come into tables that have neither indexes nor triggers; both, and what triggers keep, are made at the end for all together.

    In indexes that are larger than the cache each row would rewrite a page of every one. No log: what is killed here is made anew.
    """
    drop_triggers(database)
    # Of its readers, too: a log is given up where nobody else has the file.
    database.close()
    with database.alone() as connection:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE_KIB}"):
            sql.run(connection, f"PRAGMA {pragma}")
        indexes = sql.rows(
            connection,
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN "
            "('prospects', 'interactions', 'events', 'stage_history', 'sync_record') ORDER BY rowid",
        )
        for name, _ in indexes:
            sql.run(connection, f"DROP INDEX {name}")
        for asked in _ASKED_WHILE_FILLING:
            sql.run(connection, asked)
    yield
    with database.write() as connection:
        for asked in _ASKED_WHILE_FILLING:
            sql.run(connection, f"DROP INDEX {asked.split()[2]}")
        for _, statement in indexes:
            sql.run(connection, statement)
        for statement in STATISTICS:
            sql.run(connection, statement)
        rebuild_orders(connection)
    with database.alone() as connection:
        sql.run(connection, "PRAGMA journal_mode = WAL")


def _fill(database: Database, prospects: int, interactions: int, events: int) -> list[PulledRow]:
    """Writes all but the alerts, which are returned: what follows from those is written by triggers."""
    chance = random.Random(20260519)
    _insert(database, "prospects", (_prospect(chance, number) for number in range(prospects)), prospects)
    owners = [RecordId(number) for number in range(1, prospects + 1)]
    _insert(database, "interactions", (_interaction(chance, owners, n) for n in range(interactions)), interactions)
    _insert(database, "events", (_event(chance, owners, number) for number in range(events)), events)
    for start in range(0, prospects, _BATCH):
        with database.write() as connection:
            write_standings(connection, [_standing(chance, record) for record in owners[start : start + _BATCH]], "Engagement")
    return _alerts(chance, prospects)


def _insert(database: Database, slug: str, rows: Iterator[dict[str, Stored]], count: int) -> None:
    for start in range(0, count, _BATCH):
        batch = [
            PulledRow(next(rows), RemoteId(f"rec{slug[:3]}{number:011d}"), "{}")
            for number in range(start, min(start + _BATCH, count))
        ]
        with database.write() as connection:
            insert_pulled(connection, slug, batch, moment_text(TODAY))


def _sentence(chance: random.Random, least: int, most: int) -> str:
    """Half common words, the nth as frequent as 1/n of the first (as in any language), half from 13,824 rare ones."""
    count = chance.randint(least, most)
    common = chance.choices(_COMMON, cum_weights=_FREQUENCIES, k=count // 2)
    return " ".join([*common, *("".join(chance.choices(_SYLLABLES, k=3)) for _ in range(count - len(common)))])


def _moment(chance: random.Random) -> str:
    return moment_text(TODAY - timedelta(seconds=chance.randrange(365 * 86_400)))


def _day(chance: random.Random, back: int, ahead: int) -> str:
    return (TODAY + timedelta(days=chance.randint(-back, ahead))).date().isoformat()


def _prospect(chance: random.Random, number: int) -> dict[str, Stored]:
    company = f"{chance.choice(_FIRST)} {chance.choice(_SECOND)} {number}"
    person = f"{chance.choice(_PEOPLE)} {chance.choice(_FAMILY)}"
    customer = chance.random() < 0.2
    return {
        "key": f"BETA-{number:08d}",
        "company": company,
        "contact_name": person,
        "email": f"{fold(person).replace(' ', '.')}@{fold(company.split()[0])}{number % 500}.example",
        "job_title": chance.choice(("Operations Director", "Photo editor", "CTO", "Buyer")),
        "phone": f"+44 20 7946 {number % 10_000:04d}",
        "website": f"https://{fold(company.split()[0])}{number % 500}.example",
        "industry": chance.choice(INDUSTRIES),
        "use_case": _sentence(chance, 10, 60),
        "volume_estimate": chance.choice(VOLUMES),
        "technical_capability": chance.choice(CAPABILITIES),
        "priority_level": chance.choice(PRIORITY_LEVELS),
        "current_challenge": _sentence(chance, 5, 20),
        "score": chance.randint(0, 50),
        "status": chance.choice(APPLICATION_STATUSES),
        "applied_on": _moment(chance),
        "source": chance.choice(SOURCES),
        "owner": chance.choice(_OWNERS) if chance.random() < 0.9 else None,
        "next_follow_up": _day(chance, 30, 60) if chance.random() < 0.6 else None,
        "notes": _sentence(chance, 5, 30) if chance.random() < 0.5 else None,
        "estimated_revenue": chance.randrange(5_000, 12_000_000, 500),
        "deal_probability": chance.randint(0, 20) / 20,
        "expected_close": _day(chance, 0, 200),
        "customer_status": chance.choice(CUSTOMER_STATUSES),
        "ltv": chance.randrange(0, 1_000_000) if customer else None,
        "tier": chance.choice(TIERS) if customer else None,
        "stripe_customer": f"cus_{number:014d}" if customer else None,
    }


def _owner_of(chance: random.Random, owners: list[RecordId], number: int) -> RecordId:
    return LONG_TIMELINE if number < 250 else owners[chance.randrange(len(owners))]


def _interaction(chance: random.Random, owners: list[RecordId], number: int) -> dict[str, Stored]:
    return {
        "key": f"INT-{number:08d}",
        "prospect": _owner_of(chance, owners, number),
        "type": chance.choice(INTERACTION_TYPES),
        "date": _moment(chance),
        "duration": chance.randint(1, 60),
        "summary": _sentence(chance, 5, 20),
        "next_steps": _sentence(chance, 2, 8) if chance.random() < 0.3 else None,
        "owner": chance.choice(_OWNERS),
        "outcome": chance.choice(OUTCOMES),
    }


def _event(chance: random.Random, owners: list[RecordId], number: int) -> dict[str, Stored]:
    return {
        "key": f"EVT-{number:08d}",
        "prospect": _owner_of(chance, owners, number),
        "event": chance.choice(("cta_clicked", "page_viewed", "form_submitted", "email_opened", "demo_requested")),
        "cta": chance.choice(("Book a discovery call", "See pricing", "Start a trial")),
        "occurred_at": _moment(chance),
        "source": "website",
        "payload": '{"page": "/guides/press-retrofit"}',
    }


def _standing(chance: random.Random, record: RecordId) -> tuple[RecordId, Standing, dict[str, bool]]:
    moves = []
    for journey, stages in _JOURNEYS[: chance.randint(2, len(_JOURNEYS))]:
        at, stage = _moment(chance), chance.randint(1, stages)
        moves.append(Move(journey, 0, stage, at, "points", "website", f"EVT-{record}"))
    return record, Standing({move.journey: move for move in moves}, tuple(moves), 0, None, (), ()), {}


def _alerts(chance: random.Random, prospects: int) -> list[PulledRow]:
    return [
        PulledRow(
            {
                "key": f"ALR-{number}",
                "prospect": chance.randint(1, prospects),
                "rule": chance.choice(("stage skip", "big jump", "hot application")),
                "priority": chance.choice(("Urgent", "High", "Normal")),
                "status": chance.choice(("Pending", "Acknowledged", "Actioned", "Expired")),
                "raised_at": _moment(chance),
                "expires_at": moment_text(TODAY + timedelta(days=_STANDING_DAYS + chance.randint(1, 7))),
            },
            RemoteId(f"recalr{number:011d}"),
            "{}",
        )
        for number in range(prospects // 50)
    ]
