"""The board's kept counts, order and lanes agree with a plain count of its cards after any series of changes."""

from collections import defaultdict
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.fold import Move, Standing
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists import board
from journeydesk.storage.lists.board import Over
from journeydesk.storage.records import records
from journeydesk.storage.upkeep import integrity
from tests.integration.storage.conftest import AUTHOR

TODAY = "2026-05-19"
_OWNERS = st.sampled_from([None, "Amaia", "Tomasz"])
_DAYS = st.sampled_from([None, "2026-05-18", "2026-05-20"])
_STEP = st.one_of(
    st.tuples(st.just("add"), st.integers(0, 3), st.integers(0, 500)),
    st.tuples(st.just("stand"), st.integers(0, 5), st.integers(1, 3)),
    st.tuples(st.just("hide"), st.integers(0, 5), st.integers(1, 3)),
    st.tuples(st.just("leave"), st.integers(0, 5), st.just(0)),
    st.tuples(st.just("owner"), st.integers(0, 5), _OWNERS),
    st.tuples(st.just("revenue"), st.integers(0, 5), st.none() | st.integers(0, 900)),
    st.tuples(st.just("due"), st.integers(0, 5), _DAYS),
    st.tuples(st.just("delete"), st.integers(0, 5), st.booleans()),
    st.tuples(st.just("alert"), st.integers(0, 5), st.sampled_from(["Urgent", "High", "Normal"])),
    st.tuples(st.just("handle"), st.integers(0, 5), st.just(0)),
)


def standing(stage: int, journey: str = "Engagement", at: str = "2026-05-01T00:00:00.000Z") -> Standing:
    """A prospect in this stage of one journey."""
    move = Move(journey, 0, stage, at, "points", "website", "EVT-1")
    return Standing({journey: move}, (move,), 0, None, (), ())


_NOWHERE = Standing({}, (), 0, None, (), ())


def _apply(database: Database, known: list[RecordId], step: tuple[str, int, object]) -> None:
    kind, number, value = step
    with database.write() as connection:
        if kind == "add" or not known:
            values: records.Row = {"key": f"BETA-{len(known)}", "estimated_revenue": number}
            known.append(records.insert(connection, "prospects", values, AUTHOR))
            return
        record = known[number % len(known)]
        if kind in ("stand", "hide"):
            shown = {"Engagement": kind == "stand"}
            board.write_standings(connection, [(record, standing(int(str(value))), shown)], "Engagement")
        elif kind == "leave":
            board.write_standings(connection, [(record, _NOWHERE, {})], "Engagement")
        elif kind == "delete":
            records.set_deleted(connection, "prospects", record, bool(value), AUTHOR)
        elif kind == "alert":
            count = sql.scalar(connection, "SELECT count(*) FROM alerts")
            alert: records.Row = {"key": f"A{count}", "prospect": record, "status": "Pending", "priority": str(value)}
            records.insert(connection, "alerts", alert, AUTHOR)
        elif kind == "handle":
            for alert_id in sql.scalars(connection, "SELECT lid FROM alerts WHERE prospect = ?", (record,)):
                records.update(connection, "alerts", RecordId(alert_id), {"status": "Actioned"}, AUTHOR)
        else:
            column = {"owner": "owner", "revenue": "estimated_revenue", "due": "next_follow_up"}[kind]
            records.update(connection, "prospects", record, {column: value}, AUTHOR)  # type: ignore[dict-item]


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=st.lists(_STEP, max_size=30))
def test_kept_counts_equal_a_recount_after_any_changes(
    fresh: Callable[[], Database], steps: list[tuple[str, int, object]]
) -> None:
    database = fresh()
    known: list[RecordId] = []
    for step in steps:
        _apply(database, known, step)
    assert integrity.examine(database, thorough=True).problems == ()
    with database.read() as connection:
        cards = sql.rows(
            connection,
            "SELECT q.stage, coalesce(p.owner, ''), coalesce(p.estimated_revenue, 0), p.next_follow_up, p.lid, "
            "(SELECT min(CASE priority WHEN 'Urgent' THEN 1 WHEN 'High' THEN 2 ELSE 3 END) FROM alerts a "
            "WHERE a.prospect = p.lid AND a.status = 'Pending' AND NOT a.deleted) "
            "FROM position q JOIN prospects p ON p.lid = q.prospect WHERE NOT p.deleted AND q.shown",
        )
        lanes: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for _, owner, revenue, due, _, _ in cards:
            lanes[owner] = [lanes[owner][0] + 1, lanes[owner][1] + revenue, lanes[owner][2] + (due is not None and due < TODAY)]
        assert {owner: rest for owner, *rest in board.lanes(connection, "Engagement", TODAY)} == lanes
        for owner in (None, "", "Amaia"):
            for stage in (1, 2, 3):
                mine = [card for card in cards if card[0] == stage and owner in (None, card[1])]
                mine.sort(key=lambda card: (card[5] or 9, card[3] or "9", card[4]))
                shown = board.cards(connection, "Engagement", stage, 0, 100, owner, None)
                assert [card.id for card in shown] == [card[4] for card in mine]
                totals = board.column_totals(connection, "Engagement", owner, None).get(stage, (0, 0))
                assert totals == (len(mine), sum(card[2] for card in mine))


