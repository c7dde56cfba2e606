"""The client of Airtable against a service that answers wrongly: each answer is an error of the port, none a crash."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RemoteId
from journeydesk.remote.airtable.bases import list_bases
from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import (
    AccessDenied,
    Feed,
    FeedLost,
    RateLimited,
    RemoteRecord,
    RemoteTrouble,
    RemoteUnreachable,
    TokenRefused,
)
from tests.fakes.scripted_service import Reply, ScriptedService, scripted

A = RemoteId("rec00000000000001")
RECORD = {"id": A, "fields": {"fld1": "x"}, "createdTime": "2026-01-01T00:00:00.000Z"}
SCHEMA = {"tables": [{"id": "tbl1", "name": "Deals", "primaryFieldId": "fld1", "fields": []}]}


@pytest.fixture(scope="module")
def running() -> Iterator[ScriptedService]:
    with scripted() as service:
        yield service


@pytest.fixture
def service(running: ScriptedService) -> ScriptedService:
    running.requests.clear()
    running.answers({})
    return running


@pytest.fixture
def remote(service: ScriptedService) -> AirtableRemote:
    return AirtableRemote(service.url, "patTOKEN", "app1", Pace(0, time.monotonic, time.sleep))


CALLS: dict[str, Callable[[AirtableRemote], Any]] = {
    "create_table": lambda remote: remote.create_table(PROSPECTS, {}),
    "schema": lambda remote: remote.schema(),
    "pages": lambda remote: list(remote.pages("tbl1", ["fld1"], None)),
    "fetch": lambda remote: remote.fetch("tbl1", [A], ["fld1"]),
    "find": lambda remote: remote.find("tbl1", "fld1", ["x"], ["fld1"]),
    "get": lambda remote: remote.get("tbl1", A),
    "upsert": lambda remote: remote.upsert("tbl1", "fld1", [{"fld1": "x"}]),
    "patch": lambda remote: remote.patch("tbl1", [RemoteRecord(A, {"fld1": "x"})]),
    "open_feed": lambda remote: remote.open_feed(),
    "read_feed": lambda remote: remote.read_feed(Feed("ach1", 1, tells_schema=True)),
}
WRONG: list[Any] = [
    [],
    [None],
    "text",
    7,
    None,
    {"records": None, "tables": None, "payloads": None},
    {"records": {}, "tables": {"a": 1}},
    {"records": [None], "tables": [None], "payloads": [None], "cursor": 2},
    {"records": ["x"], "tables": ["x"], "payloads": ["x"], "cursor": 2},
    {"records": [{"id": "x", "fields": {}}], "tables": [{}], "id": 7},
    {"id": None, "fields": None},
    Reply("{", headers={"Content-Encoding": "identity"}),
    Reply(b"\xff\xfe"),
    Reply("", status=200),
    Reply("not gzip", headers={"Content-Encoding": "gzip"}),
]


@pytest.mark.parametrize("call", CALLS, ids=str)
@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_a_wrong_answer_is_trouble(service: ScriptedService, remote: AirtableRemote, call: str, wrong: Any) -> None:
    service.answers(wrong)
    with pytest.raises(RemoteTrouble):
        CALLS[call](remote)


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_a_page_with_status_200_is_no_answer_of_airtable(service: ScriptedService, remote: AirtableRemote, call: str) -> None:
    service.answers(Reply("<html>Sign in</html>", content_type="text/html; charset=utf-8"))
    with pytest.raises(RemoteUnreachable, match="page to sign in"):
        CALLS[call](remote)


@pytest.mark.parametrize("call", sorted(CALLS.keys() - {"read_feed"}))
def test_a_refused_token_is_told_by_every_call(service: ScriptedService, remote: AirtableRemote, call: str) -> None:
    service.answers(Reply({"errors": ["x"]}, 401))
    with pytest.raises(TokenRefused):
        CALLS[call](remote)


@pytest.mark.parametrize("records", [[], [RECORD, RECORD]], ids=["fewer", "more"])
@pytest.mark.parametrize("call", ["upsert", "patch"])
def test_a_write_must_answer_every_record_it_wrote(
    service: ScriptedService, remote: AirtableRemote, call: str, records: list[Any]
) -> None:
    service.answers({"records": records})
    with pytest.raises(RemoteTrouble):
        CALLS[call](remote)


@pytest.mark.parametrize(
    ("stamp", "told"),
    [
        ("Tue, 19 May 2026 09:05:00 GMT", "2026-05-19T09:05:00.000Z"),
        ("Tue, 19 May 2026 11:05:00 +0200", "2026-05-19T09:05:00.000Z"),
        ("", ""),
        ("yesterday", ""),
        ("Tue, 99 May 2026 09:05:00 GMT", ""),
        ("Fri, 31 Dec 9999 23:59:59 -2300", ""),
        ("Fri, 31 Dec 9999 23:59:59 GMT", ""),
        ("Thu, 01 Jan 1970 00:00:00 GMT", ""),
        ("Mon, 01 Jan 0100 00:00:00 GMT", ""),
        ("Tue, 31 Dec 2019 23:59:59 GMT", ""),
        ("Wed, 01 Jan 2020 00:00:00 GMT", "2020-01-01T00:00:00.000Z"),
        ("Thu, 31 Dec 2099 00:00:00 GMT", "2099-12-31T00:00:00.000Z"),
        ("Fri, 01 Jan 2100 00:00:00 GMT", ""),
    ],
)
def test_an_absurd_clock_is_as_good_as_none(service: ScriptedService, remote: AirtableRemote, stamp: str, told: str) -> None:
    service.answers(Reply({"records": []}, headers={"Date": stamp} if stamp else {}))
    (page,) = remote.pages("tbl1", ["fld1"], None)
    assert page.server_time == told


def test_the_clock_of_a_refusal_or_a_page_is_not_taken(service: ScriptedService, remote: AirtableRemote) -> None:
    stamp = {"Date": "Tue, 19 May 2026 09:05:00 GMT"}
    service.answers(Reply({}, 500, stamp), Reply("<html>", 200, stamp, "text/html"), {"records": []})
    for _ in range(2):
        with pytest.raises((RemoteTrouble, RemoteUnreachable)):
            remote.schema()
    assert next(remote.pages("tbl1", ["fld1"], None)).server_time == ""


def test_a_rate_limit_pauses_every_later_request(service: ScriptedService) -> None:
    slept = [0.0]
    pace = Pace(0, lambda: sum(slept), slept.append)
    remote = AirtableRemote(service.url, "patTOKEN", "app1", pace)
    service.answers(Reply({}, 429, {"Retry-After": "0.2"}), SCHEMA)
    with pytest.raises(RateLimited) as limited:
        remote.schema()
    assert limited.value.seconds >= 30
    assert [table.id for table in remote.schema()] == ["tbl1"]
    assert sum(slept) == pytest.approx(limited.value.seconds)


def test_a_redirect_is_refused_and_not_followed(service: ScriptedService, remote: AirtableRemote) -> None:
    service.answers(Reply({}, 302, {"Location": f"{service.url}/elsewhere"}), SCHEMA)
    with pytest.raises(RemoteTrouble, match="redirects"):
        remote.schema()
    assert len(service.requests) == 1


def test_every_request_counts_answered_or_not(service: ScriptedService, remote: AirtableRemote) -> None:
    service.answers(Reply({}, 500), SCHEMA)
    with pytest.raises(RemoteTrouble):
        remote.schema()
    remote.schema()
    assert remote.calls == 2


def test_a_walk_goes_on_with_the_page_that_failed(service: ScriptedService, remote: AirtableRemote) -> None:
    second = RECORD | {"id": "rec00000000000002"}
    service.answers({"records": [RECORD], "offset": "o1"}, Reply({}, 503), {"records": [second]})
    pages = remote.pages("tbl1", ["fld1"], None)
    assert [record.id for record in next(pages).records] == [A]
    with pytest.raises(RemoteTrouble):
        next(pages)
    assert [record.id for record in next(pages).records] == ["rec00000000000002"]
    assert list(pages) == []
    offsets = [request.body.get("offset") for request in service.requests if isinstance(request.body, dict)]
    assert offsets == [None, "o1", "o1"]


def test_a_walk_since_a_moment_asks_a_little_earlier(service: ScriptedService, remote: AirtableRemote) -> None:
    service.answers({"records": []})
    list(remote.pages("tbl1", ["fld1"], "2026-05-19T09:05:00.000Z"))
    body = service.requests[0].body
    assert isinstance(body, dict)
    assert body["filterByFormula"].count("2026-05-19T09:00:00.000Z") == 2


def test_a_fetch_of_nothing_asks_nothing(service: ScriptedService, remote: AirtableRemote) -> None:
    assert remote.fetch("tbl1", [], ["fld1"]) == []
    assert remote.find("tbl1", "fld1", [], ["fld1"]) == []
    assert (service.requests, remote.calls) == ([], 0)


def test_a_key_cannot_break_out_of_its_formula(service: ScriptedService, remote: AirtableRemote) -> None:
    service.answers({"records": []})
    remote.find("tbl1", "fld1", ["a'),TRUE()"], ["fld1"])
    body = service.requests[0].body
    assert isinstance(body, dict)
    assert body["filterByFormula"] == r"{fld1}='a\'),TRUE()'"


def test_several_keys_are_asked_for_at_once_over_all_pages(service: ScriptedService, remote: AirtableRemote) -> None:
    younger, older = RECORD, {"id": "rec00000000000002", "fields": {}, "createdTime": "2025-01-01T00:00:00.000Z"}
    service.answers({"records": [younger], "offset": "o1"}, {"records": [older]})
    records = remote.find("tbl1", "fld1", ["a", "b"], ["fld1"])
    assert [record.id for record in records] == ["rec00000000000002", A]
    bodies = [request.body for request in service.requests]
    assert [isinstance(body, dict) and body["filterByFormula"] for body in bodies] == ["OR({fld1}='a',{fld1}='b')"] * 2


@pytest.mark.parametrize(("status", "error"), [(403, FeedLost), (404, FeedLost), (401, TokenRefused), (500, RemoteTrouble)])
def test_a_feed_that_is_refused_is_lost(
    service: ScriptedService, remote: AirtableRemote, status: int, error: type[Exception]
) -> None:
    service.answers(Reply({}, status))
    with pytest.raises(error):
        remote.read_feed(Feed("ach1", 1, tells_schema=True))


def test_a_feed_without_the_schema_is_better_than_none(service: ScriptedService, remote: AirtableRemote) -> None:
    service.answers(Reply({}, 403), {"id": "ach1"})
    assert remote.open_feed() == Feed("ach1", 1, tells_schema=False)
    service.answers({"id": "ach2"})
    assert remote.open_feed() == Feed("ach2", 1, tells_schema=True)


def test_where_no_feed_is_allowed_access_is_denied(service: ScriptedService, remote: AirtableRemote) -> None:
    service.answers(Reply({}, 403))
    with pytest.raises(AccessDenied):
        remote.open_feed()


@pytest.mark.parametrize("status", [200, 403, 404])
def test_closing_a_feed_that_is_gone_is_no_error(service: ScriptedService, remote: AirtableRemote, status: int) -> None:
    service.answers(Reply({}, status))
    remote.close_feed(Feed("ach1", 1, tells_schema=True))
    assert [(request.method, request.path) for request in service.requests] == [("DELETE", "/v0/bases/app1/webhooks/ach1")]


def test_tables_and_fields_are_made_where_they_belong(service: ScriptedService, remote: AirtableRemote) -> None:
    service.answers({"id": "tbl9"})
    assert remote.create_table(PROSPECTS, {}) == "tbl9"
    remote.create_field("tbl1", PROSPECTS.fields[0], {})
    assert [(request.method, request.path) for request in service.requests] == [
        ("POST", "/v0/meta/bases/app1/tables"),
        ("POST", "/v0/meta/bases/app1/tables/tbl1/fields"),
    ]


def test_bases_are_listed_over_all_pages(service: ScriptedService) -> None:
    service.answers({"bases": [{"id": "app1", "name": "One"}], "offset": "o1"}, {"bases": [{"id": "app2", "name": "Two"}]})
    assert list_bases(service.url, "patTOKEN") == [("app1", "One"), ("app2", "Two")]
    assert service.requests[1].path.endswith("offset=o1")
    assert service.requests[0].headers["Authorization"] == "Bearer patTOKEN"


@pytest.mark.parametrize("wrong", [{}, {"bases": None}, {"bases": [None]}, {"bases": [{"id": "app1"}]}, [None], 7], ids=str)
def test_what_is_no_list_of_bases_is_trouble(service: ScriptedService, wrong: object) -> None:
    service.answers(wrong)
    with pytest.raises(RemoteTrouble):
        list_bases(service.url, "patTOKEN")


@pytest.mark.parametrize("address", ["http://airtable.example", "ftp://127.0.0.1", "127.0.0.1", ""])
def test_a_token_goes_to_no_unsafe_address(address: str) -> None:
    with pytest.raises(UserError, match="not safe"):
        AirtableRemote(address, "patTOKEN", "app1", Pace(0, time.monotonic, time.sleep))
