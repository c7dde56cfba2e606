"""The rows of the fault matrix and the tests that try them, found by name (`test_row_7_…`) or mark (`fault(7)`)."""

import ast
import functools
import re
from collections import defaultdict
from pathlib import Path

from tests.documentation import table

TESTS = Path(__file__).resolve().parent
UNTRIED = "*not tried*: "
ROWS = {int(number): (happens, outcome) for number, happens, outcome in table("sync", "Fault matrix")}
"""What happens and what comes of it, by row."""


def _rows_of(function: ast.FunctionDef, marks: list[ast.expr]) -> set[int]:
    rows = {int(number) for number in re.findall(r"^test_row_(\d+)_", function.name)}
    for mark in (*marks, *function.decorator_list):
        for call in ast.walk(mark):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "fault":
                rows |= {argument.value for argument in call.args if isinstance(argument, ast.Constant)}  # type: ignore[misc]
    return rows


@functools.cache
def trying_tests() -> dict[int, list[str]]:
    """The tests of each row, as pytest names them below `tests/`."""
    tests: dict[int, list[str]] = defaultdict(list)
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
                    tests[row].append(f"{file.relative_to(TESTS)}::{node.name}")
    return tests
