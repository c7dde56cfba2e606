"""The phone's pages over https: who comes in, what they show, and what their forms do, each once."""

import re
import socket
import ssl
from datetime import timedelta

import httpx
import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_of
from journeydesk.services.commands.undoing import undo
from journeydesk.services.phone.pairing import paired_phones, remove_phone
from tests.integration.phone.conftest import Phone

PROSPECT = "/phone/prospects/1"
PLACES = ("/phone/", "/phone/prospects", PROSPECT, "/phone/alerts")


def _interactions(phone: Phone) -> list[tuple[object, ...]]:
    return phone.office.rows("SELECT type, outcome, summary, duration, owner FROM interactions WHERE deleted = 0 ORDER BY lid")


@pytest.mark.parametrize("place", PLACES)
def test_a_stranger_is_led_to_the_pairing(phone: Phone, place: str) -> None:
    answer = phone.browser.get(place)
    assert (answer.status_code, answer.headers["location"]) == (303, "/phone/pair")


def test_a_stranger_changes_nothing(phone: Phone) -> None:
    answer = phone.browser.post(f"{PROSPECT}/notes", data={"request": "r1", "note": "hello"})
    assert answer.headers["location"] == "/phone/pair"
    assert _interactions(phone) == []


@pytest.mark.parametrize("place", PLACES)
def test_a_page_is_small_and_loads_nothing_from_elsewhere(paired: Phone, place: str) -> None:
    answer = paired.browser.get(place)
    assert len(answer.content) < 60_000
    assert re.findall(r'(?:src|href)="(?:https?:)?//', answer.text) == []
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


def test_today_says_what_is_late_and_whom_to_call(paired: Phone) -> None:
    page = paired.page("/phone/")
    for words in (
        "Tuesday 19 May",
        "1 call left · 1 late",
        "Start 1 call",
        "Due Thu 14 May, 5 days late",
        'href="tel:+441632960118"',
    ):
        assert words in page


def test_a_time_of_day_stands_with_its_day_and_stands_out(paired: Phone) -> None:
    office = paired.office
    office.add(
        "tasks", title="Follow up", kind="Follow-up", prospect=1, due="2026-05-19T14:30:00.000Z", owner=office.context.actor
    )
    page = paired.page("/phone/")
    local = moment_of("2026-05-19T14:30:00.000Z").astimezone(office.context.settings.time_zone)
    assert f'<span class="pressing">Today, {local:%H:%M}</span>' in page
    # A title that says no more than its kind is not said twice.
    assert ">Makena Wairimu · Follow up</span>" in page


def test_search_finds_by_any_word(paired: Phone) -> None:
    assert "Tinrock Hydraulics" in paired.page("/phone/prospects?q=wairimu")
    assert "Nobody fits these words." in paired.page("/phone/prospects?q=nobody")


def test_what_a_record_holds_is_text_and_never_markup(paired: Phone) -> None:
    hostile = '<img src=x onerror=alert(1)>"&'
    record = paired.office.prospect(company=hostile, owner=paired.office.context.actor, next_follow_up="2026-05-19")
    for place in ("/phone/", "/phone/prospects", f"/phone/prospects/{record}"):
        page = paired.page(place)
        assert "<img" not in page
        assert "&lt;img src=x" in page


def test_a_call_is_logged_with_what_comes_next(paired: Phone) -> None:
    answer = paired.send(f"{PROSPECT}/calls", outcome="Reached", note="Signs on Friday.", minutes="6", day="2026-05-22")
    assert (answer.status_code, answer.headers["location"]) == (303, PROSPECT)
    assert _interactions(paired) == [("Call", "Reached", "Signs on Friday.", 6, paired.office.context.actor)]
    assert paired.office.values("prospects", RecordId(1))["next_follow_up"] == "2026-05-22"


def test_a_call_is_one_step_to_undo_on_the_computer(paired: Phone) -> None:
    paired.send(f"{PROSPECT}/calls", outcome="Reached", note="Signs on Friday.", day="2026-05-22")
    undo(paired.office.context)
    assert _interactions(paired) == []
    assert paired.office.values("prospects", RecordId(1))["next_follow_up"] == "2026-05-14"


