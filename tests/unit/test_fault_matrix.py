"""The fault matrix of SYNC section 2 as a table: every row has its tests, found by name (`test_row_7_…`) or mark (`fault(7)`)."""

import ast
import functools
import re
from collections import defaultdict
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent
ROWS = {
    1: "a request never arrives",
    2: "the answer to a create is lost",
    3: "the answer to an update is lost and the field is edited again",
    4: "the answer to a delete is lost",
    5: "a write is carried out late",
    6: "a storm of refusals for too many requests",
    7: "the service is in trouble for long",
    8: "an answer drips or hangs",
    9: "an answer is cut, no JSON, of wrong types, huge",
    10: "no name, a page to sign in, a certificate that does not hold",
    11: "a redirect to another host",
    12: "a listing is interrupted",
    13: "a listing looks complete and lacks rows",
    14: "a table reads empty, or much of it vanished",
    15: "token revoked, scope cut, base unshared",
    16: "another field is edited between look and write",
    17: "the same field is edited between look and write",
    18: "both edit one value",
    19: "both add to a set",
    20: "edited here and deleted there, and the reverse",
    21: "deleted on both sides; restored from the trash",
    22: "a record is duplicated there with its key",
    23: "the key is cleared, edited, hidden or deleted",
    24: "the service writes values otherwise",
    25: "a field is renamed, removed, retyped",
    26: "an option is removed while an edit with it waits",
    27: "one bad record in a batch",
    28: "a record is deleted inside a batch",
    29: "links to records that are not there yet, or no more",
    30: "cells with errors and unknown types",
    31: "texts of every kind",
    32: "numbers and dates at their ends",
    33: "sixty days offline",
    34: "killed at commits and calls",
    35: "the power goes",
    36: "the disk is full",
    37: "the file may not be written, or goes while it is open",
    38: "the file or its search is damaged",
    39: "the file lies on a network drive or in a cloud folder",
    40: "a second program, and one that holds the lock",
    41: "a long reader during sync",
    42: "an upgrade fails or is killed",
    43: "the database is newer than the program",
    44: "an upgrade builds a parent table anew",
    45: "an old copy is restored with stale intents",
    46: "the database is copied to a second computer",
    47: "the clock jumps",
    48: "the computer sleeps",
    49: "a pass is longer than the interval",
    50: "quit during a pass",
    51: "an exception that nobody catches",
    52: "a result comes after its window went",
    53: "no keyring, a locked one, one that drops",
    55: "a feed is lost",
    56: "a notification twice or late",
    57: "Stripe repeats, reorders, deletes, mixes modes and currencies",
    58: "a gap at Stripe",
    59: "files of every kind are imported",
    60: "an export is interrupted",
    61: "an undo after somebody changed the field",
    62: "the month's calls are used up",
}
"""Row 54, a receiver under attack, comes with the receiver."""


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


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_the_fault_matrix_is_tried(row: int) -> None:
    assert _tests()[row], f"row {row} ({ROWS[row]}) has no test"


def test_no_test_names_a_row_that_the_table_does_not_have() -> None:
    assert _tests().keys() <= ROWS.keys()
