"""Who a row of a file is: by key, by e-mail, by phone, by company and name, or by the one field that somebody named."""

import unicodedata
from collections.abc import Iterator, Mapping

from journeydesk.domain.catalogue import FieldSpec, TableSpec
from journeydesk.domain.checks import phone_digits
from journeydesk.domain.folding import fold
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.files.clues import Clues
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.matching import known_records, values_of


def same_key(text: object) -> str:
    """A key or an address for comparing: without blanks of any kind around it, in one case and one spelling of each letter."""
    written = str(text)
    if written.isascii():
        return written.strip().lower()
    return unicodedata.normalize("NFKC", written).strip().casefold()


@dataclass(frozen=True, slots=True)
class Match:
    """Who a row is: a record (`sure` where a key or an address says so, else by `reason`), or a line of the file above it."""

    record: RecordId | None = None
    sure: bool = True
    reason: str = ""
    line: int = 0
    several: bool = False


Clue = tuple[str, object]
"""What a row may be known by: `key`, `email`, `phone`, `name` (company and contact) or `named` (the field that somebody named)."""

_SURE = frozenset({"named", "key", "email"})
_WORDS = {"named": tr("value"), "key": tr("key"), "email": tr("e-mail"), "phone": tr("phone"), "name": tr("company and name")}


class Matcher:
    """Everybody there is, and the rows that were given one by one: asked for each row in turn."""

    def __init__(self, connection: Connection, spec: TableSpec, by: FieldSpec | None) -> None:
        self._by = by
        self._only_keys = spec.slug != "prospects" or by is not None
        self._lines: dict[int, int] = {}
        self._records = Clues(self._everybody(connection, spec))

    def _everybody(self, connection: Connection, spec: TableSpec) -> Iterator[tuple[Clue, RecordId]]:
        if self._by is not None and self._by is not spec.key:
            for record, value in values_of(connection, spec.slug, self._by.slug):
                yield ("named", same_key(value)), record
            return
        for known in known_records(connection, spec.slug):
            for clue in self._clues_of(known.key, known.email, known.phone, (known.company, known.contact)):
                yield clue, known.record

    def find(self, values: Mapping[str, Stored], line: int) -> Match | None:
        """Who the row of a line is; None for somebody new, who is known from then on. A line that is asked for again is not its own
        double."""
        clues = self._clues(values)
        match = self._among_records(clues) or self._among_lines(clues, line)
        for clue in clues:
            self._lines.setdefault(hash(clue), line)
        return match

    def _clues(self, values: Mapping[str, Stored]) -> list[Clue]:
        if self._by is not None and self._by.slug != "key":
            return [("named", same_key(values[self._by.slug]))] if values.get(self._by.slug) is not None else []
        texts = [str(values.get(name) or "") for name in ("key", "email", "phone", "company", "contact_name")]
        return self._clues_of(texts[0], texts[1], texts[2], (fold(texts[3]), fold(texts[4])))

    def _clues_of(self, key: str, email: str, phone: str, name: tuple[str, str]) -> list[Clue]:
        clues: list[Clue] = [("key", same_key(key))] if key else []
        if self._only_keys:
            return clues
        if email:
            clues.append(("email", same_key(email)))
        if phone and (digits := phone_digits(phone)):
            clues.append(("phone", digits))
        if name[0]:
            clues.append(("name", name))
        return clues

    def _among_records(self, clues: list[Clue]) -> Match | None:
        for clue in clues:
            record = self._records.get(clue)
            if record is not None:
                several = clue[0] in ("named", "email") and self._records.are_several(clue)
                return Match(RecordId(record), clue[0] in _SURE, tr("the same {words}", words=_WORDS[clue[0]]), several=several)
        return None

    def _among_lines(self, clues: list[Clue], own: int) -> Match | None:
        for clue in clues:
            line = self._lines.get(hash(clue))
            if line is not None and line != own:
                return Match(
                    None, clue[0] in _SURE, tr("the same {words} as row {line}", words=_WORDS[clue[0]], line=line), line
                )
        return None
