"""The thread that tells others."""

import threading

import pytest

from journeydesk.services.events_out import telling
from tests.integration.office import Office


def test_a_fault_of_ours_does_not_end_the_telling(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looks = iter([ZeroDivisionError("by zero"), None])
    seen = threading.Event()

    def look(_connection: object) -> list[object]:
        if (problem := next(looks, None)) is not None:
            raise problem
        seen.set()
        return []

    monkeypatch.setattr(telling, "targets", look)
    monkeypatch.setattr(telling, "LOOK_SECONDS", 0.01)
    stop = telling.start_telling(office.context)
    assert seen.wait(20)
    stop()
    assert "could not be told" in caplog.text
    caplog.clear()
