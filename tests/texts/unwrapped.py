"""Finds English that a person would read and that no translator gets: literals that are in no `tr` or `noted`.

A literal is looked at where it is written as people write, several words with a space; and, however short, where it goes straight to
a person: into a label, a menu, a message, an error or the terminal.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

Parents = dict[ast.AST, ast.AST]

_WRAPPED = frozenset({"tr", "tr_count", "noted", "noted_count"})

_SINKS = frozenset(
    [
        "setText",
        "setWindowTitle",
        "setToolTip",
        "setPlaceholderText",
        "setAccessibleName",
        "setAccessibleDescription",
        "setTitle",
        "setStatusTip",
        "setSuffix",
        "setPrefix",
        "setSpecialValueText",
        "setLabelText",
        "setHeaderLabels",
        "addAction",
        "addItem",
        "addTab",
        "QLabel",
        "QPushButton",
        "QToolButton",
        "QCheckBox",
        "QRadioButton",
        "QGroupBox",
        "QAction",
        "QMessageBox",
        "print",
        "complain",
        "UserError",
        "WorldError",
        "NotNow",
    ]
)
"""What a person reads as it is."""

_OURS = frozenset(
    [
        "Bug",
        "ValueError",
        "TypeError",
        "LookupError",
        "KeyError",
        "AssertionError",
        "RuntimeError",
        "OSError",
        "ConnectError",
        "ReadTimeout",
        "RequestException",
        "debug",
        "info",
        "warning",
        "error",
        "exception",
        "critical",
        "getLogger",
        "seam",
        "setObjectName",
        "compile",
        "Thread",
        "TypeVar",
        "cast",
        "NewType",
        "behind",
        "execute",
        "executemany",
        "scalar",
        "scalars",
        "rows",
        "dicts",
        "only",
        "setStyleSheet",
        "sendall",
        "property",
        "setProperty",
    ]
)
"""What programmers read, or nobody: faults of ours, the log, names of parts, patterns, SQL."""

_COMPARED = frozenset({"startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "split", "get"})
"""What looks for words in a text, and keeps none."""

_WORDS = re.compile(r"[A-Za-z][a-z’']+[,;:.]? (\{\}|[A-Za-z“])|\{\}[,;:.]? [a-z]{2,}|^ [a-z]{2,}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_SQL = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|FROM|WHERE|ORDER BY|JOIN|BEGIN|EXISTS|GROUP BY|VALUES|CONFLICT|LIMIT|"
    r"UNION|AND|OR|NULL|DESC|IN|IS|SET|NOT|CASE)\b|json_|strftime\(|coalesce\(|\b\w+\.\w+ = "
)


@dataclass(frozen=True, slots=True)
class Literal:
    """Words in the code: where, and what they are; what is put in is `{}`."""

    place: str
    line: int
    words: str


def unwrapped(package: Path, known: frozenset[str], kept: Mapping[str, str]) -> list[Literal]:
    """The literals of a package that look like words for a person and are none of the `known` texts. `kept` are those that stay
    English, by the beginning of their path and perhaps `#` and their words."""
    return [literal for literal in _all(package, known) if not any(_is_kept(literal, way) for way in kept)]


def _is_kept(literal: Literal, way: str) -> bool:
    path, _, words = way.partition("#")
    return literal.place.startswith(path) and (not words or literal.words == words)


@lru_cache(maxsize=4)
def _all(package: Path, known: frozenset[str]) -> list[Literal]:
    found = []
    for module in sorted(package.rglob("*.py")):
        place = module.relative_to(package).as_posix()
        literals = _literals(ast.parse(module.read_text(encoding="utf-8")), known)
        found += [Literal(place, line, words) for line, words in literals]
    return found


def _literals(tree: ast.Module, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    parents: Parents = {}
    nodes: list[ast.AST] = [tree]
    for node in nodes:
        for child in ast.iter_child_nodes(node):
            parents[child] = node
            nodes.append(child)
    put_in = {id(node) for node in _put_in(nodes, parents)}
    for node in nodes:
        words = _words_of(node)
        if words is None or isinstance(parents.get(node), (ast.Expr, ast.JoinedStr)) or not _WORD.search(words):
            continue
        if id(node) in put_in:
            yield node.lineno, words  # type: ignore[attr-defined]
            continue
        calls, is_compared = _around(node, parents)
        if is_compared or _WRAPPED & set(calls) or _OURS & set(calls):
            continue
        straight = (bool(calls) and calls[0] in _SINKS) or _is_beside_a_text(node, parents[node])
        if straight or (words not in known and _WORDS.search(words) and not _SQL.search(words)):
            yield node.lineno, words  # type: ignore[attr-defined]


def _put_in(nodes: Iterable[ast.AST], parents: Parents) -> Iterator[ast.AST]:
    """Words that are put into a text, there or by a name that was given them before in the same function."""
    names: set[tuple[ast.AST | None, str]] = set()
    given: list[ast.Assign] = []
    for node in nodes:
        if isinstance(node, ast.Assign):
            given.append(node)
        elif _is_text(node):
            for value in (keyword.value for keyword in node.keywords if keyword.arg != "meaning"):  # type: ignore[attr-defined]
                yield from _plain(value)
                if isinstance(value, ast.Name):
                    names.add((_function(node, parents), value.id))
    for each in given:
        if any(isinstance(target, ast.Name) and (_function(each, parents), target.id) in names for target in each.targets):
            yield from (node for node in _plain(each.value) if each.value is not node)


def _function(node: ast.AST, parents: Parents) -> ast.AST | None:
    while not isinstance(node, ast.FunctionDef):
        above = parents.get(node)
        if above is None:
            return None
        node = above
    return node


def _plain(value: ast.AST) -> Iterator[ast.AST]:
    """The literals that a value may be."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value
    elif isinstance(value, ast.IfExp):
        yield from (*_plain(value.body), *_plain(value.orelse))
    elif isinstance(value, ast.BoolOp):
        for part in value.values:
            yield from _plain(part)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "tr_count")


def _is_beside_a_text(node: ast.AST, around: ast.AST) -> bool:
    """Whether the other choice, or the other values of a dictionary, are texts."""
    beside: list[ast.AST] = []
    if isinstance(around, ast.IfExp):
        beside = [around.body, around.orelse]
    elif isinstance(around, (ast.BoolOp, ast.Dict)):
        beside = list(around.values)
    return node in beside and any(_is_text(other) for other in beside)


def _words_of(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def _around(node: ast.AST, parents: Parents) -> tuple[list[str], bool]:
    """The calls that the literal stands in, the nearest first, within its statement; and whether it is only compared with."""
    calls, inner = [], node
    while inner in parents:
        outer = parents[inner]
        if isinstance(outer, ast.Call) and inner is not outer.func:
            name = outer.func.id if isinstance(outer.func, ast.Name) else getattr(outer.func, "attr", "")
            calls.append(name)
        elif isinstance(outer, (ast.Compare, ast.Subscript, ast.MatchValue, ast.arg)) or _is_key(inner, outer):
            return calls, True
        if isinstance(outer, ast.AnnAssign) and inner is outer.annotation:
            return calls, True
        if isinstance(outer, ast.stmt):
            break
        inner = outer
    return calls, bool(calls) and calls[0] in _COMPARED


def _is_key(inner: ast.AST, outer: ast.AST) -> bool:
    return isinstance(outer, ast.Dict) and inner in outer.keys
