"""What reports read is kept no longer than it is true, whoever writes: SQL straight to the tables stands for every writer there is."""

import json
import random
from collections.abc import Collection, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.time import moment_text
from journeydesk.reports.catalogue import catalogue
from journeydesk.reports.report import JOURNEYS, Options
from journeydesk.services.context import Context
from journeydesk.storage.answers import Answers, only_while_wanted, within
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.stamping import stamped_at_the_end
from journeydesk.storage.reports.deal_worth import estimates_since
from journeydesk.storage.schema.stamps import SHELVES, STAMPED
from journeydesk.storage.schema.upgrade import drop_triggers, make_missing_triggers
from tests.courses_of_rows import write_courses
from tests.workspaces import NOW, workspace

_ROUNDS = 80
_PROSPECTS = 12
_OWNERS = ("Amaia Etxarri", "Tomasz Wilk", None)
_VALUES = {
    "owner": _OWNERS,
    "source": ("Referral", "Website", None),
    "status": ("New", "Accepted", "Rejected", None),
    "customer_status": ("CUSTOMER", "CHURNED", None),
    "deal_stage": ("Qualified Lead", "Onboarding", "Closed Won", None),
    "deleted": (0, 0, 0, 1),
    "type": ("Call", "Support"),
    "outcome": ("Reached", "No answer", None),
    "event": ("gate_viewed", "form_submitted", "support_ticket", "payment_failed", "payment_succeeded", "first_api_call"),
    "journey": ("Engagement", "Deal", "Customer status"),
    "kind": ("subscription", "charge"),
    "currency": ("EUR", "USD"),
    "money_currency": ("EUR", "USD"),
    "survey_type": ("PMF", "Weekly"),
    "table_slug": ("prospects",),
    "field": ("estimated_revenue", "deal_probability", "owner"),
    "entry_point": ('{"cta": "Webinar"}', "what a person wrote", None),
    "deal_probability": (0.2, 0.5, None),
    "pmf_score": (0.0, 0.5, 1.0),
    "error_rate": (0.0, 0.02),
    "data": ("{}",),
    "payload": ("{}", "no JSON", None),
    "old": ("1000", "0.4", None),
}
_DAYS = frozenset({"date_sent", "date_responded", "due", "expected_close", "next_follow_up"})
_MOMENTS = frozenset(
    {"applied_on", "last_touch_at", "occurred_at", "created_at", "at", "created", "first_paid", "began", "done_at"}
)
_SYNCED = frozenset({"prospects", "interactions", "events", "usage", "surveys", "tasks"})
_NUMBERS = frozenset({"from_stage", "to_stage"})


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


def _value(chance: random.Random, table: str, column: str) -> object:
    moment = NOW - timedelta(hours=chance.randrange(24 * 200))
    if column in ("prospect", "lid"):
        return chance.randint(1, _PROSPECTS)
    if column in _VALUES:
        return chance.choice(_VALUES[column])
    if column in _DAYS or (table, column) == ("usage", "date"):
        return moment.date().isoformat()
    if column in _MOMENTS or column == "date":
        return moment_text(moment)
    if column in _NUMBERS:
        return chance.choice((0, 0, 1, 1, 2, 3, 4, 6, 8))
    if column in ("payer", "key", "company", "contact_name", "industry", "phone", "website", "technical_capability", "reason"):
        return f"{column} {chance.randint(1, 999_999_999)}"
    return chance.randint(0, 9)


