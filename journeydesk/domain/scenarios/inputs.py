"""What a scenario is told: its inputs, which of them a prospect fills in, and the value that a person typed."""

import re
from collections.abc import Mapping
from decimal import Decimal

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.folding import fold
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.domain.written.numbers import decide_mark, parse_number

_LONGEST = 20_000
_YES, _NO = ("true", "yes", "1"), ("false", "no", "0")
_NOT_LETTERS = re.compile(r"[^a-z0-9]")

_CALLED = {
    "key": ("key", "applicationid", "customerid", "prospectid", "prospectkey", "recordid"),
    "company": ("company", "companyname", "organisation", "organization", "firma", "empresa"),
    "contact_name": ("contactname", "contact", "name", "fullname", "customername", "person"),
    "first_name": ("firstname", "givenname"),
    "email": ("email", "emailaddress", "mail", "customeremail", "contactemail"),
    "phone": ("phone", "phonenumber", "telephone", "mobile"),
    "industry": ("industry", "sector"),
    "status": ("status", "applicationstatus"),
    "stage": ("stage", "currentstage"),
    "tier": ("tier", "plan"),
    "owner": ("owner", "assignedto", "salesrep"),
    "use_case": ("usecase",),
    "country": ("country",),
    "website": ("website", "domain", "url"),
    "job_title": ("jobtitle", "role", "title"),
    "source": ("source", "leadsource"),
    "notes": ("notes", "note"),
}
"""What inputs are called by which a field of a prospect is meant, as letters and digits alone."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input: its name in the scenario, what people call it, its kind (text, number, boolean, date and others), the value it has by
    itself, whether it must be given, and the values to choose from as (value, words)."""

    name: str
    label: str
    kind: str = "text"
    default: str = ""
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()
    long: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it can be typed; lists and collections cannot."""
        return self.kind not in ("array", "collection", "buffer", "any")


def meant_field(one: Input) -> str:
    """The prospect's field that an input asks for by its name or its label; empty where none is."""
    for words in (one.name, one.label):
        letters = _NOT_LETTERS.sub("", fold(words))
        for field, names in _CALLED.items():
            if letters in names:
                return field
    return ""


def filled_in(inputs: tuple[Input, ...], values: Mapping[str, str]) -> dict[str, str]:
    """What stands in the form at first, by the name of the input: the prospect's value, else the one that it has by itself."""
    filled = {}
    for one in inputs:
        value = values.get(meant_field(one), "") or one.default
        known = {option for option, _ in one.options}
        filled[one.name] = value if not known or value in known else one.default if one.default in known else ""
    return filled


def typed_data(inputs: tuple[Input, ...], typed: Mapping[str, str]) -> dict[str, object]:
    """The data of a run out of what was typed; what is empty is left out. Raises ValueRefused, by the input's label."""
    data: dict[str, object] = {}
    for one in inputs:
        words = typed.get(one.name, "").strip()
        if one.required and not words:
            raise ValueRefused(one.label, tr("{label} must be given: the scenario asks for it.", label=one.label))
        if not one.is_plain:
            if one.required:
                raise ValueRefused(
                    one.label, tr("{label} takes a list, which cannot be given here. Run it in Make.", label=one.label)
                )
            continue
        if words:
            data[one.name] = _value(one, words)
    return data


def _value(one: Input, words: str) -> object:
    if len(words) > _LONGEST:
        raise ValueRefused(one.label, tr("{label} is too long; at most {most} characters.", label=one.label, most=_LONGEST))
    if one.options and words not in {value for value, _ in one.options}:
        choices = ", ".join(label for _, label in one.options)
        raise ValueRefused(one.label, tr("{label} is one of: {choices}.", label=one.label, choices=choices))
    if one.kind in ("number", "integer", "uinteger"):
        return _number(one, words)
    if one.kind == "boolean":
        if fold(words) not in _YES + _NO:
            raise ValueRefused(one.label, tr("{label} is yes or no.", label=one.label))
        return fold(words) in _YES
    return words


def _number(one: Input, words: str) -> int | float:
    mark = decide_mark([words])
    if mark.open:
        raise ValueRefused(
            one.label,
            tr("“{words}” can be read two ways; write {label} without a mark of thousands.", words=words, label=one.label),
        )
    try:
        number, percent = parse_number(words, mark.mark)
    except ValueError:
        number, percent = Decimal("NaN"), False
    whole = one.kind != "number"
    if percent or not number.is_finite() or (whole and number != int(number)) or (one.kind == "uinteger" and number < 0):
        raise ValueRefused(one.label, tr("{label} is a number; “{words}” is none.", label=one.label, words=words[:40]))
    return int(number) if number == int(number) else float(number)
