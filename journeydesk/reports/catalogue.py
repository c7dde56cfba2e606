"""Every report there is. Screen, picker, commands and files know no other list."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr

if TYPE_CHECKING:
    from journeydesk.reports.report import AnySpec

_MODULES = {
    "weekly": "journeydesk.reports.weekly.figures",
    "acquisition": "journeydesk.reports.acquisition.figures",
    "engagement": "journeydesk.reports.engagement.figures",
    "pipeline": "journeydesk.reports.pipeline.figures",
    "revenue": "journeydesk.reports.revenue.figures",
    "satisfaction": "journeydesk.reports.satisfaction.figures",
    "pmf": "journeydesk.reports.pmf.figures",
    "gated": "journeydesk.reports.gated.figures",
    "email": "journeydesk.reports.email.figures",
    "funnel": "journeydesk.reports.funnel.figures",
    "map": "journeydesk.reports.journey_map.figures",
    "onboarding": "journeydesk.reports.onboarding.figures",
    "kpi": "journeydesk.reports.kpi.figures",
    "health": "journeydesk.reports.health.figures",
}
"""Each report's name and the module of its `SPEC`, in the order of the picker: the command line needs only the names, so
that no start pays for figures that it does not make."""

NAMES = tuple(_MODULES)


@cache
def catalogue() -> "tuple[AnySpec, ...]":
    """All of them."""
    return tuple(find(name) for name in NAMES)


def find(name: str) -> "AnySpec":
    """The report of this name in any case. Raises UserError with the names that there are."""
    module = _MODULES.get(name.casefold())
    if module is None:
        raise UserError(tr("There is no report “{name}”. Available: {names}.", name=name, names=", ".join(NAMES)))
    spec: AnySpec = import_module(module).SPEC
    return spec
