"""Airtable formulas, as far as clients use them to filter: parsed once, then run per record.

Functions are those of Airtable's formula reference that `FUNCTIONS` names. A field stands in braces by name or id; a name
without spaces may stand bare.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.sandbox.airtable.errors import AirtableError
from journeydesk.sandbox.airtable.formula_functions import (
    FAILURES,
    FUNCTIONS,
    LAZY_FUNCTIONS,
    Scope,
    compare,
    modified,
    number_of,
    text_of,
    truthy,
)
from journeydesk.sandbox.airtable.model import Field, Record, Table

Node = Callable[[Scope], Any]

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<number>\d+(?:\.\d+)?)
      | (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<field>\{(?:[^}\\]|\\.)*\})
      | (?P<word>[A-Za-z_][A-Za-z0-9_.]*)
      | (?P<operator><=|>=|!=|[-+*/&=<>(),])
    )""",
    re.VERBOSE | re.DOTALL,
)
_NAMED = re.compile(r"RECORD_ID\(\)='(rec[A-Za-z0-9]{14})'")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_MAX_DEPTH = 60


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Constant:
    """A part of a formula that is the same on every row."""

    value: Any

    def __call__(self, scope: Scope) -> Any:
        return self.value


def invalid_formula(reason: str) -> AirtableError:
    """The refusal of a formula that cannot be run on this table."""
    return AirtableError(422, "INVALID_FILTER_BY_FORMULA", f"The formula for filtering records is invalid: {reason}")


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: _ESCAPES.get(m.group(1), m.group(1)), text, flags=re.DOTALL)


