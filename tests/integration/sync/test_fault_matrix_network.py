"""The fault matrix of sync, rows 1–17: what the network and the service may do. Real requests, a clock that waits for nobody."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.background.backoff import Backoff
from journeydesk.domain.errors import JourneydeskError
from journeydesk.services.commands.prospects import create_prospect, delete_prospects, edit
from journeydesk.storage.engine import sql
from journeydesk.storage.records.tombstones import of_record
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.meta import get_meta
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import (
    AccessDenied,
    RateLimited,
    RemoteTrouble,
    RemoteUnreachable,
    TokenRefused,
    WalkExpired,
)
from journeydesk.sync.recovery import StillSettling
from tests.integration.sync.base import Base, Clock, based, control


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with based(tmp_path / "w") as made:
        yield made


@pytest.fixture
def listed(tmp_path: Path) -> Iterator[Base]:
    """A token that may have no feed: every table is listed."""
    with based(tmp_path / "w", feed=False) as made:
        yield made


def test_row_1_an_edit_that_never_arrived_goes_with_the_next_pass(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"phone": "here"})
    base.fault("drop-before", method="PATCH")
    with pytest.raises(RemoteUnreachable, match="saved here"):
        base.sync()
    assert base.waiting() == 1
    base.sync()
    assert (base.waiting(), base.seen(remote, "phone")) == (0, "here")


def test_row_2_a_create_whose_answer_is_lost_is_found_by_its_key(base: Base) -> None:
    prospect = create_prospect(base.context, {"company": "Ostrava Glass"})
    base.fault("drop-after", method="PATCH")
    with pytest.raises(RemoteUnreachable):
        base.sync()
    assert base.sync().pending == 0
    assert len(base.there(base.field(prospect, "key"))) == 1


def test_row_3_a_lost_answer_makes_no_conflict_with_the_next_edit(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"phone": "first"})
    base.fault("drop-after", method="PATCH")
    with pytest.raises(RemoteUnreachable):
        base.sync()
    edit(base.context, record, {"phone": "second"})
    outcome = base.sync()
    assert (outcome.conflicts, outcome.pending, base.seen(remote, "phone")) == (0, 0, "second")


def test_row_4_a_delete_with_a_lost_answer_is_proven_by_looking(base: Base) -> None:
    record, remote = base.one()
    delete_prospects(base.context, [record])
    base.fault("drop-after", method="DELETE")
    with pytest.raises(RemoteUnreachable):
        base.sync()
    base.sync()
    assert base.remote.get(base.map.table_id, remote) is None
    with base.context.database.read() as connection:
        assert of_record(connection, "prospects", record) is not None
    assert base.waiting() == 0


def test_row_5_a_late_write_is_waited_for_and_the_newest_value_stands(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"phone": "old"})
    base.fault("drop-before", method="PATCH")
    with pytest.raises(RemoteUnreachable):
        base.sync(settle=60)
    edit(base.context, record, {"phone": "newest"})
    before = base.requests()
    with pytest.raises(StillSettling):
        base.sync(settle=60)
    assert base.requests() == before
    base.clock.sleep(50)
    # The request that nobody waits for any more is carried out now.
    base.theirs(remote, phone="old")
    base.clock.sleep(15)
    outcome = base.sync(settle=60)
    assert (outcome.conflicts, outcome.pending, base.seen(remote, "phone")) == (0, 0, "newest")


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
    edit(base.context, record, {"phone": "kept"})
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
    assert base.seen(remote, "phone") == "kept"


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
    listed.theirs(remote, phone="news")
    before = listed.count("SELECT count(*) FROM prospects")
    control(listed.box, "faults", UNREADABLE[name] | {"path": "listRecords", "times": 100})
    with pytest.raises(JourneydeskError):
        listed.sync()
    assert listed.count("SELECT count(*) FROM prospects") == before
    assert listed.count("SELECT count(*) FROM prospects WHERE phone = 'news'") == 0
    listed.fair_weather()
    listed.sync()
    assert listed.count("SELECT count(*) FROM prospects WHERE phone = 'news'") == 1


def test_row_9_a_value_of_a_wrong_type_changes_nothing_locally(base: Base) -> None:
    record, remote = base.one()
    phone = base.field(record, "phone")
    base.box.workspace.bases[base.box.base_id].tables[base.map.table_id].records[remote].cells[base.map.fields["phone"]] = 5
    base.theirs(remote, job_title="and this is read")
    base.sync()
    assert (base.field(record, "phone"), base.field(record, "job_title")) == (phone, "and this is read")
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
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        base.fault("redirect", location=f"http://127.0.0.1:{server.server_port}/", times=100)
        with pytest.raises(RemoteTrouble, match="redirects"):
            base.sync()
    finally:
        server.shutdown()
        server.server_close()
    assert heard == []


def test_row_12_an_interrupted_listing_concludes_nothing(tmp_path: Path) -> None:
    with based(tmp_path / "w", prospects=350, feed=False) as base:
        base.walk_due()
        interrupted: list[int] = []

        def seam(place: str) -> None:
            if place == "after page" and not interrupted:
                interrupted.append(control(base.box, "iterators", {})["expired"])

        outcome = base.sync(seam)
        assert interrupted[0] > 0
        assert (outcome.deleted, outcome.conflicts) == (0, 0)
        assert base.count("SELECT count(*) FROM prospects") == 350


def test_row_12_a_listing_interrupted_three_times_is_given_up(tmp_path: Path) -> None:
    with based(tmp_path / "w", prospects=350, feed=False) as base:
        base.walk_due()

        def seam(place: str) -> None:
            if place == "after page":
                control(base.box, "iterators", {})

        with pytest.raises(WalkExpired):
            base.sync(seam)
        assert base.count("SELECT count(*) FROM prospects WHERE deleted = 0") == 350


def test_row_13_a_row_that_a_listing_lacks_is_asked_for_and_stays(base: Base) -> None:
    record, remote = base.one()
    table = base.box.workspace.bases[base.box.base_id].tables[base.map.table_id]
    whole = dict(table.records)
    base.walk_due()

    def seam(place: str) -> None:
        # The listing of prospects is over when the first page of another table is stored.
        table.records.update(whole)

    del table.records[remote]
    outcome = base.sync(seam)
    assert outcome.deleted == 0
    assert base.field(record, "key") is not None


@pytest.mark.parametrize("gone", [12, 30])
def test_row_14_when_much_of_a_table_is_gone_a_person_is_asked(base: Base, gone: int) -> None:
    records = [base.one(place) for place in range(gone)]
    mine = records[0][0]
    edit(base.context, mine, {"phone": "kept"})
    companies = [base.field(record, "company") for record, _ in records]
    base.delete_there(*(remote for _, remote in records))
    outcome = base.sync()
    (question,) = base.notes(sync_notes.MASS_REMOTE_DELETE)
    assert sum(company in question for company in companies) == 3
    assert outcome.deleted == 0
    assert base.count("SELECT count(*) FROM prospects WHERE deleted = 0") == 30
    assert base.field(mine, "phone") == "kept"


def test_row_14_what_is_confirmed_goes_except_local_edits(base: Base) -> None:
    from journeydesk.services.commands.outbox import confirm_deletes
    from journeydesk.services.queries.outbox import sync_details

    records = [base.one(place) for place in range(12)]
    edit(base.context, records[0][0], {"phone": "kept"})
    base.delete_there(*(remote for _, remote in records))
    base.sync()
    (note,) = [one for one in sync_details(base.context).notes if one.question]
    confirm_deletes(base.context, note)
    assert base.sync().deleted == 11
    assert [one.kind for one in base.questions()] == ["gone"]
    assert base.notes(sync_notes.MASS_REMOTE_DELETE) == []


def test_row_14_many_local_deletes_need_a_persons_word(base: Base) -> None:
    from journeydesk.services.commands.outbox import confirm_deletes
    from journeydesk.services.queries.outbox import sync_details

    records = [base.one(place) for place in range(12)]
    delete_prospects(base.context, [record for record, _ in records])
    base.sync()
    assert base.remote.get(base.map.table_id, records[0][1]) is not None
    (note,) = [one for one in sync_details(base.context).notes if one.question]
    confirm_deletes(base.context, note)
    base.sync()
    assert all(base.remote.get(base.map.table_id, remote) is None for _, remote in records)


def test_row_15_a_revoked_token_stops_sync_and_keeps_every_edit(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"phone": "kept"})
    token = control(base.box, "tokens", {})["token"]
    base.remote = base.connect(token)
    import httpx

    httpx.request("DELETE", f"{base.box.control_url}/tokens", json={"token": token}).raise_for_status()
    with pytest.raises(TokenRefused, match="new token"):
        base.sync()
    assert base.waiting() == 1
    base.remote = base.connect(base.box.token)
    base.sync()
    assert base.seen(remote, "phone") == "kept"


@pytest.mark.parametrize("scopes", [["data.records:read", "schema.bases:read"], ["schema.bases:read"]])
def test_row_15_a_scope_that_was_cut_stops_sync_and_keeps_every_edit(base: Base, scopes: list[str]) -> None:
    record, _ = base.one()
    edit(base.context, record, {"phone": "kept"})
    base.remote = base.connect(control(base.box, "tokens", {"scopes": scopes})["token"])
    base.walk_due()
    with pytest.raises(AccessDenied, match="permission"):
        base.sync()
    assert (base.waiting(), base.field(record, "phone")) == (1, "kept")


def test_row_15_a_base_no_longer_shared_deletes_nothing(base: Base) -> None:
    base.remote = base.connect(control(base.box, "tokens", {"bases": []})["token"])
    base.walk_due()
    with pytest.raises(AccessDenied):
        base.sync()
    assert base.count("SELECT count(*) FROM prospects WHERE deleted = 0") == 30


def test_row_16_another_field_edited_before_our_write_survives(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"phone": "ours"})

    def seam(place: str) -> None:
        if place == "before call":
            base.theirs(remote, job_title="theirs")

    base.sync(seam)
    assert (base.seen(remote, "phone"), base.seen(remote, "job_title")) == ("ours", "theirs")
    base.sync()
    assert base.field(record, "job_title") == "theirs"


def test_row_17_the_same_field_edited_then_is_kept_in_the_history(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"phone": "ours"})
    done: list[str] = []

    def seam(place: str) -> None:
        if place == "before call" and not done:
            done.append(place)
            base.theirs(remote, phone="written in that moment")

    base.sync(seam)
    base.sync()
    assert base.seen(remote, "phone") == "ours"
    (told,) = base.notes(sync_notes.OVERWRITTEN)
    assert "written in that moment" in told
    with base.context.database.read() as connection:
        kept = sql.scalars(connection, "SELECT old FROM field_history WHERE lid = ? AND field = 'phone'", (record,))
        assert '"written in that moment"' in kept
        assert get_meta(connection, "last_success") is not None


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