def _write(connection: Connection, chance: random.Random, tables: Collection[str] = STAMPED) -> None:
    """A row more, a row less, or another value in one column of one row, of any table that reports read."""
    table = chance.choice(sorted(tables))
    columns = [column for part in STAMPED[table].values() for column in part]
    what = chance.choice(("come", "come", "change", "change", "change", "go"))
    if what == "come":
        names = [
            *columns,
            *(("created_at",) if table in _SYNCED else ()),
            *(("key",) if table in _SYNCED - {"prospects"} else ()),
        ]
        names += ["id"] if table == "stripe_object" else []
        values = [_value(chance, table, name) if name != "id" else f"o{chance.randint(1, 999_999_999)}" for name in names]
        marks = ", ".join("?" for _ in names)
        sql.run(connection, f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({marks})", values)
    else:
        row = f"(SELECT rowid FROM {table} ORDER BY rowid LIMIT 1 OFFSET {chance.randrange(_PROSPECTS)})"
        if table in ("mrr_step", "stripe_object", "money_apart", "stripe_payer"):
            row = ""
        column = chance.choice(columns)
        where = f" WHERE rowid = {row}" if row else f" WHERE {columns[0]} = (SELECT min({columns[0]}) FROM {table})"
        statement = f"DELETE FROM {table}" if what == "go" else f"UPDATE OR IGNORE {table} SET {column} = ?"
        if (table, what) != ("prospects", "go"):
            sql.run(connection, statement + where, () if what == "go" else (_value(chance, table, column),))
    write_courses(connection, range(1, _PROSPECTS + 1))


def _filled(context: Context, chance: random.Random) -> None:
    with context.database.write() as connection:
        for number in range(_PROSPECTS):
            values = {column: _value(chance, "prospects", column) for part in STAMPED["prospects"].values() for column in part}
            names, marks = ", ".join(values), ", ".join("?" for _ in values)
            sql.run(
                connection,
                f"INSERT INTO prospects (lid, created_at, {names}) VALUES (?, ?, {marks})",
                (number + 1, context.now(), *values.values()),
            )
        for tables in (STAMPED, SHELVES):
            for _ in range(150):
                _write(connection, chance, tables)


def _choices() -> Iterator[tuple[str, Options]]:
    for spec in catalogue():
        yield spec.name, Options()
        if "basis" in spec.offers:
            yield spec.name, Options(basis="period")


@pytest.mark.parametrize("tables", [STAMPED, SHELVES], ids=["all", "on shelves"])
def test_after_any_write_the_kept_figures_are_those_read_afresh(context: Context, tables: Collection[str]) -> None:
    chance = random.Random(len(tables))
    _filled(context, chance)
    specs = {spec.name: spec for spec in catalogue()}
    answers, today = Answers(), context.today()
    asked = [
        (specs[name], specs[name].cadence.period_of(day), owner, options)
        for name, options in _choices()
        for day in (today, today - timedelta(days=40))
        for owner in (None, "Amaia Etxarri")
    ]
    for _ in range(_ROUNDS):
        with context.database.write() as connection:
            _write(connection, chance, tables)
        with context.database.read() as connection:
            view = answers.over(connection)
            for spec, period, owner, options in chance.sample(asked, 8):
                kept = spec.read_for(view, context.settings, period, owner, today, options)
                assert kept == spec.read_for(connection, context.settings, period, owner, today, options), spec.name


def test_a_call_of_today_leaves_what_a_closed_week_was_made_of(context: Context) -> None:
    chance = random.Random(3)
    _filled(context, chance)
    answers, week = Answers(), JOURNEYS.period_of(context.today() - timedelta(days=90))
    begins, ends = (moment_text(at) for at in week.bounds(context.settings.time_zone))
    statement = "SELECT count(*) FROM interactions WHERE date >= ? AND date < ?"

    def stamps(since: str, until: str) -> object:
        with context.database.read() as connection:
            view = answers.over(connection)
            sql.rows(within(view, "interactions", since, until), statement, (since, until))
            return view.seen

    before = stamps(begins, ends), stamps(begins, "9999")
    with context.database.write() as connection:
        sql.run(
            connection, "INSERT INTO interactions (key, type, date, created_at) VALUES ('I', 'Call', ?, '')", (context.now(),)
        )
    assert stamps(begins, ends) == before[0]
    assert stamps(begins, "9999") != before[1]
    with context.database.write() as connection:
        sql.run(connection, "UPDATE interactions SET date = ? WHERE key = 'I'", (begins,))
    assert stamps(begins, ends) != before[0]


def test_what_was_said_of_other_fields_leaves_what_deals_were_worth(context: Context) -> None:
    answers = Answers()

    def estimates() -> tuple[int, object]:
        with context.database.read() as connection:
            view = answers.over(connection)
            return len(estimates_since(view, "2026-01", None)), view.seen

    def write(field: str) -> None:
        with context.database.write() as connection:
            sql.run(
                connection,
                "INSERT INTO field_history (table_slug, lid, field, old, new, at, actor, source) "
                "VALUES ('prospects', 1, ?, '1000', '2000', ?, '', '')",
                (field, context.now()),
            )

    with context.database.write() as connection:
        sql.run(connection, "INSERT INTO prospects (lid, key, created_at) VALUES (1, 'P', '')")
    before = estimates()
    write("next_follow_up")
    assert estimates() == before
    write("estimated_revenue")
    assert estimates()[0] == 1


def test_many_rows_are_stamped_once_and_none_goes_unseen(context: Context) -> None:
    answers = Answers()

    def counts() -> list[int]:
        with context.database.read() as connection:
            view = answers.over(connection)
            since = sql.scalar(within(view, "events", "2026-01"), "SELECT count(*) FROM events WHERE occurred_at >= '2026-01'")
            return [int(since), int(sql.scalar(view, "SELECT count(*) FROM prospects WHERE score > 40"))]

    assert counts() == [0, 0]
    with context.database.write() as connection, stamped_at_the_end(connection):
        sql.run(connection, "INSERT INTO events (key, occurred_at, created_at) VALUES ('E', '2026-03-01T00:00:00.000Z', '')")
        sql.run(connection, "INSERT INTO prospects (key, score, created_at) VALUES ('P', 41, '')")
    assert counts() == [1, 1]
    with pytest.raises(ZeroDivisionError), context.database.write() as connection, stamped_at_the_end(connection):
        sql.run(connection, "DELETE FROM prospects")
        raise ZeroDivisionError
    assert counts() == [1, 1]
    with context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET score = 12")
    assert counts() == [1, 0]


def test_what_was_filled_without_triggers_is_read_anew(context: Context) -> None:
    answers = Answers()

    def count() -> int:
        with context.database.read() as connection:
            view = within(answers.over(connection), "events", "2026-01")
            return int(sql.scalar(view, "SELECT count(*) FROM events WHERE occurred_at >= '2026-01'"))

    assert count() == 0
    drop_triggers(context.database)
    with context.database.write() as connection:
        sql.run(connection, "INSERT INTO events (key, occurred_at, created_at) VALUES ('E', '2026-03-01T00:00:00.000Z', '')")
    make_missing_triggers(context.database)
    assert count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT key FROM meta",
        "SELECT lid FROM prospects WHERE notes IS NOT NULL",
        "SELECT random() FROM prospects",
        "SELECT lid FROM prospects WHERE applied_on < datetime('now')",
        "SELECT p.lid FROM prospects p, position q WHERE q.prospect = p.lid",
    ],
)
def test_what_no_stamp_tells_of_is_never_kept(context: Context, statement: str) -> None:
    with context.database.read() as connection:
        view = Answers().over(connection)
        sql.rows(view, "SELECT lid FROM prospects")
        assert view.seen
        sql.rows(view, statement)
        assert view.seen is None


