"""What reports are made of beside applications and touches: how deals and prospects moved, money, use, surveys, what onboarding told.

Made into a copy of the large workspace, so that each report is measured in weeks that have data.
"""

import json
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from journeydesk.domain.time import moment_of, moment_text
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.opening import open_database
from journeydesk.storage.schema.upgrade import drop_triggers, make_missing_triggers
from journeydesk.storage.upkeep.integrity import rebuild_derived
from tests.benchmarks.big_database import KEY, TODAY
from tests.courses_of_rows import write_courses

_DEAL_NAMES = (
    *("New Application", "Qualified Lead", "Technical Review", "Beta Accepted", "Onboarding", "Active Beta"),
    *("Conversion Opportunity", "Closed Won", "Closed Lost"),
)
_CURRENCIES = ("EUR", "USD")
_TOLD = (
    *(
        "assessment_started",
        "assessment_completed",
        "payment_succeeded",
        "payment_failed",
        "scenario_succeeded",
        "scenario_failed",
    ),
    *("content_generated", "content_failed", "record_stored", "access_granted", "gate_viewed", "gate_submitted"),
    *("email_sent", "email_replied", "api_key_created", "first_api_call", "support_ticket"),
)
_EVERY_TENTH = 10
_GO_ON = 0.6
_PAYERS = 25
"""One in so many pays."""

_YEAR_SECONDS = 365 * 86_400
_DEAL_LOST, _DEAL_WON = 9, 8


def enrich(folder: Path) -> None:
    """Adds all of it to the workspace in `folder`, by a fixed chance; some minute for 100,000 prospects."""
    database = open_database(folder, KEY)
    try:
        drop_triggers(database)
        _fill(database)
        make_missing_triggers(database)
        # What was moved beside the triggers is in the orders where it was.
        rebuild_derived(database)
        database.checkpoint()
    finally:
        database.close()


def _fill(database: Database) -> None:
    chance = random.Random(20260520)
    with database.write(counted=False) as connection:
        prospects = int(sql.scalar(connection, "SELECT max(lid) FROM prospects"))
        for journey in ("Engagement", "Deal"):
            _climb(connection, chance, journey)
        sql.run(
            connection,
            "UPDATE prospects SET deal_stage = (SELECT json_extract(?, '$[' || (p.stage - 1) || ']') FROM position p "
            "WHERE p.prospect = prospects.lid AND p.journey = 'Deal')",
            (json.dumps(_DEAL_NAMES),),
        )
        _estimates(connection, chance, prospects)
    with database.write(counted=False) as connection:
        _money(connection, chance, prospects)
        _use_and_surveys(connection, chance, prospects)
        _told(connection)


def _climb(connection: Connection, chance: random.Random, journey: str) -> None:
    """Each prospect came in with its application, and three in five go on from each stage; of deals that stop, one in three is lost."""
    applied = sql.rows(connection, "SELECT lid, applied_on FROM prospects ORDER BY lid")
    courses = [(prospect, _course(chance, journey == "Deal", str(at))) for prospect, at in applied]
    sql.run(connection, "DELETE FROM stage_history WHERE journey = ?", (journey,))
    sql.run_many(
        connection,
        "INSERT INTO stage_history (prospect, journey, from_stage, to_stage, at, reason, actor, event_key) "
        "VALUES (?, ?, ?, ?, ?, 'points', 'website', ?)",
        (
            (prospect, journey, course[place - 1][0] if place else 0, stage, at, f"EVT-{prospect}-{place}")
            for prospect, course in courses
            for place, (stage, at) in enumerate(course)
        ),
    )
    write_courses(connection, (prospect for prospect, _ in courses))
    sql.run_many(
        connection,
        "UPDATE position SET stage = ?, entered_at = ? WHERE prospect = ? AND journey = ?",
        ((*course[-1], prospect, journey) for prospect, course in courses),
    )


def _course(chance: random.Random, deal: bool, began: str) -> list[tuple[int, str]]:
    """The stages of one prospect with the moments at which it came to them: a day to three weeks each."""
    course, at = [(1, began)], moment_of(began)
    for stage in range(2, (_DEAL_WON if deal else 6) + 1):
        at += timedelta(seconds=chance.randrange(86_400, 21 * 86_400))
        if at >= TODAY:
            return course
        if chance.random() >= _GO_ON:
            if deal and chance.random() < 1 / 3:
                course.append((_DEAL_LOST, moment_text(at)))
            return course
        course.append((stage, moment_text(at)))
    return course


