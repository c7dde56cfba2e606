"""The fifteen measures: what each is as of a reading, and what it is made of (docs/rules.md, "Goals")."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from statistics import median

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.money import Money, exponent
from journeydesk.domain.payments.exchange_rates import Totals, summed
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import figure, percent, tr, tr_count
from journeydesk.reports.judging import FEWEST
from journeydesk.reports.money.amounts import minor_unit, whole_words
from journeydesk.reports.scale import Unit
from journeydesk.reports.shared.answers import net_promoter
from journeydesk.storage.payments.mrr_steps import Standing
from journeydesk.storage.reports.goals import Reading, Share, spend_months

Paid = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A measure as of a day: the amount in its own unit (a fraction for a share, major units for money), None where there is no data
    or too little; in words, with what it is of; and its parts in words, by name."""

    amount: float | None
    words: str
    of: str = ""
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the measures of a reading are computed with."""

    settings: TeamSettings
    reading: Reading
    paid: Paid

    @property
    def unit(self) -> Unit:
        """For amounts in the team's currency, in minor units."""
        return minor_unit(self.settings.currency)

    def together(self, amounts: list[tuple[str, int]]) -> Totals:
        """Amounts of several currencies by the team's rates; those without a rate are left out and named."""
        rates: Mapping[str, Decimal] = self.settings.payments.rates
        return summed((Money(minor, code) for code, minor in amounts), rates, self.settings.currency)

    @property
    def major(self) -> int:
        """How many minor units one of the team's currency has."""
        return int(10 ** exponent(self.settings.currency))


_NOTHING = tr("no data")


def _count(count: int | None, of: str = "", *parts: tuple[str, str]) -> Value:
    return Value(None, _NOTHING) if count is None else Value(float(count), figure(count), of, parts)


def share_value(share: Share | None, of_what: str, part_words: str) -> Value:
    """A share with what it is of; fewer than ten have no percentage."""
    if share is None or not share.n:
        return Value(None, _NOTHING, "", ((of_what, "0"),))
    parts = ((part_words, figure(share.part)), (of_what, figure(share.n)))
    of = tr("{part} of {n}", part=figure(share.part), n=figure(share.n))
    if share.n < FEWEST:
        return Value(None, of, tr("fewer than {fewest}", fewest=FEWEST), parts)
    return Value(share.part / share.n, percent(share.part / share.n), of, parts)


def _standing(known: Known, standings: object) -> tuple[Totals, int]:
    rows: list[Standing] = list(standings)  # type: ignore[call-overload]
    return known.together([(row.currency, row.minor) for row in rows]), sum(row.payers for row in rows)


def _applications(known: Known) -> Value:
    reading = known.reading
    return _count(
        reading.received_month,
        tr("1–{day} of the month", day=reading.day.day),
        (tr("Applications of the month to date"), figure(reading.received_month)),
        (tr("Of these days, the last seven"), figure(reading.received_week)),
    )


def _active(known: Known) -> Value:
    active = known.reading.active
    return _count(
        active,
        "",
        (tr("Customers of today with a call in seven days"), _NOTHING if active is None else figure(active)),
        (tr("Customers"), figure(known.reading.customers)),
    )


def _daily(known: Known) -> Value:
    days = known.reading.by_day
    if days is None:
        return Value(None, _NOTHING)
    middle = round(median(days))
    return Value(
        float(middle), figure(middle), tr("median"), ((tr("Customers with a call, each day"), ", ".join(map(str, days))),)
    )


def _retention(known: Known) -> Value:
    return share_value(known.reading.retained, tr("First paid 28 to 118 days ago"), tr("With a call in seven days"))


def cost(known: Known) -> tuple[Decimal | None, int]:
    """What was spent in the three months that ended last, in major units, None where no month has an entry; and how many payers paid
    first in them."""
    entered = [
        known.settings.spend[month.name] for month in spend_months(known.reading.day) if month.name in known.settings.spend
    ]
    if not entered:
        return None, known.reading.first_payers
    return sum((amount for sources in entered for amount in sources.values()), Decimal(0)), known.reading.first_payers


def acquisition_cost(known: Known) -> Decimal | None:
    """Spend per new payer in major units; None where nothing was entered or nobody was won."""
    spent, won = cost(known)
    return None if spent is None or not won else spent / won


def _money(known: Known, major: Decimal | float) -> str:
    return whole_words(known.unit, float(major) * known.major)


def _cost(known: Known) -> Value:
    spent, won = cost(known)
    months = spend_months(known.reading.day)
    span = f"{months[0].name} – {months[-1].name}"
    parts = (
        (tr("Spend, {span}", span=span), tr("not entered") if spent is None else _money(known, spent)),
        (tr("Payers who first paid then"), figure(won)),
    )
    each = acquisition_cost(known)
    if each is None:
        return Value(None, _NOTHING, "", parts)
    return Value(float(each), _money(known, each), tr_count("{count} customer", "{count} customers", won), parts)


