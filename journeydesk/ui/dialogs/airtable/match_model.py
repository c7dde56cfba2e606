"""What Journeydesk needs beside what the base has, as lines: problems first, what was found folded away."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from journeydesk.domain.catalogue import FieldType
from journeydesk.services.sync.matching import MatchedField, MatchedTable
from journeydesk.ui.models.lines import LinesModel

KINDS = {
    FieldType.TEXT: "text",
    FieldType.LONG_TEXT: "long text",
    FieldType.EMAIL: "e-mail",
    FieldType.PHONE: "phone",
    FieldType.URL: "address",
    FieldType.SELECT: "choice",
    FieldType.NUMBER: "number",
    FieldType.PERCENT: "percent",
    FieldType.CURRENCY: "currency",
    FieldType.CHECKBOX: "check box",
    FieldType.DATE: "date",
    FieldType.DATETIME: "date and time",
    FieldType.LINK: "link",
}


@dataclass(frozen=True, slots=True)
class MatchLine:
    """`kind` is table, field or more; `state` is found, missing or "other type". `tail` stands at the right."""

    kind: str
    slug: str
    needs: str
    what: str
    there: str
    state: str
    words: str
    tail: str = ""
    is_open: bool = False


def lines_of(matches: Sequence[MatchedTable], opened: frozenset[str]) -> list[MatchLine]:
    """The tables with problems first; below each its problems, then what was found: counted, or listed where it was opened."""
    lines: list[MatchLine] = []
    for match in sorted(matches, key=lambda table: all(field.state == "found" for field in table.fields)):
        matched = match.fields_in("found")
        wrong = [] if match.remote_name is None else [field for field in match.fields if field.state != "found"]
        slug, is_open = match.slug, match.slug in opened
        state = "found" if match.remote_name is not None else "missing"
        words = "Table found" if match.remote_name is not None else "Table missing"
        there = match.remote_name or ""
        tail = f"{len(matched)} of {len(match.fields)} fields"
        lines.append(MatchLine("table", slug, match.name, "", there, state, words, tail, is_open or bool(wrong)))
        lines += [_field(slug, field) for field in wrong]
        if is_open:
            lines += [_field(slug, field) for field in matched]
        elif wrong and matched:
            lines.append(MatchLine("more", slug, f"{len(matched)} more fields", "", "", "found", "Found"))
    return lines


def _field(slug: str, match: MatchedField) -> MatchLine:
    kind = KINDS[match.type]
    words = {
        "found": "Found",
        "missing": "Missing",
        "other type": f"Is {match.remote_type}, needs {kind}",
    }[match.state]
    tail = "stays here only" if match.state == "other type" else ""
    return MatchLine("field", slug, match.name, kind, match.remote_name, match.state, words, tail)


class MatchModel(LinesModel):
    """Tables open and close; fields are only shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matches: Sequence[MatchedTable] = ()
        self._opened: frozenset[str] = frozenset()
        self.lines: list[MatchLine] = []

    def show_matches(self, matches: Sequence[MatchedTable]) -> None:
        """Shows what was found in a base."""
        self._matches = matches
        self._fill()

    def toggle(self, place: int) -> None:
        """Opens or closes the table of a line."""
        if 0 <= place < len(self.lines) and self.lines[place].kind != "field":
            self._opened ^= {self.lines[place].slug}
            self._fill()

    def _fill(self) -> None:
        self.beginResetModel()
        self.lines = lines_of(self._matches, self._opened)
        self.endResetModel()

    def words(self, line: MatchLine) -> str:
        there = f", in your base {line.there}" if line.there else ""
        return f"{line.needs}{' ' + line.what if line.what else ''}{there}: {line.words}{', ' + line.tail if line.tail else ''}"
