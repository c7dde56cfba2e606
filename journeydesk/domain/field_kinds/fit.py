"""Which remote types can hold which of ours: the table of types."""

from enum import Enum

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.field_kinds.form import FREE_TEXTS, PEOPLE, TEXTS, RemoteForm

_NUMBERS = frozenset({"number", "currency", "rating"})
_SHOWN_AS_TEXT = frozenset({"number", "currency", "percent", "rating", "duration", "date", "dateTime", "barcode"})


class Fit(Enum):
    """How well a remote field holds one of ours."""

    SAME = "same"
    """Every value of one is a value of the other."""

    BY_RULE = "by rule"
    """Values are converted, and may be coarser there: what is finer stays on this computer."""

    READ_ONLY = "read only"
    """Values are read and never written."""

    NONE = "none"


def fit(spec: FieldSpec, form: RemoteForm) -> Fit:
    """How well a field of this form holds ours."""
    held = _held(spec, form.holds)
    if form.computed and form.holds == "multipleRecordLinks" and not form.links_to:
        # Not every schema says which table's records these are.
        return Fit.NONE
    if form.computed and form.holds == "number" and spec.type is FieldType.CHECKBOX:
        # A formula says yes and no as 1 and 0.
        return Fit.READ_ONLY
    return Fit.READ_ONLY if form.computed and held is not Fit.NONE else held


def _held(spec: FieldSpec, remote: str) -> Fit:
    kind = spec.type
    if remote == kind.value:
        return Fit.SAME
    if spec.is_text:
        return _text(remote)
    by_rule = {
        FieldType.SELECT: TEXTS | {"multipleSelects"},
        FieldType.NUMBER: _NUMBERS | {"percent"} | ({"duration"} if spec.unit == "minutes" else set()),
        FieldType.CURRENCY: frozenset({"number"}),
        FieldType.PERCENT: frozenset({"number", "rating"}),
        FieldType.CHECKBOX: FREE_TEXTS | {"singleSelect"},
        FieldType.DATE: frozenset({"dateTime"}),
        FieldType.DATETIME: frozenset({"date"}),
        FieldType.LINK: FREE_TEXTS,
    }
    return Fit.BY_RULE if remote in by_rule.get(kind, frozenset()) else Fit.NONE


def _text(remote: str) -> Fit:
    if remote in TEXTS:
        return Fit.SAME
    if remote in PEOPLE or remote in ("singleSelect", "multipleSelects"):
        return Fit.BY_RULE
    return Fit.READ_ONLY if remote in _SHOWN_AS_TEXT or remote == "multipleRecordLinks" else Fit.NONE
