"""Orders of very many records come in pieces, between which a key gets its turn and nobody reads on for nothing."""

from array import array
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.services.commands.prospects import create_prospect
from journeydesk.storage.engine import sql
from journeydesk.storage.lists import orders
from journeydesk.storage.lists.orders import in_groups, numbers
from journeydesk.storage.lists.prospect_list import Query, ordered_ids
from tests.workspaces import workspace


class _Enough(Exception):
    pass


def _after(pauses: int) -> orders.Pause:
    left = [pauses]

    def pause() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise _Enough

    return pause


@given(st.lists(st.integers(1, 10**12)))
def test_joined_numbers_are_read_whole(values: list[int]) -> None:
    assert numbers(",".join(map(str, values))).tolist() == values


def test_numbers_are_read_in_pieces() -> None:
    joined = ",".join(map(str, range(100_000)))
    assert numbers(joined)[99_999] == 99_999
    with pytest.raises(_Enough):
        numbers(joined, _after(3))


@given(st.permutations(range(1, 300)), st.lists(st.sampled_from([1, 2, 3, 64, 65, 90]), max_size=4))
def test_each_group_stands_in_the_order_of_all(order: list[int], sizes: list[int]) -> None:
    sizes = [*sizes, 299 - sum(sizes)] if sum(sizes) < 299 else [299]
    ids = array("q", range(1, 300))
    groups, start = [], 0
    for size in sizes:
        groups.append(sorted(ids[start : start + size], key=order.index))
        start += size
    assert in_groups(ids, sizes, order).tolist() == list(chain.from_iterable(groups))


def test_an_order_that_nobody_waits_for_is_given_up(tmp_path: Path) -> None:
    with workspace(tmp_path / "w") as context:
        prospects = [create_prospect(context, {"company": company}) for company in ("Tarn", "Mbali")]
        query = Query(sort=(("status", False), ("company", False)))
        with context.database.read() as connection:
            with pytest.raises(sql.Stopped):
                ordered_ids(connection, query, lambda: True)
            assert list(ordered_ids(connection, query)) == prospects[::-1]


def test_a_long_query_is_given_up_within(tmp_path: Path) -> None:
    with workspace(tmp_path / "w") as context, context.database.read() as connection:
        endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
        looks = iter([False, False])
        with pytest.raises(sql.Stopped), sql.unless_stopped(connection, lambda: next(looks, True)):
            sql.scalar(connection, endless)
        assert sql.scalar(connection, "SELECT 1") == 1
