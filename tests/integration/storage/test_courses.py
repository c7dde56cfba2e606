"""What stands with each move, worked out as it is written, is what a look over the rows finds."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.fold import Move, Standing
from journeydesk.storage.engine import sql
from journeydesk.storage.lists.board import write_standings
from journeydesk.storage.lists.courses import courses
from tests.courses_of_rows import write_courses
from tests.workspaces import workspace

# No half hours, which the look over the rows may round either way.
moves = st.lists(
    st.builds(
        Move,
        st.sampled_from(["Deal", "Engagement"]),
        st.integers(0, 3),
        st.integers(0, 3),
        st.tuples(st.integers(1, 28), st.integers(0, 23)).map(lambda at: f"2026-05-{at[0]:02d}T{at[1]:02d}:00:00.000Z"),
        st.just("points"),
        st.just("website"),
        st.just("EVT-1"),
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(moves, min_size=1, max_size=3))
def test_each_move_knows_its_journeys_begin_and_its_stay(tmp_path: Path, everybody: list[list[Move]]) -> None:
    standings: list[tuple[RecordId, Standing, dict[str, bool]]] = [
        (RecordId(number), Standing({}, tuple(course), 0, None, (), ()), {}) for number, course in enumerate(everybody, start=1)
    ]
    with workspace(tmp_path / "w") as context, context.database.write() as connection:
        write_standings(connection, standings, "Engagement")
        written = sql.rows(connection, "SELECT id, began, hours FROM stage_history ORDER BY id")
        write_courses(connection, range(1, len(everybody) + 1))
        assert written == sql.rows(connection, "SELECT id, began, hours FROM stage_history ORDER BY id")
        sql.run(connection, "DELETE FROM stage_history")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves, moves)
def test_moves_that_come_are_added_to_those_that_stand(tmp_path: Path, before: list[Move], after: list[Move]) -> None:
    prospect = RecordId(1)
    with workspace(tmp_path / "w") as context, context.database.write() as connection:

        def written(course: list[Move]) -> tuple[list[int], list[tuple[object, ...]]]:
            write_standings(connection, [(prospect, Standing({}, tuple(course), 0, None, (), ()), {})], "Engagement")
            rows = sql.rows(
                connection, "SELECT id, journey, from_stage, to_stage, at, began, hours FROM stage_history ORDER BY id"
            )
            return [row[0] for row in rows], [tuple(row[1:]) for row in rows]

        ids, lines = written(before)
        more, whole = written(before + after)
        assert whole == [
            (move.journey, move.from_stage, move.to_stage, move.at, began, hours)
            for move, began, hours in courses(before + after)
        ]
        # What the later ones do not change keeps its place.
        assert whole[: len(before)] != lines or more[: len(before)] == ids
        assert written(before)[1] == lines
        sql.run(connection, "DELETE FROM stage_history")


def test_half_an_hour_and_more_counts_as_an_hour() -> None:
    stays = [
        Move("Deal", 0, 1, "2026-05-01T10:00:00.000Z", "", "", ""),
        Move("Deal", 1, 2, "2026-05-01T11:30:00.000Z", "", "", ""),
        Move("Deal", 2, 3, "2026-05-01T11:59:59.999Z", "", "", ""),
    ]
    assert [hours for _, _, hours in courses(stays)] == [None, 2, 0]
