"""The questions of the reports on deals, payers and answers, each by its name (see `membership`)."""

from collections.abc import Mapping

from journeydesk.storage.payments.mrr_steps import CHANGED, PAYING
from journeydesk.storage.reports.customers import ACCEPTED, ACTIVE, COHORT, PAID_OF_ACCEPTED, REFERRED, RETAINED
from journeydesk.storage.reports.pipeline import DEALS_AT, EXPECTED, RISKY
from journeydesk.storage.reports.surveys import ANSWERED, CASE_STUDIES, FITTING, TESTIMONIALS
from journeydesk.storage.schema.layout import LIVING, ON_BOARD

MONEY_QUESTIONS: Mapping[str, str] = {
    "these": f"SELECT p.lid FROM prospects p WHERE p.{LIVING} AND p.lid IN (SELECT value FROM json_each(:prospects))",
    "stands in": (
        "SELECT q.prospect AS lid FROM position q JOIN prospects p ON p.lid = q.prospect AND p.deleted = 0 "
        f"WHERE q.journey = :journey AND q.stage = :stage AND {' AND '.join(f'q.{part}' for part in ON_BOARD.split(' AND '))}"
    ),
    "deals at": DEALS_AT,
    "deals expected": f"SELECT p.lid FROM prospects p INDEXED BY ix_prospects_closing WHERE {EXPECTED}",
    "deals at risk": f"SELECT p.lid FROM prospects p INDEXED BY ix_prospects_deals WHERE {RISKY}",
    "applied": f"SELECT lid FROM prospects WHERE {LIVING} AND applied_on >= :since AND applied_on < :until",
    "active customers": ACTIVE,
    "retained": RETAINED,
    "paid first": COHORT,
    "fit answers": FITTING,
    "score answers": ANSWERED,
    "testimonials": TESTIMONIALS,
    "case studies": CASE_STUDIES,
    "referred": REFERRED,
    "accepted": ACCEPTED,
    "paid of accepted": PAID_OF_ACCEPTED,
    "lost MRR": f"{CHANGED} AND s.minor = 0",
    "more MRR": f"{CHANGED} AND s.change > 0 AND s.minor <> s.change",
    "less MRR": f"{CHANGED} AND s.change < 0 AND s.minor > 0",
    "new MRR": f"{CHANGED} AND s.minor = s.change",
    "pays": PAYING,
    "ever paid": f"SELECT lid FROM prospects WHERE {LIVING} AND net_paid_minor >= :least",
}
"""Each with the SQL of the figure that it stands behind."""
