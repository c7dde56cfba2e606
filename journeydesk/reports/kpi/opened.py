"""Whom each measure of the board counts."""

from datetime import timedelta

from journeydesk.domain.journeys.deals import deal_stages
from journeydesk.domain.periods import month_of
from journeydesk.domain.time import end_of, start_of
from journeydesk.domain.words import tr
from journeydesk.reports.behind import Behind, answers_of, behind, payers_of
from journeydesk.reports.report import Scope
from journeydesk.storage.reports.goals import (
    COHORT_DAYS,
    MONTH_DAYS,
    QUARTER_DAYS,
    WEEK_DAYS,
    Reading,
    accepted_values,
    spend_months,
)


def opens(scope: Scope, reading: Reading, measure: str) -> Behind | None:
    """The prospects whom the part of a measure counts; None for one that counts no prospects."""
    day, zone = reading.day, scope.settings.time_zone

    def ago(days: int) -> str:
        return end_of(day - timedelta(days=days), zone)

    until, month = end_of(day, zone), month_of(day)
    week = {"first": (day - timedelta(days=WEEK_DAYS - 1)).isoformat(), "last": day.isoformat()}
    of_month = {"first": month.first.isoformat(), "last": day.isoformat()}
    ever = {"first": "", "last": day.isoformat()}
    if measure == "applications":
        return behind("applied", tr("applied in the month"), {"since": start_of(month.first, zone), "until": until})
    if measure in ("active_customers", "daily_active"):
        return behind("active customers", tr("customers with a call in seven days"), week)
    if measure == "retention":
        span = {"since": ago(COHORT_DAYS[1]), "until": ago(COHORT_DAYS[0])}
        return behind("retained", tr("paid first 28 to 118 days ago and still call"), span | week)
    if measure == "acquisition_cost":
        months = spend_months(day)
        span = {"since": start_of(months[0].first, zone), "until": end_of(months[-1].last, zone)}
        return behind("paid first", tr("first paid in three months"), span)
    if measure == "fit":
        return behind("fit answers", answers_of(tr("answered how well the product fits"), reading.fit.count), of_month)
    if measure == "testimonials":
        return behind("testimonials", answers_of(tr("gave a testimonial"), reading.testimonials), ever)
    if measure == "case_studies":
        return behind("case studies", answers_of(tr("willing to be a case study"), reading.case_studies), ever)
    if measure == "net_promoter":
        words = answers_of(tr("gave a score in the month"), sum(reading.scores.values()))
        return behind("score answers", words, of_month | {"least": 1, "most": 10})
    if measure == "referrals":
        return behind("referred", tr("applied by referral in 90 days"), {"since": ago(QUARTER_DAYS), "until": until})
    if measure == "paid_conversion":
        stages = deal_stages(scope.settings)
        values = None if stages is None else accepted_values(scope.settings, stages, ago(QUARTER_DAYS), until)
        return None if values is None else behind("paid of accepted", tr("accepted in 90 days, customers by now"), values)
    if measure == "lost_revenue":
        return behind("lost MRR", tr("lost MRR in 30 days"), {"since": ago(MONTH_DAYS), "until": until, "currency": ""})
    if measure == "expansion":
        words = payers_of(tr("more MRR within 90 days"), reading.expanded)
        return behind("more MRR", words, {"since": ago(QUARTER_DAYS), "until": until, "currency": ""})
    if measure == "recurring_revenue":
        words = payers_of(tr("pay a subscription"), sum(each.payers for each in reading.mrr))
        return behind("pays", words, {"until": until, "currency": ""})
    return behind("ever paid", tr("ever paid"), {"least": 1})