def test_the_same_form_twice_is_one_call(paired: Phone) -> None:
    answers = [paired.send(f"{PROSPECT}/calls", "r1", outcome="Reached", note="Once.") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [303] * 3
    assert len(_interactions(paired)) == 1


def test_another_text_under_an_old_id_is_another_call(paired: Phone) -> None:
    for note in ("First.", "Second."):
        paired.send(f"{PROSPECT}/calls", "r1", outcome="Reached", note=note)
    assert [row[2] for row in _interactions(paired)] == ["First.", "Second."]


def test_a_script_is_answered_with_what_was_done(paired: Phone) -> None:
    form = {"request": "r1", "outcome": "Voicemail"}
    answer = paired.browser.post(f"{PROSPECT}/calls?queue=1", data=form, headers={"Accept": "application/json"})
    assert answer.json() == {"said": "The call is saved.", "next": "/phone/"}


@pytest.mark.parametrize(
    ("sheet", "fields", "sentence"),
    [
        ("calls", {}, "write at least a word"),
        ("calls", {"outcome": "Reached", "minutes": "soon"}, "“soon” is no number"),
        ("calls", {"outcome": "Reached", "minutes": "9999"}, "out of range"),
        ("calls", {"outcome": "Reached", "day": "pick"}, "pick the day"),
        ("calls", {"outcome": "Reached", "day": "31 Feb"}, "is no day"),
        ("calls", {"outcome": "Delighted"}, "Delighted"),
        ("calls", {"outcome": "Reached", "at": "yesterday"}, "a time that is none"),
        ("notes", {"note": "   "}, "write at least a word"),
        ("tasks", {"title": "Offer"}, "choose a day"),
        ("status", {"status": "FRIEND"}, "is not a status"),
    ],
)
def test_wrong_input_is_said_beside_what_was_typed(paired: Phone, sheet: str, fields: dict[str, str], sentence: str) -> None:
    before = paired.office.contents()
    answer = (
        paired.send(f"{PROSPECT}/{sheet}", note=fields.pop("note", "kept words"), **fields)
        if sheet == "calls" and fields
        else (paired.send(f"{PROSPECT}/{sheet}", **fields))
    )
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "<dialog" in answer.text
    assert " open>" in answer.text
    if sheet == "calls" and fields:
        assert "kept words" in answer.text
    assert paired.office.contents() == before


def test_a_note_a_step_and_a_status_are_saved(paired: Phone) -> None:
    paired.send(f"{PROSPECT}/notes", note="Two sites.")
    paired.send(f"{PROSPECT}/tasks", title="Send the offer", day="pick", picked="2026-05-26")
    paired.send(f"{PROSPECT}/status", status="LEAD_QUALIFIED")
    stored = paired.office.values("prospects", RecordId(1))
    assert _interactions(paired)[0][:3] == ("Follow-up", None, "Two sites.")
    assert (stored["next_follow_up"], stored["customer_status"]) == ("2026-05-26", "LEAD_QUALIFIED")


def test_a_task_is_finished_with_a_press(paired: Phone) -> None:
    task = paired.office.add("tasks", title="Send the offer", prospect=1, kind="Follow-up", owner=paired.office.context.actor)
    assert paired.send(f"/phone/tasks/{task}/done").status_code == 303
    assert paired.office.values("tasks", task)["done_at"]


@pytest.mark.parametrize(("verb", "status"), [("seen", "Acknowledged"), ("done", "Actioned"), ("snooze", "Pending")])
def test_an_alert_is_triaged(paired: Phone, verb: str, status: str) -> None:
    office = paired.office
    alert = office.add(
        "alerts",
        prospect=1,
        rule="stage jump",
        priority="Urgent",
        status="Pending",
        reason="Jumped",
        raised_at=office.ago(hours=1),
    )
    assert "Jumped" in paired.page("/phone/alerts")
    paired.send(f"/phone/alerts/{alert}/{verb}")
    assert office.values("alerts", alert)["status"] == status
    assert "Nothing here." in paired.page("/phone/alerts")


def test_the_calls_of_the_day_follow_one_another(paired: Phone) -> None:
    second = paired.office.prospect(company="Second", owner=paired.office.context.actor, next_follow_up="2026-05-15")
    answer = paired.send(f"{PROSPECT}/calls?queue=1", outcome="Reached", day="2026-05-22")
    assert answer.headers["location"] == f"/phone/prospects/{second}?queue=1"


def test_a_form_of_another_site_is_refused(paired: Phone) -> None:
    for origin in ("https://evil.example", "null"):
        form = {"request": "r1", "note": "x"}
        answer = paired.browser.post(f"{PROSPECT}/notes", data=form, headers={"Origin": origin})
        assert answer.status_code == 403
    assert _interactions(paired) == []


def test_a_removed_phone_is_out_with_its_next_request(paired: Phone) -> None:
    (known,) = paired_phones(paired.office.context)
    remove_phone(paired.office.context, known.id)
    assert paired.browser.get("/phone/").headers["location"] == "/phone/pair"
    answer = paired.browser.post(f"{PROSPECT}/notes", data={"request": "r"}, headers={"Accept": "application/json"})
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "place",
    ["/phone/settings", "/phone/export", "/phone/prospects/99999", "/phone/prospects/1/delete", "/phone/..%2fphone.crt"],
)
def test_there_is_no_more_than_the_pages(paired: Phone, place: str) -> None:
    assert paired.browser.get(place).status_code in (404, 405)


def test_the_cookie_is_for_this_host_and_https_alone(phone: Phone) -> None:
    from journeydesk.services.phone.pairing import invite

    answer = phone.browser.post("/phone/pair", data={"code": invite(phone.office.context).code})
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-")
    for word in ("HttpOnly", "Secure", "SameSite=strict", "Path=/"):
        assert word in cookie


def test_plain_http_is_not_spoken(phone: Phone) -> None:
    with socket.create_connection(("127.0.0.1", phone.server.port), timeout=5) as line:
        line.sendall(b"GET /phone/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert b"HTTP/1.1 2" not in line.recv(1000)


def test_a_name_that_is_not_ours_is_refused(phone: Phone) -> None:
    assert phone.browser.get("/phone/pair", headers={"Host": "evil.example"}).status_code == 400


def test_another_certificate_is_not_trusted(phone: Phone) -> None:
    with pytest.raises(httpx.ConnectError), httpx.Client(verify=ssl.create_default_context(), trust_env=False) as browser:
        browser.get(f"https://127.0.0.1:{phone.server.port}/phone/pair")


def test_a_call_that_began_after_the_computers_clock_counts_as_now(paired: Phone) -> None:
    later = (paired.office.moment + timedelta(hours=1)).isoformat()
    assert paired.send(f"{PROSPECT}/calls", outcome="Reached", at=later).status_code == 303
    assert paired.office.rows("SELECT date FROM interactions") == [(paired.office.ago(),)]
