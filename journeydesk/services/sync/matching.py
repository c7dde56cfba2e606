"""What of the base was matched to our tables and fields, ready to be shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeydesk.domain.catalogue import FieldType
from journeydesk.sync.setup import FieldMatch, TableMatch


@dataclass(frozen=True, slots=True)
class MatchedField:
    """One field we need: `state` is found, missing or "other type". The remote's name and type are empty where it is missing."""

    name: str
    type: FieldType
    state: str
    remote_name: str
    remote_type: str


@dataclass(frozen=True, slots=True)
class MatchedTable:
    """One table we need, with its fields; `remote_name` is None where the base lacks it."""

    slug: str
    name: str
    remote_name: str | None
    fields: tuple[MatchedField, ...]

    def fields_in(self, state: str) -> list[MatchedField]:
        """Those that are found, missing, or of "other type"."""
        return [field for field in self.fields if field.state == state]


def matched_tables(matches: Sequence[TableMatch]) -> list[MatchedTable]:
    """Every table that we need, in the catalogue's order."""
    return [
        MatchedTable(
            match.spec.slug,
            match.spec.name,
            match.remote.name if match.remote else None,
            tuple(_field(field) for field in match.fields),
        )
        for match in matches
    ]


def _field(match: FieldMatch) -> MatchedField:
    name, type = (match.remote.name, match.remote.type) if match.remote else ("", "")
    return MatchedField(match.spec.name, match.spec.type, match.state, name, type)
