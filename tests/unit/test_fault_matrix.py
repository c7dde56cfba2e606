"""The fault matrix (docs/sync.md, "Fault matrix"): every row has its tests, found by name (`test_row_7_…`) or mark (`fault(7)`)."""

import ast
import functools
import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.documentation import table

TESTS = Path(__file__).resolve().parent.parent
UNTRIED = "*not tried*: "
ROWS = {int(number): (happens, outcome) for number, happens, outcome in table("sync", "Fault matrix")}


def _rows_of(function: ast.FunctionDef, marks: list[ast.expr]) -> set[int]:
    found = {int(number) for number in re.findall(r"^test_row_(\d+)_", function.name)}
    for mark in (*marks, *function.decorator_list):
        for call in ast.walk(mark):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "fault":
                found |= {argument.value for argument in call.args if isinstance(argument, ast.Constant)}  # type: ignore[misc]
    return found


@functools.cache
def _tests() -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for file in TESTS.rglob("test_*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        marks = [
            node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            and any(isinstance(name, ast.Name) and name.id == "pytestmark" for name in node.targets)
        ]
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for row in _rows_of(node, marks):
                    found[row].append(f"{file.relative_to(TESTS)}::{node.name}")
    return found


@pytest.mark.parametrize("row", [row for row, (_, outcome) in ROWS.items() if not outcome.startswith(UNTRIED)])
def test_every_row_of_the_fault_matrix_is_tried(row: int) -> None:
    assert _tests()[row], f"row {row} ({ROWS[row][0]}) has no test"


def test_a_row_that_is_not_tried_says_why_and_has_no_test() -> None:
    untried = {row: outcome for row, (_, outcome) in ROWS.items() if outcome.startswith(UNTRIED)}
    assert all(len(outcome) > len(UNTRIED) for outcome in untried.values())
    assert untried.keys() & _tests().keys() == set()


def test_no_test_names_a_row_that_the_table_does_not_have() -> None:
    assert _tests().keys() <= ROWS.keys()


def test_the_rows_are_numbered_without_a_gap() -> None:
    assert list(ROWS) == list(range(1, len(ROWS) + 1))
