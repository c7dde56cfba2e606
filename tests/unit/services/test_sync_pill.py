"""The pill's words, state by state (docs/interface.md, "Sync pill")."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.services.rows.sync import SyncStatus
from journeydesk.services.sync.pill import pill

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=ZoneInfo("Europe/Madrid"))
SYNCED = SyncStatus(True, 0, 0, 0, None, NOW - timedelta(minutes=2), running=False, done=0, total=0)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "Synced 2 min ago"),
        ({"waiting": 7}, "7 waiting"),
        ({"running": True, "done": 3, "total": 7}, "Syncing 3/7"),
        ({"offline_since": NOW, "waiting": 7}, "Offline · 7 waiting"),
        ({"offline_since": NOW}, "Offline"),
        ({"trouble": "Airtable's answer could not be read."}, "Sync trouble"),
        ({"trouble": "Airtable's answer could not be read.", "waiting": 7}, "Sync trouble · 7 waiting"),
        ({"trouble": "Airtable's answer could not be read.", "running": True}, "Syncing"),
        ({"needs_attention": 2}, "2 need you"),
        ({"needs_attention": 1}, "1 needs you"),
        ({"conflicts": 1}, "1 conflict"),
        ({"conflicts": 3, "waiting": 7}, "3 conflicts · 7 waiting"),
        ({"conflicts": 1, "needs_attention": 2}, "3 need you"),
        ({"conflicts": 1, "offline_since": NOW, "waiting": 7}, "Offline · 1 conflict · 7 waiting"),
        ({"needs_attention": 1, "offline_since": NOW}, "Offline · 1 needs you"),
        ({"works_offline": True, "waiting": 7, "trouble": "no answer"}, "Working offline · 7 waiting"),
        ({"works_offline": True, "token_refused": True}, "Sign-in needed"),
        ({"paused_reason": "limit", "paused_until": datetime(2026, 5, 19, 12, 5, tzinfo=UTC)}, "Paused · limit, resumes 14:05"),
        ({"paused_reason": "limit", "paused_until": datetime(2026, 6, 1, 0, 0, tzinfo=UTC)}, "Paused · limit, resumes 1 Jun"),
        ({"token_refused": True, "conflicts": 1}, "Sign-in needed"),
        ({"last_success": None}, "Not synced yet"),
        ({"connected": False}, "Not connected"),
    ],
)
def test_the_pill_says_in_words_how_it_stands(changed: dict[str, object], words: str) -> None:
    assert pill(replace(SYNCED, **changed), NOW).text == words  # type: ignore[arg-type]


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5), st.booleans(), st.sampled_from(("", "no answer")))
def test_synced_is_never_said_while_anything_waits_asks_or_failed(
    waiting: int, conflicts: int, asked: int, running: bool, trouble: str
) -> None:
    status = replace(SYNCED, waiting=waiting, conflicts=conflicts, needs_attention=asked, running=running, trouble=trouble)
    assert pill(status, NOW).text.startswith("Synced") == (not (waiting or conflicts or asked or running or trouble))


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5), st.sampled_from((None, NOW)), st.booleans())
def test_what_waits_and_asks_and_no_network_is_always_said(
    waiting: int, conflicts: int, asked: int, since: datetime | None, by_choice: bool
) -> None:
    status = replace(
        SYNCED, waiting=waiting, conflicts=conflicts, needs_attention=asked, offline_since=since, works_offline=by_choice
    )
    words = pill(status, NOW).text.split(" · ")
    assert any("ffline" in part for part in words) == (since is not None or by_choice)
    assert (f"{waiting} waiting" in words) == (waiting > 0)
    assert sum(int(part.split()[0]) for part in words if part[0].isdigit()) == waiting + conflicts + asked