def _fit(known: Known) -> Value:
    fit = known.reading.fit
    parts = ((tr("Answers of the month to date"), figure(fit.count)),)
    if fit.mean is None:
        return Value(None, _NOTHING, "", parts)
    if fit.count < FEWEST:
        return Value(None, tr("fewer than {fewest}", fewest=FEWEST), f"n = {fit.count}", parts)
    mean = fit.total / fit.count
    return Value(mean, percent(mean), f"n = {fit.count}", ((tr("Mean PMF score"), percent(mean, 1)), *parts))


def _testimonials(known: Known) -> Value:
    return _count(known.reading.testimonials, "", (tr("Answers with a testimonial"), figure(known.reading.testimonials)))


def _case_studies(known: Known) -> Value:
    return _count(known.reading.case_studies, "", (tr("Customers willing to be one"), figure(known.reading.case_studies)))


def _promoters(known: Known) -> Value:
    score = net_promoter(known.reading.scores)
    parts = (
        (tr("Promoters, 9 and 10"), figure(score.promoters)),
        (tr("Passive, 7 and 8"), figure(score.passive)),
        (tr("Detractors, 1 to 6"), figure(score.detractors)),
    )
    amount = None if score.score is None else float(score.score)
    return Value(amount, score.words, f"n = {score.n}" if score.n else "", parts)


def _referrals(known: Known) -> Value:
    reading = known.reading
    parts = (
        (tr("Applications by referral in 90 days"), figure(reading.referred)),
        (tr("Customers"), figure(reading.customers)),
    )
    if not reading.customers:
        return Value(None, _NOTHING, "", parts)
    each = reading.referred / reading.customers
    return Value(
        each, figure(each, 1), tr("{part} from {n}", part=figure(reading.referred), n=figure(reading.customers)), parts
    )


def _recurring(known: Known) -> Value:
    totals, payers = _standing(known, known.reading.mrr)
    if not payers:
        return Value(None, _NOTHING)
    parts = tuple((money.currency, minor_unit(money.currency).words(money.minor)) for money in totals.per_currency)
    parts = (*parts, (tr("Payers"), figure(payers)))
    if totals.missing:
        parts = (*parts, (tr("Without a rate, left out"), ", ".join(totals.missing)))
    return Value(totals.known.minor / known.major, whole_words(known.unit, totals.known.minor), "", parts)


def _conversion(known: Known) -> Value:
    return share_value(known.reading.accepted, tr("Accepted in 90 days"), tr("Customers by now"))


def lifetime_value(known: Known) -> tuple[float | None, int]:
    """The mean of what everybody who ever paid has paid net by the day, in major units, and how many they are today."""
    totals = known.together([(code, minor - known.reading.paid_since.get(code, 0)) for code, minor, _ in known.paid])
    payers = sum(count for code, _, count in known.paid if code not in totals.missing)
    return (totals.known.minor / known.major / payers, payers) if payers else (None, 0)


def _lifetime_to_cost(known: Known) -> Value:
    value, payers = lifetime_value(known)
    each = acquisition_cost(known)
    parts = (
        (tr("Net paid by each who ever paid"), _NOTHING if value is None else _money(known, value)),
        (tr("Who ever paid"), figure(payers)),
        (tr("Cost per new customer"), _NOTHING if each is None else _money(known, each)),
    )
    if value is None or not each:
        return Value(None, _NOTHING, "", parts)
    ratio = value / float(each)
    return Value(ratio, f"{figure(ratio, 1)} : 1", "", parts)


def _lost(known: Known) -> Value:
    lost = known.together(list(known.reading.churned))
    before, _ = _standing(known, known.reading.mrr_before)
    parts = (
        (tr("MRR lost in 30 days"), whole_words(known.unit, lost.known.minor)),
        (tr("MRR 30 days before"), whole_words(known.unit, before.known.minor)),
    )
    if not before.known.minor:
        return Value(None, _NOTHING, "", parts)
    share = lost.known.minor / before.known.minor
    of = tr("{part} of {n}", part=parts[0][1], n=parts[1][1])
    return Value(share, percent(share, 1), of, parts)


def _expansion(known: Known) -> Value:
    payers = sum(row.payers for row in known.reading.mrr)
    return share_value(Share(known.reading.expanded, payers), tr("Payers"), tr("With more MRR within 90 days"))


COMPUTED: Mapping[str, Callable[[Known], Value]] = {
    "applications": _applications,
    "active_customers": _active,
    "daily_active": _daily,
    "retention": _retention,
    "acquisition_cost": _cost,
    "fit": _fit,
    "testimonials": _testimonials,
    "case_studies": _case_studies,
    "net_promoter": _promoters,
    "referrals": _referrals,
    "recurring_revenue": _recurring,
    "paid_conversion": _conversion,
    "lifetime_to_cost": _lifetime_to_cost,
    "lost_revenue": _lost,
    "expansion": _expansion,
}
"""Each measure by its key."""
