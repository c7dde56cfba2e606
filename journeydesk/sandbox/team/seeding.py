"""Puts the team's story into the stand-ins."""

import itertools
import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.catalogue import BY_NAME
from journeydesk.sandbox.airtable.links import link_back
from journeydesk.sandbox.airtable.model import Base, Record, Table
from journeydesk.sandbox.airtable.workspace import Workspace
from journeydesk.sandbox.bases import variations
from journeydesk.sandbox.clock import iso, milliseconds
from journeydesk.sandbox.stripe.store import Store
from journeydesk.sandbox.team.alert_history import alert_rows
from journeydesk.sandbox.team.applicant import DAY_MS, Applicant
from journeydesk.sandbox.team.log import LogWriter
from journeydesk.sandbox.team.payments import Ledger
from journeydesk.sandbox.team.pipeline import Plot, Plotter
from journeydesk.sandbox.team.product import surveys_of, today_of, usage_of
from journeydesk.sandbox.team.publish import Published
from journeydesk.sandbox.team.rules import default_rules
from journeydesk.sandbox.team.schema import make_base, make_plain_base
from journeydesk.sandbox.team.tasks import task_rows
from journeydesk.sandbox.team.touches import TouchWriter

Row = Mapping[str, Any]


class _Loader:
    """Puts rows, by slug, into the base's tables as records."""

    def __init__(self, workspace: Workspace, base: Base) -> None:
        self._workspace = workspace
        self._tables: dict[str, tuple[Table, dict[str, str]]] = {}
        for table in base.tables.values():
            spec = BY_NAME[table.name]
            ids = {field.slug: remote.id for field in spec.fields if (remote := table.field_by(field.name)) is not None}
            self._tables[spec.slug] = (table, ids)

    def load(self, slug: str, rows: Sequence[tuple[int, Row]]) -> list[str]:
        """Put rows in, each with the time it was created; returns the records' ids. Fields that the base lacks are left out."""
        table, ids = self._tables[slug]
        record_ids = self._workspace.ids.many("rec", len(rows))
        records = []
        for record_id, (created_ms, row) in zip(record_ids, rows, strict=True):
            cells = {ids[name]: value for name, value in row.items() if value is not None and name in ids}
            records.append(Record(record_id, created_ms, cells))
        table.add(records)
        return record_ids


def seed_team(workspace: Workspace, store: Store, prospects: int, seed: int, *, plain_dates: bool = False) -> Plot:
    """Make the team's base with its story, and a base of another purpose beside it; returns the story. With `plain_dates` it has
    dates where the team's documents have dates."""
    base = make_base(workspace.ids, "Ostrelle Sales")
    workspace.add_base(base)
    workspace.add_base(make_plain_base(workspace.ids, "Ostrelle Trial"))
    rng = random.Random(seed)
    now_ms = workspace.now_ms()
    settings = default_rules()
    plot = Plotter(settings, rng, now_ms).plot(prospects)
    writer = LogWriter(settings, rng, now_ms)
    touches = TouchWriter(rng, now_ms)
    for applicant in plot.applicants:
        writer.write(applicant)
        touches.write(applicant)
    _skips_of_the_past(writer, rng, plot)
    Ledger(store, rng, plot).write()
    loader = _Loader(workspace, base)
    drafts = _load_prospects(loader, Published(settings, now_ms), plot)
    _load_events(loader, plot)
    _load_touches(loader, plot)
    _load_product(loader, rng, plot)
    _load(loader, "alerts", alert_rows(rng, drafts, now_ms), "prospect")
    _load(loader, "tasks", task_rows(rng, plot.applicants, now_ms), "prospect")
    for table in base.tables.values():
        link_back(base, table, table.records.values())
    if plain_dates:
        variations.plain_dates(base)
    return plot


