"""What the schema says of a remote field: the form its values have (docs/services.md, "Airtable: field types")."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from journeydesk.domain.frozen_data import dataclass

TEXTS = frozenset({"singleLineText", "multilineText", "richText", "email", "url", "phoneNumber"})
"""Types whose values are texts; each takes any text."""

FREE_TEXTS = frozenset({"singleLineText", "multilineText", "richText"})
"""Those of them that hold words of any kind: the names of linked records, a yes or a no."""

PEOPLE = frozenset({"singleCollaborator", "multipleCollaborators"})
"""Types whose values are people, by their ids."""

COMPUTED = frozenset(
    {
        "formula",
        "rollup",
        "count",
        "lookup",
        "multipleLookupValues",
        "autoNumber",
        "createdTime",
        "lastModifiedTime",
        "createdBy",
        "lastModifiedBy",
        "button",
        "aiText",
        "externalSyncSource",
    }
)
"""Types that no client can write (docs/services.md, "Airtable: writing")."""

_RESULTS = {
    "count": "number",
    "autoNumber": "number",
    "createdTime": "dateTime",
    "lastModifiedTime": "dateTime",
    "createdBy": "singleCollaborator",
    "lastModifiedBy": "singleCollaborator",
    "aiText": "multilineText",
    "externalSyncSource": "singleSelect",
}


@dataclass(frozen=True, slots=True)
class RemoteForm:
    """A remote field's type, and its options as far as they decide what a value means.

    `choices` are a select's options as (id, name), `precision` its decimals (of a number, a currency, a percent in points),
    `maximum` a rating's most stars, `result` the type of what a formula, rollup or lookup gives, `links_to` the id of the table
    that a link leads to.

    `computed` says whether only the remote writes it; `holds` is the type of its values: of a computed field that of its result,
    empty where the schema does not say.
    """

    type: str
    choices: tuple[tuple[str, str], ...] = ()
    precision: int | None = None
    maximum: int | None = None
    result: str = ""
    links_to: str = ""
    computed: bool = field(init=False, repr=False, compare=False)
    holds: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Every cell of a pull asks for them.
        object.__setattr__(self, "computed", self.type in COMPUTED)
        object.__setattr__(self, "holds", self.result or _RESULTS.get(self.type, "") if self.computed else self.type)

    @property
    def stars(self) -> int:
        """A rating's most stars."""
        return self.maximum or 5

    @property
    def by_id(self) -> bool:
        """Whether its cells hold ids, of people or of linked records."""
        return self.holds in PEOPLE or self.holds == "multipleRecordLinks"

    def as_json(self) -> dict[str, Any]:
        """For keeping; choices are kept apart, by id."""
        named = {
            "precision": self.precision,
            "maximum": self.maximum,
            "result": self.result or None,
            "links_to": self.links_to or None,
        }
        return {name: value for name, value in named.items() if value is not None}

    @classmethod
    def of_json(cls, type: str, kept: Mapping[str, Any]) -> "RemoteForm":
        """What `as_json` kept."""
        result, links_to = kept.get("result") or "", kept.get("links_to") or ""
        return cls(type, (), kept.get("precision"), kept.get("maximum"), result, links_to)
