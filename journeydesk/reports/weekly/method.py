"""How the figures of the week are made, what is left out, and what is not settled yet."""

from journeydesk.domain.words import tr, tr_count
from journeydesk.reports.money.new_mrr import NewMrrForecast
from journeydesk.reports.report import Scope
from journeydesk.storage.reports.pipeline import RISKY_DAYS, UNTOUCHED_DAYS
from journeydesk.storage.reports.weekly_read import WeeklyInputs


def method(scope: Scope, inputs: WeeklyInputs, new_mrr: NewMrrForecast | None) -> tuple[str, ...]:
    """Definitions, exclusions, unsynced changes, open conflicts."""
    lines = [
        tr(
            "The week is an ISO week in the team's time zone, {zone}; the median is of the four weeks before.",
            zone=str(scope.settings.time_zone),
        ),
        tr(
            "The pipeline is the estimated revenue of open deals; opening + new + grown − shrunk − won − lost = closing, to the cent."
        ),
        tr("Moved are deals that changed between open stages; won and lost are those that left for such an end."),
        tr("The funnel is of the cohort that entered the journey in the 90 days to the end of the week, where it stands now."),
        tr(
            "A call reached someone where its outcome says that somebody took it. A rep's own median is of the four weeks before."
        ),
        tr(
            "At risk is an open deal whose follow-up or expected close has passed, or without a planned step and untouched for "
            "{days} days.",
            days=RISKY_DAYS,
        ),
        tr(
            "Coverage is of today's open deals: a next step is a follow-up from today on or an open task; least touched are those "
            "without a touch for {days} days.",
            days=UNTOUCHED_DAYS,
        ),
        tr("MRR is what subscriptions bring a month, trials and cancelled ones left out; each currency stands by itself."),
        tr("No percentage is shown for fewer than 10; a figure without data says so. Deleted prospects are in no figure."),
    ]
    if new_mrr is not None and new_mrr.missing:
        missing = ", ".join(new_mrr.missing)
        lines.append(tr("Amounts in {currencies} have no rate and are left out of pace and forecast.", currencies=missing))
    if scope.local_changes:
        lines.append(
            tr_count(
                "{count} change of this computer is in these figures and not yet sent.",
                "{count} changes of this computer are in these figures and not yet sent.",
                scope.local_changes,
            )
        )
    if scope.conflicts:
        lines.append(
            tr_count(
                "{count} conflict waits for a decision; until then this computer's value counts.",
                "{count} conflicts wait for a decision; until then this computer's values count.",
                scope.conflicts,
            )
        )
    return tuple(lines)
