"""A phone's browser, or somebody at its keys, that sends what no page of ours makes: each request is answered, nothing is half done."""

import socket

import pytest

from journeydesk.receiver.phone.impatient_loop import ImpatientLoop
from journeydesk.receiver.phone.serving import PhoneServer
from journeydesk.receiver.security_log import SecurityLog
from journeydesk.services.phone.settings import PhoneSettings
from journeydesk.storage.engine import sql
from tests.integration.office import Office
from tests.integration.phone.conftest import Phone

NINES = "9" * 5_000


def _interactions(phone: Phone) -> int:
    with phone.office.context.database.read() as connection:
        return int(sql.scalar(connection, "SELECT count(*) FROM interactions") or 0)


@pytest.mark.parametrize(
    "address",
    [
        f"/phone/alerts?alert={NINES}",
        "/phone/alerts?alert=99999999999999999999",
        "/phone/alerts?alert=²&show=nothing",
        "/phone/alerts?alert=٣",
        f"/phone/prospects/{NINES}",
        "/phone/prospects/99999999999999999999",
        "/phone/prospects/-1",
        "/phone/prospects/0",
        "/phone/prospects/1?sheet=../../etc/passwd",
        f"/phone/prospects?q={'%22' * 2_000}",
        "/phone/prospects?q=%00%ff%fe",
        "/phone/prospects?q=*%20OR%20NEAR(",
    ],
    ids=lambda address: address[:40],
)
def test_an_odd_address_is_a_page_or_none(paired: Phone, address: str) -> None:
    assert paired.browser.get(address).status_code in (200, 404)


@pytest.mark.parametrize(
    ("sheet", "fields"),
    [
        ("calls", {"outcome": "Reached", "at": "0001-01-01T00:00:00+14:00"}),
        ("calls", {"outcome": "Reached", "at": "9999-12-31T23:59:59-14:00"}),
        ("calls", {"outcome": "Reached", "minutes": NINES}),
        ("calls", {"outcome": "Reached", "minutes": "1e9"}),
        ("calls", {"outcome": "Reached", "minutes": "٣"}),
        ("calls", {"outcome": "Reached", "summary": "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")}),
        ("calls", {"outcome": "Reached", "day": "9999-12-31"}),
        ("calls", {"outcome": "Reached", "day": "0001-01-01"}),
        ("calls", {"outcome": "\0"}),
        ("notes", {"text": "\0\x07"}),
        ("notes", {"text": "x" * 2_000_000}),
        ("steps", {"day": "pick", "picked": "9999-12-31", "title": "x"}),
        ("status", {"status": NINES}),
    ],
    ids=lambda value: str(value)[:60],
)
def test_an_odd_form_is_refused_or_taken_whole(paired: Phone, sheet: str, fields: dict[str, str]) -> None:
    before = _interactions(paired)
    answer = paired.send(f"/phone/prospects/1/{sheet}", **fields)
    assert answer.status_code < 500, answer.text[:300]
    assert _interactions(paired) - before == (1 if answer.status_code == 303 and sheet in ("calls", "notes") else 0)


@pytest.mark.parametrize("origin", ["http://[::1", "https://a:99999999", "null", "²"])
def test_an_origin_that_is_none_is_another_sites(paired: Phone, origin: str) -> None:
    headers = {b"Origin": origin.encode("latin-1")}
    assert paired.browser.post("/phone/prospects/1/notes", data={"text": "x"}, headers=headers).status_code == 403
    assert _interactions(paired) == 0


@pytest.mark.parametrize("body", [b"\xff\xfe", b"text=%ff%fe", b"&" * 50_000, b"text", b""])
def test_a_body_that_is_no_form_changes_nothing(paired: Phone, body: bytes) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = paired.browser.post("/phone/prospects/1/notes", content=body, headers=headers)
    assert answer.status_code < 500
    assert _interactions(paired) == 0


@pytest.mark.parametrize(
    "origin", ["null", "", "https://evil.example", "http://{host}", "https://{host}.evil.example", "{host}"]
)
def test_a_form_of_another_page_is_not_taken(paired: Phone, origin: str) -> None:
    host = f"127.0.0.1:{paired.server.port}"
    fields = {"request": "r1", "note": "not ours"}
    sent = paired.browser.post("/phone/prospects/1/notes", data=fields, headers={"Origin": origin.format(host=host)})
    assert sent.status_code == 403
    assert _interactions(paired) == 0
    assert (
        paired.browser.post("/phone/prospects/1/notes", data=fields, headers={"Origin": f"https://{host}"}).status_code == 303
    )


@pytest.mark.parametrize("sent", [b"", b"\x16\x03\x01"], ids=["silent", "half a greeting"])
def test_a_handshake_that_does_not_come_is_cut_off_on_time(
    office: Office, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(ImpatientLoop, "handshake_seconds", 0.3)
    log = SecurityLog(office.context)
    server = PhoneServer(office.context, PhoneSettings(True, "127.0.0.1", 0), log)
    try:
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
            connection.sendall(sent)
            assert connection.recv(1) == b""
    finally:
        server.stop()
        log.close()