def test_pages_of_a_column_join_without_gap_or_repeat(database: Database) -> None:
    known: list[RecordId] = []
    for _ in range(12):
        _apply(database, known, ("add", 1, 0))
        with database.write() as connection:
            board.write_standings(connection, [(known[-1], standing(1), {})], "Engagement")
    with database.read() as connection:
        pages = [board.cards(connection, "Engagement", 1, start, 5, None, None) for start in (0, 5, 10)]
    assert [card.id for page in pages for card in page] == known


def test_the_score_filter_and_the_limit_count_by_owner(database: Database) -> None:
    with database.write() as connection:
        for number, (owner, score) in enumerate([("Amaia", 10), ("Amaia", 30), ("Tomasz", 40)]):
            values: records.Row = {"key": f"B{number}", "owner": owner, "score": score, "estimated_revenue": 100}
            record = records.insert(connection, "prospects", values, AUTHOR)
            entered = f"2026-05-0{number + 1}T00:00:00.000Z"
            board.write_standings(connection, [(record, standing(2, at=entered), {})], "Engagement")
    with database.read() as connection:
        assert board.column_totals(connection, "Engagement", None, 30) == {2: (2, 200)}
        assert board.column_totals(connection, "Engagement", "Amaia", 30) == {2: (1, 100)}
        assert board.over_limit(connection, "Engagement", {2: "2026-05-03T00:00:00.000Z"}, None) == [Over(2, "Amaia", 2, 200)]
        assert board.over_limit(connection, "Engagement", {2: "2026-05-04T00:00:00.000Z"}, "Tomasz") == [
            Over(2, "Tomasz", 1, 100)
        ]
        assert board.over_limit(connection, "Engagement", {2: "2026-05-04T00:00:00.000Z"}, None, 30) == [
            Over(2, "Amaia", 1, 100),
            Over(2, "Tomasz", 1, 100),
        ]
        assert [card.score for card in board.cards(connection, "Engagement", 2, 0, 9, None, 30)] == [30, 40]


def test_writing_the_same_standing_again_changes_nothing(database: Database) -> None:
    known: list[RecordId] = []
    _apply(database, known, ("add", 1, 0))
    for _ in range(2):
        with database.write() as connection:
            board.write_standings(connection, [(known[0], standing(2), {})], "Engagement")
    before = database.change_number()
    with database.write() as connection:
        board.write_standings(connection, [(known[0], standing(2), {})], "Engagement")
        assert board.positions_of(connection, known[0]) == {"Engagement": (2, "2026-05-01T00:00:00.000Z")}
    assert database.change_number() == before


def test_owner_and_worth_may_change_together(database: Database) -> None:
    with database.write() as connection:
        record = records.insert(connection, "prospects", {"key": "BETA-1", "estimated_revenue": 500}, AUTHOR)
        board.write_standings(connection, [(record, standing(2), {})], "Engagement")
        records.update(connection, "prospects", record, {"owner": "Amaia", "estimated_revenue": 900}, AUTHOR)
        assert board.lanes(connection, "Engagement", TODAY) == [("Amaia", 1, 900, 0)]
    assert not integrity.examine(database).problems
