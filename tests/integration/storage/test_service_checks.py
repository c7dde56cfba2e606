"""What services answered is kept for a while, each by itself."""

from datetime import timedelta
from pathlib import Path

from journeydesk.domain.time import moment_text
from journeydesk.storage.engine import sql
from journeydesk.storage.sync.api_calls import KEPT_CHECKS, last_checks, note_check
from tests.workspaces import NOW, workspace


def test_the_oldest_answers_go_and_those_of_other_services_stay(tmp_path: Path) -> None:
    with workspace(tmp_path) as context, context.database.write() as connection:
        note_check(connection, "stripe", moment_text(NOW - timedelta(days=400)), False, "Refused", 0.1)
        for number in range(KEPT_CHECKS + 7):
            note_check(connection, "airtable", moment_text(NOW + timedelta(minutes=number)), True, f"{number}", 0.1)
        counts = dict(sql.rows(connection, "SELECT service, count(*) FROM service_check GROUP BY service"))
        assert counts == {"stripe": 1, "airtable": KEPT_CHECKS}
        assert last_checks(connection, "airtable", 1)[0].text == f"{KEPT_CHECKS + 6}"