def _skips_of_the_past(writer: LogWriter, rng: random.Random, plot: Plot) -> None:
    """A few people clicked far ahead weeks ago: the alerts that the team has handled since."""
    candidates = [
        applicant
        for applicant in plot.applicants
        if applicant.stage == 1
        and not applicant.open
        and plot.at(95) < applicant.applied_ms < plot.at(12)
        and _small_entry(applicant)
    ]
    for applicant in rng.sample(candidates, min(30, len(candidates))):
        at = max(applicant.applied_ms + DAY_MS // 2, plot.at(90))
        writer.skip_ahead(applicant, min(at, plot.at(8)))


def _small_entry(applicant: Applicant) -> bool:
    return all(event.cta != "Partner referral" for event in applicant.events)


def _load(loader: _Loader, slug: str, rows: Iterable[tuple[int, Applicant, dict[str, Any]]], link: str) -> None:
    loader.load(slug, [(at, {**row, link: [applicant.remote_id]}) for at, applicant, row in rows])


def _load_prospects(loader: _Loader, published: Published, plot: Plot) -> list[tuple[Applicant, AlertDraft]]:
    rows: list[tuple[int, Row]] = []
    drafts: list[tuple[Applicant, AlertDraft]] = []
    for applicant in plot.applicants:
        shown, raised = published.publish(applicant)
        rows.append((applicant.applied_ms, shown))
        drafts += [(applicant, draft) for draft in raised]
    for applicant, record_id in zip(plot.applicants, loader.load("prospects", rows), strict=True):
        applicant.remote_id = record_id
    return drafts


def _load_events(loader: _Loader, plot: Plot) -> None:
    rows: list[tuple[int, Row]] = []
    for applicant in plot.applicants:
        link = [applicant.remote_id]
        for event in applicant.events:
            row = event.fields() | {"prospect": link}
            rows.append((milliseconds(datetime.fromisoformat(event.occurred_at)), row))
    loader.load("events", rows)


def _load_touches(loader: _Loader, plot: Plot) -> None:
    numbers = itertools.count(1)
    rows: list[tuple[int, Row]] = []
    for applicant in plot.applicants:
        for touch in applicant.touches:
            row = {
                "key": f"INT-{next(numbers):06d}",
                "prospect": [applicant.remote_id],
                "type": touch.type,
                "date": iso(touch.at_ms),
                "duration": touch.duration,
                "summary": touch.summary,
                "next_steps": touch.next_steps,
                "owner": touch.owner,
                "sentiment": touch.sentiment,
                "outcome": touch.outcome,
            }
            rows.append((touch.at_ms, row))
    loader.load("interactions", rows)


def _load_product(loader: _Loader, rng: random.Random, plot: Plot) -> None:
    paying = [applicant for applicant in plot.applicants if applicant.paying]
    rows: list[tuple[int, Row]] = []
    today = today_of(plot.now_ms)
    for applicant, usage in usage_of(rng, paying, plot.now_ms):
        row = {
            "key": f"USE-{applicant.key}-{usage.day:%Y%m%d}",
            "prospect": [applicant.remote_id],
            "date": usage.day.isoformat(),
            "api_calls": usage.calls,
            "sign_operations": usage.signs,
            "verify_operations": usage.verifies,
            "error_rate": usage.error_rate,
            "active_users": usage.users,
            "storage_used": usage.storage,
            "cost": usage.cost,
        }
        rows.append((plot.now_ms - (today - usage.day).days * DAY_MS, row))
    loader.load("usage", rows)
    answered = paying + [applicant for applicant in plot.applicants if applicant.churned]
    surveys: list[tuple[int, Row]] = []
    for number, (applicant, survey) in enumerate(surveys_of(rng, answered, plot.now_ms), 1):
        row = {
            "key": f"SUR-{number:05d}",
            "prospect": [applicant.remote_id],
            "survey_type": survey.kind,
            "date_sent": survey.sent.isoformat(),
            "date_responded": None if survey.responded is None else survey.responded.isoformat(),
            "pmf_score": survey.pmf,
            "satisfaction": survey.satisfaction,
            "likelihood_to_pay": survey.likelihood,
            "feature_requests": survey.request,
            "testimonial": survey.testimonial,
            "case_study": survey.case_study or None,
        }
        surveys.append((plot.now_ms - (today - survey.sent).days * DAY_MS, row))
    loader.load("surveys", surveys)
