"""Who a row of a file is: by key, by e-mail, by phone, by company and name, or by the one field that somebody named."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from journeydesk.domain.catalogue import FieldSpec, TableSpec
from journeydesk.domain.checks import phone_digits
from journeydesk.domain.folding import fold
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.matching import known_records, values_of


def same_key(text: object) -> str:
    """A key or an address for comparing: without blanks of any kind around it, in one case and one spelling of each letter."""
    return unicodedata.normalize("NFKC", str(text)).strip().casefold()


@dataclass(frozen=True, slots=True)
class Match:
    """Who a row is: a record (`sure` where a key or an address says so, else by `reason`), or a line of the file above it."""

    record: RecordId | None = None
    sure: bool = True
    reason: str = ""
    line: int = 0
    several: bool = False


class Matcher:
    """Everybody there is, and the rows that were given one by one: asked for each row in turn."""

    def __init__(self, connection: Connection, spec: TableSpec, by: FieldSpec | None) -> None:
        self._by = by
        self._named: dict[str, list[RecordId]] = {}
        self._keys: dict[str, RecordId] = {}
        self._emails: dict[str, list[RecordId]] = {}
        self._phones: dict[str, RecordId] = {}
        self._names: dict[tuple[str, str], RecordId] = {}
        self._lines: dict[tuple[str, object], int] = {}
        if by is not None and by is not spec.key:
            for record, value in values_of(connection, spec.slug, by.slug):
                self._named.setdefault(same_key(value), []).append(record)
        for known in known_records(connection, spec.slug):
            self._keys.setdefault(same_key(known.key), known.record)
            if known.email:
                self._emails.setdefault(same_key(known.email), []).append(known.record)
            if known.phone and (digits := phone_digits(known.phone)):
                self._phones.setdefault(digits, known.record)
            if known.company:
                self._names.setdefault((known.company, known.contact), known.record)
        self._only_keys = spec.slug != "prospects" or by is not None

    def find(self, values: Mapping[str, Stored], line: int) -> Match | None:
        """Who the row of a line is; None for somebody new, who is known from then on."""
        clues = self._clues(values)
        match = self._among_records(clues) or self._among_lines(clues)
        for clue in clues:
            self._lines.setdefault(clue, line)
        return match

    def _clues(self, values: Mapping[str, Stored]) -> list[tuple[str, object]]:
        clues: list[tuple[str, object]] = []
        if self._by is not None and self._by.slug != "key":
            return [("named", same_key(values[self._by.slug]))] if values.get(self._by.slug) is not None else []
        if values.get("key"):
            clues.append(("key", same_key(values["key"])))
        if self._only_keys:
            return clues
        if values.get("email"):
            clues.append(("email", same_key(values["email"])))
        if values.get("phone") and (digits := phone_digits(str(values["phone"]))):
            clues.append(("phone", digits))
        if values.get("company"):
            clues.append(("name", (fold(str(values["company"])), fold(str(values.get("contact_name") or "")))))
        return clues

    def _among_records(self, clues: list[tuple[str, object]]) -> Match | None:
        for kind, clue in clues:
            if kind == "key" and clue in self._keys:
                return Match(self._keys[str(clue)])
            if kind in ("named", "email"):
                records = (self._named if kind == "named" else self._emails).get(str(clue), [])
                if records:
                    return Match(records[0], several=len(records) > 1, reason="the same e-mail")
            if kind == "phone" and clue in self._phones:
                return Match(self._phones[str(clue)], sure=False, reason="the same phone")
            if kind == "name" and clue in self._names:
                return Match(self._names[clue], sure=False, reason="the same company and name")
        return None

    def _among_lines(self, clues: list[tuple[str, object]]) -> Match | None:
        for clue in clues:
            if clue in self._lines:
                words = {"named": "value", "key": "key", "email": "e-mail", "phone": "phone", "name": "company and name"}
                sure = clue[0] in ("named", "key", "email")
                return Match(None, sure, f"the same {words[clue[0]]} as row {self._lines[clue]}", self._lines[clue])
        return None