def _estimates(connection: Connection, chance: random.Random, prospects: int) -> None:
    """Of one in ten it was said anew what it is worth, or how likely."""

    def edits() -> Iterator[tuple[object, ...]]:
        for _ in range(prospects // 10):
            field, old = (
                ("estimated_revenue", str(chance.randrange(5_000, 12_000_000, 500)))
                if chance.random() < 0.7
                else ("deal_probability", str(chance.randint(0, 20) / 20))
            )
            yield chance.randint(1, prospects), field, old, old, _moment(chance)

    sql.run_many(
        connection,
        "INSERT INTO field_history (table_slug, lid, field, old, new, at, actor, source) "
        "VALUES ('prospects', ?, ?, ?, ?, ?, 'Amaia Etxarri', 'user')",
        edits(),
    )


def _money(connection: Connection, chance: random.Random, prospects: int) -> None:
    """Who pays: when first, how the MRR went since, and what was charged each month."""
    payers, steps, objects, paid = [], [], [], []
    for prospect in range(_PAYERS, prospects + 1, _PAYERS):
        payer, currency, amount = f"cus_{prospect - 1:014d}", chance.choice(_CURRENCIES), chance.randrange(2_000, 90_000, 100)
        begun = TODAY - timedelta(seconds=chance.randrange(_YEAR_SECONDS))
        payers.append((payer, f"payer{prospect}@company.example", prospect, moment_text(begun), moment_text(begun)))
        steps.append((payer, currency, moment_text(begun), amount, amount))
        at, now, net = begun, amount, 0
        for month in range(12):
            at = begun + timedelta(days=30 * month)
            if at >= TODAY or not now:
                break
            objects.append(
                ("charge", f"ch_{prospect}_{month}", payer, prospect, moment_text(at), now, currency, "succeeded", "{}")
            )
            net += now
            then = chance.choices((now, now + 1_000, max(0, now - 1_000), 0), (90, 5, 3, 2))[0]
            changed = at + timedelta(days=chance.randint(1, 28))
            if then != now and changed < TODAY:
                steps.append((payer, currency, moment_text(changed), then, then - now))
                now = then
        status = "active" if now else "canceled"
        data = json.dumps({"id": f"sub_{prospect}", "status": status})
        objects.append(("subscription", f"sub_{prospect}", payer, prospect, moment_text(begun), amount, currency, status, data))
        paid.append((net, now, currency, prospect))
    run_many = sql.run_many
    run_many(
        connection,
        "INSERT INTO stripe_payer (payer, email, prospect, created, first_paid, stale, how) VALUES (?, ?, ?, ?, ?, 0, 'id')",
        payers,
    )
    run_many(connection, "INSERT INTO mrr_step (payer, currency, at, minor, change) VALUES (?, ?, ?, ?, ?)", steps)
    run_many(
        connection,
        "INSERT INTO stripe_object (kind, id, customer, prospect, created, amount_minor, currency, status, data) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        objects,
    )
    run_many(connection, "UPDATE prospects SET net_paid_minor = ?, mrr_minor = ?, money_currency = ? WHERE lid = ?", paid)


def _use_and_surveys(connection: Connection, chance: random.Random, prospects: int) -> None:
    """Of every other payer the use of ninety days, of one prospect in ten a survey."""
    created = moment_text(TODAY)
    use = (
        (f"USE-{prospect}-{back}", prospect, (TODAY - timedelta(days=back)).date().isoformat(), *_counts(chance), created)
        for prospect in range(_PAYERS, prospects + 1, 2 * _PAYERS)
        for back in range(90)
        if chance.random() < 0.6
    )
    sql.run_many(
        connection,
        "INSERT INTO usage (key, prospect, date, api_calls, sign_operations, verify_operations, error_rate, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        use,
    )
    sql.run_many(
        connection,
        "INSERT INTO surveys (key, prospect, survey_type, date_sent, date_responded, pmf_score, satisfaction, testimonial, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_survey(chance, prospect, created) for prospect in range(_EVERY_TENTH, prospects + 1, _EVERY_TENTH)),
    )


def _counts(chance: random.Random) -> tuple[int, int, int, float]:
    calls = chance.randrange(0, 5_000)
    return calls, calls // 3, calls // 2, chance.randrange(0, 40) / 1_000


def _survey(chance: random.Random, prospect: int, created: str) -> tuple[object, ...]:
    sent = (TODAY - timedelta(days=chance.randrange(365))).date()
    answered = (sent + timedelta(days=chance.randrange(0, 9))).isoformat() if chance.random() < 0.6 else None
    known = answered is not None
    return (
        *(f"SUR-{prospect}", prospect, "PMF" if chance.random() < 0.7 else "Weekly", sent.isoformat(), answered),
        *(chance.choice((0.0, 0.5, 1.0)) if known else None, chance.randint(4, 10) if known else None),
        *("It saved us a week." if known and chance.random() < 0.1 else None, created),
    )


def _told(connection: Connection) -> None:
    """A tenth of the events are those that onboarding, gated content and e-mail are told by."""
    sql.run(
        connection,
        f"UPDATE events SET event = json_extract(?, '$[' || (lid / {_EVERY_TENTH} % {len(_TOLD)}) || ']') WHERE lid % {_EVERY_TENTH} = 0",
        (json.dumps(_TOLD),),
    )


def _moment(chance: random.Random) -> str:
    return moment_text(TODAY - timedelta(seconds=chance.randrange(_YEAR_SECONDS)))
