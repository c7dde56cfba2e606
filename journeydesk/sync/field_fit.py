"""Which of a remote's fields can hold ours."""

from journeydesk.domain.catalogue import FieldSpec
from journeydesk.domain.field_kinds.fit import Fit, fit
from journeydesk.sync.ports import RemoteField


def fits(spec: FieldSpec, field: RemoteField) -> bool:
    """Whether values of our field can be read from this one, be it by a rule, be they never written."""
    return fit_of(spec, field) is not Fit.NONE


def fit_of(spec: FieldSpec, field: RemoteField) -> Fit:
    """How well it holds ours."""
    return fit(spec, field.form)
