"""The measures of onboarding: how far customers of 90 days came, how fast, and who needed help (docs/rules.md, "Onboarding")."""

import json
from collections.abc import Sequence
from statistics import median

from journeydesk.domain.settings.goals import Goal
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import figure, short_percent, tr
from journeydesk.reports.behind import Behind, behind
from journeydesk.reports.blocks.tiles import Compared, Tile
from journeydesk.reports.judging import delta, state_of
from journeydesk.reports.kpi.figures import goal_words, state
from journeydesk.reports.report import Scope
from journeydesk.reports.shared.shares import Share
from journeydesk.storage.reports.onboarding import Customer, Inputs

ASSESSED_TARGET, SUCCESS_TARGET, HELP_LIMIT = 0.80, 0.95, 0.02
ACCESS_MINUTES = 10
ASSESSED, PAID, ACCESS = "assessment_completed", "payment_succeeded", "access_granted"


def minutes_to_access(customer: Customer) -> float | None:
    """From the first payment to access, in minutes; None where either is missing. Access before the payment is at once."""
    paid, access = customer.steps.get(PAID), customer.steps.get(ACCESS)
    if paid is None or access is None:
        return None
    return max(0.0, (moment_of(access) - moment_of(paid)).total_seconds() / 60)


def onboarded(customer: Customer) -> bool:
    """Whether who paid has access and no step failed for them in between."""
    return ACCESS in customer.steps and not (set(customer.failed) - {"payment_failed"})


def these(customers: Sequence[Customer], words: str) -> Behind | None:
    """Exactly these customers; None where there are none."""
    return behind("these", words, {"prospects": json.dumps([each.prospect for each in customers])}) if customers else None


def assessed_of(customers: Sequence[Customer]) -> list[Customer]:
    """Who finished the assessment."""
    return [each for each in customers if ASSESSED in each.steps]


def tiles(scope: Scope, inputs: Inputs) -> tuple[Tile, ...]:
    """The five cards."""
    close = scope.settings.targets["close_within"]
    accepted, paid = inputs.accepted, inputs.paid
    assessed = assessed_of(accepted)
    payers = [each for each in accepted if PAID in each.steps]
    through = [each for each in paid if onboarded(each)]
    helped = [each for each in paid if each.helped]
    times = [minutes for each in paid if (minutes := minutes_to_access(each)) is not None]
    late = [each for each in paid if (minutes_to_access(each) or 0) > ACCESS_MINUTES]
    before = inputs.before
    versus = tr("the 90 days before")
    goal: Goal = scope.settings.goals["paid_conversion"]
    middle = median(times) if times else None
    share = {
        name: Share(len(part), len(whole)) for name, part, whole in _parts(accepted, paid, assessed, payers, through, helped)
    }
    conversion = share["paid"]
    earlier = [Share(part, before[2]) if before[2] else None for part in before[:2]]
    return (
        _share_tile(
            tr("Assessment finished"),
            share["assessed"],
            ASSESSED_TARGET,
            close,
            _change(share["assessed"], earlier[0], versus),
            assessed,
        ),
        Tile(
            tr("Paid after the beta"),
            conversion.words,
            conversion.parted_words if conversion.value is not None else "",
            goal_words(scope, "paid_conversion", goal.target),
            _change(conversion, earlier[1], versus),
            state(conversion.value, goal, less_is_better=False),
            behind=these(payers, tr("accepted in 90 days and paid")),
        ),
        _share_tile(tr("Onboarded without a stop"), share["through"], SUCCESS_TARGET, close, "", through),
        Tile(
            tr("Payment to access"),
            tr("no data") if middle is None else tr("{minutes} min", minutes=figure(middle)),
            "" if middle is None else tr("median of {count}", count=len(times)),
            tr("{minutes} min", minutes=ACCESS_MINUTES),
            "" if middle is None else tr("{late} of {count} over the limit", late=len(late), count=len(times)),
            state_of(middle, ACCESS_MINUTES, close, less_is_better=True),
            behind=these(late, tr("access came late")),
        ),
        Tile(
            tr("Needed help"),
            share["helped"].words,
            share["helped"].parted_words if share["helped"].value is not None else "",
            tr("under {amount}", amount=short_percent(HELP_LIMIT)),
            "",
            state_of(share["helped"].value, HELP_LIMIT, close, less_is_better=True),
            behind=these(helped, tr("asked for help within a week of paying")),
        ),
    )


def _parts(
    accepted: Sequence[Customer],
    paid: Sequence[Customer],
    assessed: Sequence[Customer],
    payers: Sequence[Customer],
    through: Sequence[Customer],
    helped: Sequence[Customer],
) -> tuple[tuple[str, Sequence[Customer], Sequence[Customer]], ...]:
    return (("assessed", assessed, accepted), ("paid", payers, accepted), ("through", through, paid), ("helped", helped, paid))


def _change(now: Share, before: Share | None, versus: str) -> Compared:
    return "" if before is None or before.value is None else delta(now.value, before.value, 100, 0, tr(" pt"), versus)


def _share_tile(title: str, share: Share, target: float, close: float, change: Compared, who: Sequence[Customer]) -> Tile:
    of = share.parted_words if share.value is not None else ""
    return Tile(
        title, share.words, of, short_percent(target), change, state_of(share.value, target, close), behind=these(who, title)
    )
