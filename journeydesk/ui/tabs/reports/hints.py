"""The keys that the status bar names while a report is shown."""

from journeydesk.domain.words import tr
from journeydesk.reports.report import AnySpec
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.tabs.reports.period_words import PERIOD_WORDS


def report_hints(spec: AnySpec, *, side: bool, preview: bool) -> tuple[Hint, ...]:
    """Those of a report; with the side open, and where the preview is behind a button."""
    return (
        hint(tr("previous, next period"), Action.PERIOD_PREVIOUS, Action.PERIOD_NEXT),
        hint(PERIOD_WORDS[spec.cadence.noun].hint, Action.THIS_WEEK),
        *((hint(tr("cohort or period"), Action.COHORT_OR_PERIOD),) if "basis" in spec.offers else ()),
        *((hint(tr("close the side"), Action.SIDE_CLOSE),) if side else ()),
        hint(tr("export PDF"), Action.EXPORT_REPORT),
        hint(tr("preview"), Action.PREVIEW_REPORT) if preview else hint(tr("print"), Action.PRINT_REPORT),
    )
