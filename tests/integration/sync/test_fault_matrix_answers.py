"""The fault matrix of sync, rows 6–11, 15 and 62: what a service may answer, and what it may refuse. Real requests."""

import http.server
import threading
from pathlib import Path

import pytest

from journeydesk.background.backoff import Backoff
from journeydesk.domain.errors import JourneydeskError
from journeydesk.services.commands.prospects import edit
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import (
    AccessDenied,
    RateLimited,
    RemoteTrouble,
    RemoteUnreachable,
    TokenRefused,
)
from tests.integration.sync.base import Base, Clock, based, control


def test_row_6_too_many_requests_cost_one_pause_of_thirty_seconds(tmp_path: Path) -> None:
    body = '{"errors":[{"error":"RATE_LIMIT_REACHED","message":"Rate limit exceeded. Please try again later"}]}'
    with based(tmp_path / "w", per_second=5) as base:
        base.fault("status-before", status=429, body=body, times=2)
        base.clock.slept.clear()
        before = base.requests()
        base.sync()
        pauses = [seconds for seconds in base.clock.slept if seconds > 1]
        assert len(pauses) == 2
        assert all(seconds >= 30 for seconds in pauses)
        assert base.requests() == before + 3


def test_row_6_a_pace_that_was_refused_is_halved_and_grows_back() -> None:
    clock = Clock()
    pace = Pace(5, clock.seconds, clock.sleep)

    def at_once() -> int:
        clock.slept.clear()
        sent = 0
        while not clock.slept:
            with pace.turn():
                sent += 1
        return sent - 1

    assert at_once() == 5
    pace.pause(30)
    clock.sleep(31)
    assert at_once() == 2
    clock.sleep(600)
    assert at_once() == 5


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_row_7_a_service_in_trouble_is_left_alone_ever_longer(base: Base, status: int) -> None:
    record, remote = base.one()
    edit(base.context, record, {"contact_name": "kept"})
    base.fault("status-before", status=status, times=1000)
    backoff = Backoff()
    waits = []
    for _ in range(6):
        with pytest.raises(RemoteTrouble) as trouble:
            base.sync()
        waits.append(backoff.after(trouble.value) or 0)
    assert waits[-1] > waits[0]
    assert max(waits) <= 300
    base.fair_weather()
    base.sync()
    assert base.seen(remote, "contact_name") == "kept"


def test_row_8_an_answer_that_drips_is_given_up_at_the_deadline(tmp_path: Path) -> None:
    with based(tmp_path / "w", answer_within=0.5) as base:
        base.fault("trickle", seconds=0.2, times=100)
        with pytest.raises(RemoteUnreachable):
            base.sync()
        base.fair_weather()
        assert base.sync().pending == 0


UNREADABLE: dict[str, dict[str, object]] = {
    "half a body": {"kind": "truncate"},
    "no list": {"kind": "status-before", "status": 200, "body": '{"records": 5}'},
    "no records": {"kind": "status-before", "status": 200, "body": '{"records": [{"id": "x", "fields": 1}]}'},
    "no object": {"kind": "status-before", "status": 200, "body": "[]"},
    "no JSON": {"kind": "status-before", "status": 200, "body": "nonsense"},
    "50 MB": {"kind": "huge"},
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_row_9_a_page_that_cannot_be_read_is_rejected_whole(listed: Base, name: str) -> None:
    _, remote = listed.one()
    listed.theirs(remote, contact_name="news")
    before = listed.count("SELECT count(*) FROM prospects")
    control(listed.box, "faults", UNREADABLE[name] | {"path": "listRecords", "times": 100})
    with pytest.raises(JourneydeskError):
        listed.sync()
    assert listed.count("SELECT count(*) FROM prospects") == before
    assert listed.count("SELECT count(*) FROM prospects WHERE contact_name = 'news'") == 0
    listed.fair_weather()
    listed.sync()
    assert listed.count("SELECT count(*) FROM prospects WHERE contact_name = 'news'") == 1


def test_row_9_a_value_of_a_wrong_type_changes_nothing_locally(base: Base) -> None:
    record, remote = base.one()
    before = base.field(record, "contact_name")
    base.box.workspace.bases[base.box.base_id].tables[base.map.table_id].records[remote].cells[
        base.map.fields["contact_name"]
    ] = 5
    base.theirs(remote, job_title="and this is read")
    base.sync()
    assert (base.field(record, "contact_name"), base.field(record, "job_title")) == (before, "and this is read")
    assert base.waiting() == 0


def test_row_10_a_page_to_sign_in_is_no_answer_of_the_service(base: Base) -> None:
    before = base.count("SELECT count(*) FROM prospects")
    base.walk_due()
    base.fault("html", status=200, times=100)
    with pytest.raises(RemoteUnreachable, match="sign in"):
        base.sync()
    assert base.count("SELECT count(*) FROM prospects WHERE deleted = 0") == before


def test_row_10_a_name_that_is_not_found_is_no_connection(base: Base) -> None:
    from journeydesk.remote.airtable.remote import AirtableRemote

    remote = AirtableRemote("https://airtable.invalid", "pat.x", "appx", Pace(0, base.clock.seconds, base.clock.sleep))
    with pytest.raises(RemoteUnreachable, match="cannot be reached"):
        remote.schema()


def test_row_11_a_redirect_is_refused_and_never_hears_the_token(base: Base) -> None:
    heard: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(str(self.headers.get("Authorization")))

    server = http.server.HTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        base.fault("redirect", location=f"http://127.0.0.1:{server.server_port}/", times=100)
        with pytest.raises(RemoteTrouble, match="redirects"):
            base.sync()
    finally:
        server.shutdown()
        server.server_close()
    assert heard == []


def test_row_15_a_revoked_token_stops_sync_and_keeps_every_edit(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"contact_name": "kept"})
    token = control(base.box, "tokens", {})["token"]
    base.remote = base.connect(token)
    import httpx

    httpx.request("DELETE", f"{base.box.control_url}/tokens", json={"token": token}).raise_for_status()
    with pytest.raises(TokenRefused, match="new token"):
        base.sync()
    assert base.waiting() == 1
    base.remote = base.connect(base.box.token)
    base.sync()
    assert base.seen(remote, "contact_name") == "kept"


@pytest.mark.parametrize("scopes", [["data.records:read", "schema.bases:read"], ["schema.bases:read"]])
def test_row_15_a_scope_that_was_cut_stops_sync_and_keeps_every_edit(base: Base, scopes: list[str]) -> None:
    record, _ = base.one()
    edit(base.context, record, {"contact_name": "kept"})
    base.remote = base.connect(control(base.box, "tokens", {"scopes": scopes})["token"])
    base.walk_due()
    with pytest.raises(AccessDenied, match="permission"):
        base.sync()
    assert (base.waiting(), base.field(record, "contact_name")) == (1, "kept")


def test_row_15_a_base_no_longer_shared_deletes_nothing(base: Base) -> None:
    base.remote = base.connect(control(base.box, "tokens", {"bases": []})["token"])
    base.walk_due()
    with pytest.raises(AccessDenied):
        base.sync()
    assert base.count("SELECT count(*) FROM prospects WHERE deleted = 0") == 30


@pytest.mark.fault(62)
def test_a_used_up_month_is_told_from_a_pace_too_fast(base: Base) -> None:
    from journeydesk.sync.ports import QuotaReached

    control(base.box, "limits", {"calls_left": 0})
    base.walk_due()
    base.clock.slept.clear()
    with pytest.raises(QuotaReached, match="month"):
        base.sync()
    assert base.clock.slept == []
    assert not issubclass(QuotaReached, RateLimited)