def _tokens(source: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    end = len(source.rstrip())
    while at < end:
        match = _TOKEN.match(source, at)
        if match is None or match.lastgroup is None:
            raise invalid_formula("Invalid formula. Please check your formula text.")
        tokens.append(_Token(match.lastgroup, match.group(match.lastgroup)))
        at = match.end()
    return tokens


class _Parser:
    def __init__(self, source: str, table: Table) -> None:
        self._tokens = _tokens(source)
        self._at = 0
        self._depth = 0
        self._table = table

    def parse(self) -> Node:
        node = self._comparison()
        if self._at != len(self._tokens):
            raise self._syntax()
        return node

    def _syntax(self) -> AirtableError:
        return invalid_formula("Invalid formula. Please check your formula text.")

    def _peek(self) -> str:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        return token.text if token is not None and token.kind == "operator" else ""

    def _take(self) -> _Token:
        if self._at >= len(self._tokens):
            raise self._syntax()
        self._at += 1
        return self._tokens[self._at - 1]

    def _expect(self, operator: str) -> None:
        if self._peek() != operator:
            raise self._syntax()
        self._at += 1

    def _comparison(self) -> Node:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise self._syntax()
        left = self._joined()
        while self._peek() in {"=", "!=", "<", ">", "<=", ">="}:
            left = self._compared(self._take().text, left, self._joined())
        self._depth -= 1
        return left

    @staticmethod
    def _compared(operator: str, left: Node, right: Node) -> Node:
        return lambda scope: compare(operator, left(scope), right(scope))

    def _joined(self) -> Node:
        left = self._sum()
        while self._peek() == "&":
            self._take()
            left = self._concatenated(left, self._sum())
        return left

    @staticmethod
    def _concatenated(left: Node, right: Node) -> Node:
        return lambda scope: text_of(left(scope)) + text_of(right(scope))

    def _sum(self) -> Node:
        left = self._product()
        while self._peek() in {"+", "-"}:
            left = self._arithmetic(self._take().text, left, self._product())
        return left

    def _product(self) -> Node:
        left = self._unary()
        while self._peek() in {"*", "/"}:
            left = self._arithmetic(self._take().text, left, self._unary())
        return left

    @staticmethod
    def _arithmetic(operator: str, left: Node, right: Node) -> Node:
        def run(scope: Scope) -> float:
            a, b = number_of(left(scope)), number_of(right(scope))
            if operator == "+":
                return a + b
            if operator == "-":
                return a - b
            if operator == "*":
                return a * b
            return a / b

        return run

    def _unary(self) -> Node:
        if self._peek() == "-":
            self._take()
            operand = self._unary()
            return lambda scope: -number_of(operand(scope))
        return self._primary()

    def _primary(self) -> Node:
        token = self._take()
        if token.kind == "number":
            return _Constant(float(token.text))
        if token.kind == "text":
            return _Constant(_unescape(token.text[1:-1]))
        if token.kind == "field":
            return self._field(_unescape(token.text[1:-1]))
        if token.kind == "word":
            return self._call(token.text) if self._peek() == "(" else self._field(token.text)
        if token.text == "(":
            inner = self._comparison()
            self._expect(")")
            return inner
        raise self._syntax()

    def _field(self, name: str) -> Node:
        field = self._table.field_by(name)
        if field is None:
            raise invalid_formula(f"Unknown field names: {name.lower()}")
        return self._field_value(field)

    @staticmethod
    def _field_value(field: Field) -> Node:
        return lambda scope: scope.value(field)

    def _call(self, name: str) -> Node:
        name = name.upper()
        if name == "LAST_MODIFIED_TIME":
            return self._last_modified()
        arguments = self._arguments()
        if name in LAZY_FUNCTIONS:
            lazy = LAZY_FUNCTIONS[name]
            return lambda scope: lazy(scope, arguments)
        if name not in FUNCTIONS:
            raise invalid_formula(f"Unknown function names: {name}")
        return _applied(FUNCTIONS[name], arguments)

    def _last_modified(self) -> Node:
        self._expect("(")
        watched: list[str] = []
        while self._peek() != ")":
            if watched:
                self._expect(",")
            token = self._take()
            name = _unescape(token.text[1:-1]) if token.kind == "field" else token.text
            field = self._table.field_by(name)
            if field is None:
                raise invalid_formula(f"Unknown field names: {name.lower()}")
            watched.append(field.id)
        self._expect(")")
        return lambda scope: modified(scope, watched)

    def _arguments(self) -> list[Node]:
        self._expect("(")
        arguments: list[Node] = []
        while self._peek() != ")":
            if arguments:
                self._expect(",")
            arguments.append(self._comparison())
        self._expect(")")
        return arguments


def _applied(function: Callable[..., Any], arguments: Sequence[Node]) -> Node:
    constants = [argument.value for argument in arguments if isinstance(argument, _Constant)]
    if len(constants) == len(arguments):
        try:
            return _Constant(function(*constants))
        except FAILURES:
            return lambda scope: function(*constants)
    if len(arguments) == 2:
        left, right = arguments
        return lambda scope: function(left(scope), right(scope))
    return lambda scope: function(*[argument(scope) for argument in arguments])


def records_named(source: str) -> frozenset[str] | None:
    """The records that a formula keeps which only names some by their id; None for any other formula.

    Clients that read many known records at once write it so; asking each row anew would cost a hundred comparisons a row.
    """
    named = _NAMED.findall(source)
    each = [f"RECORD_ID()='{record_id}'" for record_id in named]
    if not named or source not in (each[0], f"OR({','.join(each)})"):
        return None
    return frozenset(named)


def compile_filter(source: str, table: Table, scope: Scope) -> Callable[[Record], bool]:
    """The test that `filterByFormula=source` runs on each record; raises AirtableError where the formula is invalid.

    A row on which the formula fails is dropped, as Airtable drops it.
    """
    node = _Parser(source, table).parse()

    def keeps(record: Record) -> bool:
        scope.record = record
        try:
            return truthy(node(scope))
        except FAILURES:
            return False

    return keeps


def compile_value(source: str, table: Table, scope: Scope) -> Callable[[Record], Any]:
    """What a formula field shows for each record, as JSON; a row on which it fails shows an error cell."""
    node = _Parser(source, table).parse()

    def value(record: Record) -> Any:
        scope.record = record
        try:
            result = node(scope)
        except ZeroDivisionError:
            return {"specialValue": "NaN"}
        except FAILURES:
            return {"error": "#ERROR!"}
        return text_of(result) if isinstance(result, datetime) else result

    return value
