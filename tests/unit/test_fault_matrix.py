"""The fault matrix (docs/sync.md, "Fault matrix"): every row has its tests, and a break of the product that they notice."""

import pytest

from tests.fault_matrix import ROWS, TESTS, UNTRIED, trying_tests
from tests.faults.breaks import BREAKS

TRIED = [row for row, (_, outcome) in ROWS.items() if not outcome.startswith(UNTRIED)]


@pytest.mark.parametrize("row", TRIED)
def test_every_row_of_the_fault_matrix_is_tried(row: int) -> None:
    assert trying_tests()[row], f"row {row} ({ROWS[row][0]}) has no test"


def test_a_row_that_is_not_tried_says_why_and_has_no_test() -> None:
    untried = {row: outcome for row, (_, outcome) in ROWS.items() if outcome.startswith(UNTRIED)}
    assert all(len(outcome) > len(UNTRIED) for outcome in untried.values())
    assert untried.keys() & trying_tests().keys() == set()


def test_no_test_names_a_row_that_the_table_does_not_have() -> None:
    assert trying_tests().keys() <= ROWS.keys()


def test_the_rows_are_numbered_without_a_gap() -> None:
    assert list(ROWS) == list(range(1, len(ROWS) + 1))


def test_every_row_that_is_tried_is_also_broken() -> None:
    assert [row for row in TRIED if row not in BREAKS] == []
    assert [row for row in BREAKS if row not in TRIED] == []


@pytest.mark.parametrize("row", BREAKS)
def test_a_break_changes_one_place_of_the_product(row: int) -> None:
    broken = BREAKS[row]
    text = (TESTS.parent / broken.module).read_text(encoding="utf-8")
    assert text.count(broken.old) == 1, f"row {row}: “{broken.old}” stands {text.count(broken.old)} times in {broken.module}"
    assert broken.old.count("\n") == 0
    assert broken.new != broken.old
