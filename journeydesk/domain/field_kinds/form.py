"""What the schema says of a remote field: the form its values have (docs/services.md, "Airtable: field types")."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TEXTS = frozenset({"singleLineText", "multilineText", "richText", "email", "url", "phoneNumber"})
"""Types whose values are texts; each takes any text."""

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
    """

    type: str
    choices: tuple[tuple[str, str], ...] = ()
    precision: int | None = None
    maximum: int | None = None
    result: str = ""
    links_to: str = ""

    @property
    def computed(self) -> bool:
        """Whether only the remote writes it."""
        return self.type in COMPUTED

    @property
    def holds(self) -> str:
        """The type of its values: of a computed field that of its result; empty where the schema does not say."""
        if not self.computed:
            return self.type
        return self.result or _RESULTS.get(self.type, "")

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
    def of_json(cls, type: str, kept: Mapping[str, Any], choices: tuple[tuple[str, str], ...]) -> "RemoteForm":
        """What `as_json` kept."""
        return cls(
            type, choices, kept.get("precision"), kept.get("maximum"), kept.get("result") or "", kept.get("links_to") or ""
        )
