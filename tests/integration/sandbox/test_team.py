"""The fictional team: the same for the same seed and day, and true in itself under the product's own rules."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.rules.applications import hot_application
from journeydesk.domain.rules.jumps import journey_alerts
from journeydesk.sandbox.airtable.model import Base
from journeydesk.sandbox.server import Sandbox
from journeydesk.sandbox.team.publish import projection
from journeydesk.sandbox.team.rules import default_rules

TODAY = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "GEORGIAN", "ARMENIAN", "HEBREW", "ARABIC", "DEVANAGARI", "THAI", "CJK", "HANGUL")
Rows = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def base() -> Iterator[Base]:
    """The whole team as on the day that the screens were drawn for."""
    with Sandbox.start(now=TODAY, lift_limits=True) as running:
        yield running.workspace.bases[running.base_id]


def rows(base: Base, table_name: str) -> Rows:
    """A table's records by id, as names and values."""
    table = base.table_by(table_name)
    assert table is not None
    names = {one.id: one.name for one in table.fields.values()}
    return {
        record.id: {names[field_id]: value for field_id, value in record.cells.items()} for record in table.records.values()
    }


@pytest.fixture(scope="module")
def prospects(base: Base) -> Rows:
    """The prospects by record id."""
    return rows(base, "Beta Applications")


@pytest.fixture(scope="module")
def logs(base: Base) -> dict[str, list[Event]]:
    """Every prospect's events by the prospect's record id."""
    found: dict[str, list[Event]] = {}
    for row in rows(base, "Journey Events").values():
        at = row["Occurred At"]
        event = Event(
            row["Event ID"], row["Event"], row.get("Stage"), row.get("CTA"), at, at, row["Source"], row.get("Payload")
        )
        found.setdefault(row["Customer"][0], []).append(event)
    return found


def still_open(row: dict[str, Any]) -> bool:
    """Whether a prospect is in the active pipeline."""
    return row["Status"] not in {"Rejected", "Churned"}


def test_there_are_as_many_prospects_as_promised_and_no_key_twice(prospects: Rows) -> None:
    assert len(prospects) == 12_480
    assert len({row["Application ID"] for row in prospects.values()}) == 12_480
    assert len({row["Company"] for row in prospects.values()}) == 12_480


def test_the_open_pipeline_falls_from_stage_to_stage(prospects: Rows) -> None:
    stages = Counter(row["Journey Stage"] for row in prospects.values() if still_open(row))
    assert stages == {
        "Call to Discovery": 214,
        "Exploration": 131,
        "Commitment": 64,
        "Planning": 38,
        "Construction": 21,
        "Mastery": 12,
    }


def test_thirty_eight_follow_ups_are_due_within_a_week(prospects: Rows) -> None:
    due = [
        row
        for row in prospects.values()
        if row.get("Next Follow-up", "9999") <= "2026-05-26" and row["Journey Stage"] != "Mastery"
    ]
    assert len(due) == 38


def test_what_is_published_is_the_fold_of_the_log(prospects: Rows, logs: dict[str, list[Event]]) -> None:
    settings = default_rules()
    shown_as = {
        "journey_stage": "Journey Stage",
        "deal_stage": "Deal Stage",
        "lifecycle_stage": "Lifecycle Stage",
        "customer_status": "Customer Status",
        "onboarding_step": "Onboarding Step",
        "journey_points": "Journey Points",
        "entry_point": "Entry Point",
    }
    for record_id, row in prospects.items():
        events = logs.get(record_id, [])
        wanted = projection(settings, fold(settings, events)) if events else {}
        assert {name: row.get(name) for name in shown_as.values()} == {
            name: wanted.get(slug) for slug, name in shown_as.items()
        }


def test_the_alerts_are_those_that_the_rules_raise_and_fourteen_wait(
    base: Base, prospects: Rows, logs: dict[str, list[Event]]
) -> None:
    settings = default_rules()
    raised = set()
    for record_id, events in logs.items():
        row = prospects[record_id]
        key, company = row["Application ID"], row["Company"]
        raised |= {draft.id for draft in journey_alerts(settings, key, company, fold(settings, events))}
        hot = hot_application(settings, key, company, row["Priority Score"], row["Applied On"])
        raised |= {hot.id} if hot else set()
    alerts = rows(base, "Alerts").values()
    statuses = Counter(row["Status"] for row in alerts)
    assert {row["Alert ID"] for row in alerts} == raised
    assert (statuses["Pending"], statuses["Acknowledged"], statuses["Expired"]) == (14, 6, 4)
    assert {row["Priority"] for row in alerts if row["Status"] == "Pending"} == {"Urgent", "High"}


def test_nothing_that_happened_lies_in_the_future(base: Base) -> None:
    now = "2026-05-19T09:05:30"
    times = [
        row[name]
        for table, name in (
            ("Beta Applications", "Applied On"),
            ("Customer Interactions", "Date"),
            ("Journey Events", "Occurred At"),
            ("Alerts", "Raised At"),
        )
        for row in rows(base, table).values()
    ]
    assert max(times) < now
    assert min(row["Applied On"] for row in rows(base, "Beta Applications").values()) < "2025-06-01"


def test_names_come_in_many_scripts(prospects: Rows) -> None:
    import unicodedata

    seen = {unicodedata.name(c, "").split(" ")[0] for row in prospects.values() for c in row["Company"] if c.isalpha()}
    assert set(SCRIPTS) <= seen
    assert all(row["Email"].isascii() and row["Email"].endswith(".example") for row in prospects.values())


def test_every_number_of_usage_and_surveys_belongs_to_a_customer(base: Base, prospects: Rows) -> None:
    for table in ("Usage Analytics", "Feedback & Surveys"):
        owners = {row["Customer ID"][0] for row in rows(base, table).values()}
        assert {prospects[record_id]["Customer Status"] for record_id in owners} <= {"CUSTOMER", "CHURNED"}
        assert len(owners) >= 80


def test_the_screens_own_prospects_are_there_with_their_numbers(prospects: Rows) -> None:
    quillon = next(row for row in prospects.values() if row["Company"] == "Quillon Freight")
    assert quillon["Contact Name"] == "Adaeze Nwokorie"
    assert (quillon["Journey Stage"], quillon["Journey Points"]) == ("Commitment", 117)
    assert (quillon["Priority Score"], quillon["Estimated Revenue"]) == (22, 48_000)
    assert (quillon["Next Follow-up"], quillon["Assigned To"]) == ("2026-05-19", "Amaia Etxarri")


def test_the_same_seed_and_day_tell_the_same_story(base: Base, prospects: Rows) -> None:
    with Sandbox.start(prospects=300, now=TODAY) as one, Sandbox.start(prospects=300, now=TODAY) as other:
        stories = [rows(box.workspace.bases[box.base_id], "Beta Applications") for box in (one, other)]
    first, second = ([(row["Application ID"], row["Company"], row["Status"]) for row in s.values()] for s in stories)
    assert first == second


def test_the_base_lacks_what_the_set_up_is_to_create(base: Base) -> None:
    names = {table.name for table in base.tables.values()}
    table = base.table_by("Beta Applications")
    assert table is not None
    assert names & {"Customer Assets", "User Progress", "Journeydesk Settings"} == set()
    assert table.field_by("LTV") is None
