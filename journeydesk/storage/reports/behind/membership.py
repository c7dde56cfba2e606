"""Who is behind a figure: each question by its name, as SQL that gives the prospects that the figure counts."""

from collections.abc import Mapping

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.storage.reports.acquisition import DID, LED
from journeydesk.storage.reports.behind.money_questions import MONEY_QUESTIONS
from journeydesk.storage.reports.behind.question import Question, Value, by_place
from journeydesk.storage.reports.cohorts import COHORT, GROUPS, OPEN, PERIOD, PROSPECT
from journeydesk.storage.reports.engagement import ASKED, SILENT, USED
from journeydesk.storage.reports.pipeline import OPEN_NOW
from journeydesk.storage.reports.weekly import CALLED, MOVED, UNTOUCHED, WAITING, WITHOUT_STEP
from journeydesk.storage.schema.layout import ENTRY_POINT

_OF_COHORT = f"SELECT p.lid FROM ({COHORT}) c CROSS JOIN {PROSPECT} ON p.lid = c.prospect WHERE p.deleted = 0"
_OF_PERIOD = f"SELECT p.lid FROM ({PERIOD}) c JOIN {PROSPECT} ON p.lid = c.prospect WHERE p.deleted = 0 AND c.stage = :stage"

QUESTIONS: Mapping[str, str] = {
    "cohort": _OF_COHORT,
    "cohort reached": f"{_OF_COHORT} AND c.furthest >= :stage",
    "cohort went on": f"{_OF_COHORT} AND c.furthest > :stage",
    "cohort stopped": f"{_OF_COHORT} AND c.furthest = :stage",
    "cohort still": f"{_OF_COHORT} AND c.furthest = :stage AND {OPEN}",
    "cohort left": f"{_OF_COHORT} AND c.furthest = :stage AND NOT {OPEN}",
    "period reached": _OF_PERIOD,
    "period went on": f"{_OF_PERIOD} AND c.furthest > :stage",
    "period stopped": f"{_OF_PERIOD} AND c.furthest <= :stage",
    "period still": f"{_OF_PERIOD} AND c.furthest <= :stage AND {OPEN}",
    "period left": f"{_OF_PERIOD} AND c.furthest <= :stage AND NOT {OPEN}",
    **{
        f"cohort by {name}": f"{_OF_COHORT} AND c.furthest >= :stage AND {GROUPS[name]} = :group_name"
        for name in ("entry", "source", "owner")
    },
    "moved": (
        f"SELECT p.lid FROM ({COHORT}) c JOIN {PROSPECT} ON p.lid = c.prospect WHERE p.deleted = 0 AND EXISTS "
        "(SELECT 1 FROM stage_history h WHERE h.prospect = c.prospect AND h.journey = :journey AND h.at >= :since "
        "AND h.from_stage = :source AND h.to_stage = :target)"
    ),
    **MONEY_QUESTIONS,
    "moved deals": MOVED,
    "open deals": OPEN_NOW,
    "deals without a step": WITHOUT_STEP,
    "deals not contacted": UNTOUCHED,
    "applications that wait": WAITING,
    "called": CALLED,
    "did": DID,
    "went on to": LED,
    "used": USED,
    "silent": SILENT,
    "asked for help": ASKED,
    "entry point": f"SELECT lid FROM prospects WHERE deleted = 0 AND coalesce({ENTRY_POINT}, '') = :entry",
}
"""The prospects of each question; deleted ones are in none."""


def members(question: Question) -> tuple[str, tuple[Value, ...]]:
    """The SQL that gives the prospects of a question, and its values in order. Raises UserError for one that there is not."""
    statement = QUESTIONS.get(question.name)
    if statement is None:
        raise UserError(tr("This filter came from a report of a newer version. Remove it, or update Journeydesk."))
    return by_place(statement, question.values)
