"""Which types of a remote's fields can hold ours."""

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.sync.ports import RemoteField

_TEXTLIKE = frozenset({"singleLineText", "multilineText", "email", "url", "phoneNumber", "richText"})

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
"""Types that no client can write (docs/services.md, "Airtable: writing" and docs/services.md, "Airtable: field types")."""


def fits(spec: FieldSpec, field: RemoteField) -> bool:
    """Whether values of our field can be read from and written to this one."""
    if spec.type.value in _TEXTLIKE:
        return field.type in _TEXTLIKE
    if spec.type is FieldType.NUMBER:
        return field.type in ("number", "currency", "percent")
    return bool(field.type == spec.type.value)
