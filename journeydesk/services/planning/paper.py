"""A planning review as PDF, and what its file is called."""

import re
from collections.abc import Collection
from datetime import date
from pathlib import Path

from journeydesk.domain.money import Money, in_words
from journeydesk.domain.planning.usage import last_whole
from journeydesk.domain.time import day_in_words
from journeydesk.domain.words import figure, tr
from journeydesk.reports.pdf import write_pdf
from journeydesk.reports.planning.figures import Page, ReviewInputs, planning
from journeydesk.reports.report import Report
from journeydesk.services.context import Context
from journeydesk.services.planning.review import PlanningReview
from journeydesk.services.rows.common import Amount
from journeydesk.storage.sync import pending

SHIPPED_PAGES = frozenset({Page.ROADMAP, Page.USAGE, Page.NOTES})
"""What is printed unless somebody chooses otherwise: money is for the team."""


def review_report(context: Context, review: PlanningReview, pages: Collection[Page] = SHIPPED_PAGES) -> Report:
    """The review as a report."""
    with context.database.read() as connection:
        changes = pending.waiting_count(connection)
    return planning(context.settings, _inputs(context, review), pages, context.clock(), changes)


def export_review(context: Context, review: PlanningReview, path: Path, pages: Collection[Page] = SHIPPED_PAGES) -> Path:
    """Writes the PDF; the file is whole or not there. Returns its path. Raises UserError."""
    return write_pdf(review_report(context, review, pages), path, workspace=context.database.folder)


def file_name(name: str, day: date) -> str:
    """Planning-Review_Marrow-Pine-Joinery_2026-05-19.pdf: letters and digits of any script, nothing that a file system minds."""
    plain = re.sub(r"[^\w]+", "-", name).strip("-_")[:60] or "prospect"
    return f"Planning-Review_{plain}_{day.isoformat()}.pdf"


def subtitle(review: PlanningReview) -> str:
    """Ottilie Farnsby with Tomasz Wilk."""
    row = review.detail.row
    people = [name for name in (row.contact if row.company else "", row.owner) if name]
    return tr("{contact} with {owner}", contact=people[0], owner=people[1]) if len(people) == 2 else "".join(people)


def use_facts(review: PlanningReview) -> tuple[tuple[str, str], ...]:
    """Active people, errors and satisfaction, as (label, value)."""
    week = review.weeks[last_whole(review.weeks)] if review.weeks else None
    active = figure(week.active) if week is not None and week.calls else tr("no data")
    errors = (
        tr("{errors} of {calls}", errors=figure(round(week.errors)), calls=figure(week.calls)) if week and week.calls else ""
    )
    satisfaction = tr("{answer} of 10", answer=review.satisfaction) if review.satisfaction is not None else tr("no answer yet")
    return (
        (tr("Active people"), active),
        (tr("Errors"), errors or tr("no data")),
        (tr("Satisfaction"), satisfaction),
    )


def money_facts(review: PlanningReview) -> tuple[tuple[str, str], ...]:
    """What they pay, what they may pay, and what they paid, as (label, value)."""
    detail = review.detail
    return (
        (tr("MRR"), _amount(detail.mrr) or tr("none yet")),
        (tr("Estimated"), _amount(detail.row.revenue) or tr("not known")),
        (
            tr("Paid so far"),
            _amount(detail.ltv) or _amount(Amount(0, detail.row.revenue.currency) if detail.row.revenue else None) or "–",
        ),
    )


def _amount(amount: Amount | None) -> str:
    return in_words(Money(amount.minor, amount.currency)).removesuffix(".00") if amount is not None else ""


def stay_words(review: PlanningReview) -> str:
    """44 of 60 days in stage."""
    if review.days_in_stage is None:
        return ""
    if review.limit is None:
        return tr("{days} working days in stage", days=figure(review.days_in_stage))
    return tr("{days} of {limit} days in stage", days=figure(review.days_in_stage), limit=figure(review.limit))


def next_review_words(review: PlanningReview) -> str:
    """Thu 28 May, 10:00: the next milestone of one day, else the follow-up."""
    milestone = review.next_review
    day = milestone.due if milestone is not None else review.detail.row.follow_up
    if day is None:
        return ""
    words = f"{_WEEKDAYS[day.weekday()]} {day_in_words(day, review.today)}"
    return f"{words}, {milestone.time}" if milestone is not None and milestone.time else words


_WEEKDAYS = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))


def _inputs(context: Context, review: PlanningReview) -> ReviewInputs:
    stage = f"{review.stage.number} {review.stage.name}" if review.stage is not None else tr("none")
    review_day = next_review_words(review)
    facts = [
        (tr("Stage"), stage),
        (tr("In stage"), stay_words(review) or "–"),
        (tr("Next review"), review_day or tr("not set")),
    ]
    return ReviewInputs(
        name=review.name,
        subtitle=subtitle(review),
        today=review.today,
        facts=(*facts, *use_facts(review)),
        money=money_facts(review),
        milestones=review.milestones,
        weeks=review.weeks,
        notes=tuple((note.day, note.author, note.text) for note in review.notes),
        assets=review.assets,
    )
