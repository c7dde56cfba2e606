"""Numbers as files write them: `1.250,00`, `1,250.00`, `€ 12'500`, `(5)`, `50 %`. Which mark parts the decimals a whole column decides."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from journeydesk.domain.frozen_data import dataclass

_GROUPING = re.compile(r"[\s'’\u00a0\u202f\u2009_]")
_NAMED = r"kr\.?|Fr\.?|zł|Kč|Ft|lei"
_BEFORE = rf"^(?:[A-Z]{{3}}|[^\w\s.,()%+\-−–‐]{{1,2}}|[A-Z]{{1,2}}\$|{_NAMED})?\s*"
_AFTER = rf"\s*(?:[A-Z]{{3}}|[€$£¥₹₺₴₽]|{_NAMED})?$"
_CURRENCY = re.compile(f"{_BEFORE}|{_AFTER}", re.I)
_MINUS = "-−–‐"
_BARE = {mark: re.compile(rf"([0-9]+)(?:{re.escape(mark)}([0-9]*))?") for mark in ",."}
"""Digits and at most the decimal mark: nothing is to be taken away."""


@dataclass(frozen=True, slots=True)
class DecimalMark:
    """What a column's numbers say of their decimal mark: `,` or `.`; `open` where no cell decides it and one could be read both ways."""

    mark: str = "."
    open: bool = False


def decide_mark(cells: Iterable[str]) -> DecimalMark:
    """The decimal mark of a column: the one that most cells can only mean. `12.500` alone leaves it open."""
    votes = {",": 0, ".": 0}
    both_ways = False
    for cell in cells:
        body = _body(cell)
        vote = _vote(body)
        if vote:
            votes[vote] += 1
        elif re.search(r"\d[.,]\d{3}$", body):
            both_ways = True
    if votes[","] == votes["."]:
        return DecimalMark(open=both_ways or votes[","] > 0)
    return DecimalMark("," if votes[","] > votes["."] else ".")


def _body(cell: str) -> str:
    if _BARE["."].fullmatch(cell):
        return cell
    return _GROUPING.sub("", _CURRENCY.sub("", cell.strip().strip("()%" + _MINUS + "+ ")).strip("%() "))


def _vote(body: str) -> str | None:
    """The decimal mark that a number can only have; None where it can have either, or has none."""
    commas, points = body.count(","), body.count(".")
    if commas and points:
        return max(",.", key=body.rfind)
    mark, count = (",", commas) if commas else (".", points)
    if not count:
        return None
    if count > 1:
        return "." if mark == "," else ","
    before, after = body.split(mark)
    if len(after) != 3 or before in ("", "0", "00") or len(before) > 3:
        return mark
    return None


def parse_number(text: str, mark: str = ".") -> tuple[Decimal, bool]:
    """The number that a text means, and whether it ends in a percent sign. A currency's sign or code beside it is passed over.

    Raises ValueError for anything that is no number, among it groups of other than three digits.
    """
    bare = _BARE[mark].fullmatch(text) if mark in _BARE else None
    if bare is not None:
        return Decimal(f"{bare[1]}.{bare[2] or '0'}"), False
    body = text.strip()
    negative = False
    if body.startswith("(") and body.endswith(")"):
        negative, body = True, body[1:-1].strip()
    percent = body.endswith("%")
    body = body.removesuffix("%").strip()
    body, signed = _without_sign(body)
    body = _CURRENCY.sub("", body).strip()
    body, again = _without_sign(body)
    if ((signed or again) and negative) or (signed and again):
        raise ValueError(text)
    body = _ungrouped(body, mark)
    try:
        number = Decimal(body)
    except InvalidOperation:
        raise ValueError(text) from None
    if not number.is_finite():
        raise ValueError(text)
    return (-number if negative or signed or again else number), percent


def typed_number(text: str, mark: str = ".") -> Decimal:
    """The number that somebody typed into a field where decimals follow `mark`: `1,200` is twelve hundred where that is a point, and
    `0,92` can only be what it says. Raises ValueError for what is no number, and for a percentage."""
    number, percent = parse_number(text, _vote(_body(text)) or mark)
    if percent:
        raise ValueError(text)
    return number


def _without_sign(body: str) -> tuple[str, bool]:
    if body and body[0] in _MINUS:
        return body[1:].strip(), True
    if body and body[-1] in _MINUS:
        return body[:-1].strip(), True
    return body.removeprefix("+").strip(), False


def _ungrouped(body: str, mark: str) -> str:
    group = "," if mark == "." else "."
    scientific = re.fullmatch(r"\d+(?:[.,]\d+)?[eE][+-]?\d+", body)
    if scientific:
        return body.replace(mark, ".")
    body = _GROUPING.sub(group, body)
    whole, separator, decimals = body.partition(mark)
    if group in whole and not re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+", whole):
        raise ValueError(body)
    if separator and not re.fullmatch(r"\d*", decimals):
        raise ValueError(body)
    digits = whole.replace(group, "")
    if not re.fullmatch(r"\d*", digits) or not (digits or decimals):
        raise ValueError(body)
    return f"{digits or '0'}.{decimals or '0'}"


def whole_percents(cells: Iterable[str], mark: str = ".") -> bool:
    """Whether a column of percents without a sign counts in hundredths (`50`) rather than as a fraction (`0.5`): where one is
    above 1. A cell with a sign says for itself what it is."""
    for cell in cells:
        try:
            number, percent = parse_number(cell, mark)
        except ValueError:
            continue
        if not percent and abs(number) > 1:
            return True
    return False