def test_the_large_statements_of_reports_are_kept(context: Context) -> None:
    """Only what is small, or seldom there, is read anew each time."""
    with context.database.read() as connection:
        for spec in catalogue():
            view = Answers().over(connection)
            spec.read_for(view, context.settings, spec.cadence.period_of(context.today()), None, context.today(), Options())
            told = spec.name in ("onboarding", "gated", "email")
            assert (view.seen is None) is told, spec.name


def test_the_answers_asked_for_last_are_kept(context: Context) -> None:
    answers, chance = Answers(), random.Random(5)
    for number in range(3):
        answers.keep(number, (), ((chance.randbytes(3_000_000),),))
    assert [answers.find(number, ()) is not None for number in range(3)] == [False, True, True]


_CELLS = st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text() | st.binary()


@given(st.lists(st.lists(_CELLS, max_size=4).map(tuple), max_size=6), st.integers(1, 60))
def test_an_answer_that_was_kept_is_what_was_given(rows: list[tuple[object, ...]], times: int) -> None:
    answers, answer = Answers(), tuple(rows * times)
    answers.keep("question", (1,), answer)
    found = answers.find("question", (1,))
    assert repr(found) == repr(answer)
    assert answers.find("question", (2,)) is None


def test_long_lists_that_differ_at_their_end_are_two_questions(context: Context) -> None:
    statement, many = "SELECT count(*), max(value) FROM json_each(?)", list(range(5_000))
    with context.database.read() as connection:
        view = Answers().over(connection)
        found = [sql.only(view, statement, (json.dumps([*many, last]),)) for last in (6_001, 6_002, 6_001)]
    assert found == [(5_001, 6_001), (5_001, 6_002), (5_001, 6_001)]


def test_a_span_to_the_first_of_a_month_is_none_of_that_months(context: Context) -> None:
    answers = Answers()

    def count() -> tuple[int, object]:
        with context.database.read() as connection:
            view = answers.over(connection)
            span = within(view, "interactions", "2026-09-14", "2026-10-01")
            rows = sql.scalar(span, "SELECT count(*) FROM interactions WHERE date >= '2026-09-14' AND date < '2026-10-01'")
            return int(rows), view.seen

    def call_on(key: str, day: str) -> None:
        with context.database.write() as connection:
            sql.run(
                connection,
                "INSERT INTO interactions (key, type, date, created_at) VALUES (?, 'Call', ?, '')",
                (key, f"{day}T08:00:00.000Z"),
            )

    before = count()
    call_on("A", "2026-10-01")
    assert count() == before
    call_on("B", "2026-09-30")
    assert count()[0] == 1


def test_what_nobody_waits_for_any_longer_ends_within_a_statement(tmp_path: Path) -> None:
    long = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) SELECT count(*) FROM n"
    answers, ended = Answers(), []
    with workspace(tmp_path / "w") as context, context.database.read() as connection:
        with only_while_wanted(connection, lambda: True):
            view = answers.over(connection)
            sql.scalar(view, "SELECT count(*) FROM prospects")
            sql.scalar(view, long)
            ended.append("not at all")
        assert ended == []
        assert sql.scalar(connection, "SELECT count(*) FROM tasks") == 0
