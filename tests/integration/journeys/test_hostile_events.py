"""Events that somebody made wrong, or to do harm: each is refused with its field and the reason, in no time."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.__main__ import main
from journeydesk.domain.errors import UserError
from journeydesk.services.commands.events import take_events
from journeydesk.services.context import Context
from tests.workspaces import workspace

EVENT: dict[str, object] = {"customer_id": "a@ex.test", "event": "cta_clicked", "timestamp": "2026-05-01T10:00:00Z"}

REFUSED: dict[str, tuple[dict[str, object], str]] = {
    "a stage by a number that is none": ({"stage": "9"}, "stage: “9” is not a stage of Engagement"),
    "a stage that is nowhere": ({"stage": "Nirvana"}, "stage: “Nirvana” is not a stage of Engagement. Use one of 1 "),
    "a journey that is nowhere": ({"stage": "1", "metadata": {"journey": "X"}}, "metadata: there is no journey “X”"),
    "the year 1": ({"timestamp": "0001-01-01T00:00:00Z"}, "timestamp: “0001-01-01T00:00:00Z” is out of range"),
    "the year 9999": ({"timestamp": "9999-12-31T00:00:00Z"}, "years from 1900 to 2200"),
    "an id of two million letters": ({"event_id": "x" * 2_000_000}, "event_id: 2,000,000 characters are too many"),
    "a customer of two million letters": ({"customer_id": "x" * 2_000_000}, "customer_id: 2,000,000 characters"),
    "a name that never ends": ({"customer_name": "x" * 501}, "customer_name: 501 characters are too many; at most 500"),
    "dots without end": ({"customer_email": "a@" + "." * 40_000 + "@"}, "customer_email: “a@…"[:20]),
    "metadata without end": ({"metadata": {"x": "y" * 100_000}}, "metadata: 100,009 characters are too many"),
    "half a character": ({"customer_id": "a\ud800"}, "customer_id: holds a character that cannot be stored"),
    "a type that is none": ({"event": "z" * 100}, "is not an event type"),
}


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An empty workspace."""
    with workspace(tmp_path / "w") as opened:
        yield opened


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_event_is_refused_with_field_and_reason(context: Context, name: str) -> None:
    change, words = REFUSED[name]
    began = time.monotonic()
    with pytest.raises(UserError) as refusal:
        take_events(context, [EVENT, EVENT | change])
    assert time.monotonic() - began < 1
    assert str(refusal.value).startswith("Event 2 of 2: ")
    assert words.rstrip("…") in str(refusal.value)
    assert len(str(refusal.value)) < 1500


@pytest.mark.parametrize("stage", ["1", "6", None])
def test_a_stage_of_its_journey_is_taken(context: Context, stage: str | None) -> None:
    assert take_events(context, [EVENT | {"stage": stage}]).added == 1


def test_a_stage_of_another_journey_is_taken_by_its_name(context: Context) -> None:
    event = EVENT | {"event": "stage_entered", "stage": "9", "metadata": {"journey": "Deal"}}
    assert take_events(context, [event]).added == 1


@pytest.mark.parametrize("data", [b"[" * 100_000, b"\xff\xfe\xfa", b"{}x", json.dumps(EVENT)[:-5].encode()])
def test_a_file_that_is_no_json_ends_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    file = tmp_path / "event.json"
    file.write_bytes(data)
    assert main(["event", str(file)]) != 0
    assert "Nothing was taken in." in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_json_with_a_mark_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    file = tmp_path / "event.json"
    file.write_bytes(json.dumps({"event": "login"}).encode(encoding))
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("JOURNEYDESK_PASSPHRASE", "correct horse battery")
    assert main(["event", str(file)]) != 0
    assert "customer_id: is missing" in capsys.readouterr().err
