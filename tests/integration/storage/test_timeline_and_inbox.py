"""The timeline merges its sources newest first; the inbox shows each alert where it stands now."""

import pytest

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.alerts.snooze import note_until
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.fold import Move, Standing
from journeydesk.storage.alerts import attention as alert_attention
from journeydesk.storage.alerts import audit_trail as alert_trail
from journeydesk.storage.alerts import inbox as alert_inbox
from journeydesk.storage.alerts.listed import InboxFilter, listed
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists import board, next_steps
from journeydesk.storage.records import records, timeline
from tests.integration.storage.conftest import AT, AUTHOR


def _day(number: int) -> str:
    return f"2026-05-{number:02d}T09:00:00.000Z"


@pytest.fixture
def prospect(database: Database) -> RecordId:
    """A prospect with one entry of each kind, a day apart."""
    with database.write() as connection:
        record = records.insert(connection, "prospects", {"key": "BETA-1", "company": "Mbali", "owner": "Amaia"}, AUTHOR)
        call: records.Row = {"key": "I1", "prospect": record, "type": "Call", "date": _day(1), "summary": "asked"}
        click: records.Row = {"key": "E1", "prospect": record, "event": "cta_clicked", "cta": "Book", "occurred_at": _day(2)}
        records.insert(connection, "interactions", call, AUTHOR)
        records.insert(connection, "events", click, AUTHOR)
        move = Move("Engagement", 1, 2, _day(3), "points passed 20", "website", "E1")
        board.write_standings(
            connection, [(record, Standing({"Engagement": move}, (move,), 30, None, (), ()), {})], "Engagement"
        )
        sql.run(
            connection,
            "INSERT INTO stripe_object (kind, id, prospect, created, amount_minor, currency, status) "
            "VALUES ('charge', 'ch_1', ?, ?, 64000, 'EUR', 'succeeded')",
            (record, _day(4)),
        )
    return record


def test_the_timeline_is_newest_first_over_all_sources(database: Database, prospect: RecordId) -> None:
    with database.read() as connection:
        entries = timeline.entries(connection, prospect, "all", 10)
        assert [entry.part for entry in entries] == ["payments", "stages", "cta", "interactions"]
        assert [entry.at for entry in entries] == [_day(4), _day(3), _day(2), _day(1)]
        assert timeline.counts(connection, prospect) == {"interactions": 1, "cta": 1, "stages": 1, "payments": 1}
        assert [entry.name for entry in timeline.entries(connection, prospect, "interactions", 10)] == ["Call"]
        assert timeline.entries(connection, prospect, "nothing", 10) == []


def _draft(number: int, priority: str, expires: str) -> AlertDraft:
    return AlertDraft(f"ALR-{number}", "stage skip", priority, _day(number), expires, "headline", "reason", 1, 3, 10, 40, "E1")


def _keys(connection: Connection, status: str, now: str, *, snoozed: bool = False) -> list[str]:
    alerts = [alert.id for alert in listed(connection, status, now, snoozed=snoozed)]
    rows = alert_inbox.inbox_rows(connection, alerts, now)
    return [rows[alert].key for alert in alerts]


def test_the_inbox_shows_urgent_first_and_what_is_over_as_expired(database: Database, prospect: RecordId) -> None:
    with database.write() as connection:
        drafts = [
            (prospect, _draft(1, "Normal", _day(30))),
            (prospect, _draft(2, "Urgent", _day(30))),
            (prospect, _draft(3, "High", _day(4))),
            (prospect, _draft(4, "High", _day(30))),
        ]
        raised = alert_inbox.raise_alerts(connection, drafts, AUTHOR)
        assert alert_inbox.raise_alerts(connection, drafts, AUTHOR) == []
        records.update(connection, "alerts", raised[3], {"note": note_until(_day(25), AT)}, AUTHOR)
        shown = _keys(connection, "Pending", AT)
        assert shown == ["ALR-2", "ALR-1"]
        assert _keys(connection, "Expired", AT) == ["ALR-3"]
        assert _keys(connection, "Pending", _day(26)) == ["ALR-2", "ALR-4", "ALR-1"]
        assert alert_inbox.counts(connection, AT) == {"Pending": 2, "Expired": 1}
        records.update(connection, "alerts", raised[0], {"status": "Expired"}, AUTHOR)
        assert alert_inbox.counts(connection, AT) == {"Pending": 1, "Expired": 2}
        records.update(connection, "alerts", raised[0], {"status": "Pending"}, AUTHOR)
        assert _keys(connection, "Pending", AT, snoozed=True) == ["ALR-4"]
        assert alert_attention.unread(connection, AT) == alert_attention.pending(connection, AT) == 2
        assert alert_attention.next_turn(connection, AT) == _day(25)


def test_alerts_are_counted_and_listed_without_a_row_being_read(database: Database) -> None:
    with database.read() as connection:
        asked: list[str] = []
        sql.driver_connection(connection).set_trace_callback(asked.append)
        alert_attention.pending(connection, AT)
        alert_attention.unread(connection, AT)
        alert_inbox.counts(connection, AT)
        for status in ("Pending", "Acknowledged", "Actioned", "Expired"):
            listed(connection, status, AT, InboxFilter("churn risk", "Urgent"))
        listed(connection, "Pending", AT, snoozed=True)
        sql.driver_connection(connection).set_trace_callback(None)
        assert len(asked) == 8
        for statement in asked:
            plan = " ".join(row[3] for row in sql.rows(connection, f"EXPLAIN QUERY PLAN {statement}"))
            assert "COVERING INDEX ix_alerts_standing" in plan, plan


def test_an_alert_knows_its_prospect_its_history_and_the_others(database: Database, prospect: RecordId) -> None:
    with database.write() as connection:
        drafts = [(prospect, _draft(number, "High", _day(30))) for number in (1, 2)]
        one, other = alert_inbox.raise_alerts(connection, drafts, AUTHOR)
        alert_inbox.audit(connection, one, AUTHOR, "Acknowledged", "by Amaia Etxarri")
        row = alert_inbox.one(connection, one, AT)
        assert row is not None
        assert (row.company, row.owner, row.status) == ("Mbali", "Amaia", "Pending")
        assert [line.action for line in alert_trail.trail(connection, one)] == ["Acknowledged", "Fired"]
        assert [line[3] for line in alert_inbox.others_of(connection, prospect, other)] == [_day(1)]


@pytest.mark.parametrize("owner", ["Amaia Etxarri", None])
def test_due_follow_ups_are_told_without_a_row_being_read(database: Database, owner: str | None) -> None:
    with database.read() as connection:
        asked: list[str] = []
        sql.driver_connection(connection).set_trace_callback(asked.append)
        next_steps.follow_ups(connection, owner, "", "2026-05-19", 500)
        sql.driver_connection(connection).set_trace_callback(None)
        plan = [row[3] for row in sql.rows(connection, f"EXPLAIN QUERY PLAN {asked[0]}")]
    assert all("COVERING INDEX" in step for step in plan), plan
