"""What is known of the configured remote in one place, where a token may go, what a service's clock says, and walks ahead."""

from datetime import UTC, datetime
from typing import Any

import pytest

from journeydesk.config import REMOTE_VARIABLES, connections
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RemoteId
from journeydesk.remote.airtable.limits import LIMITS
from journeydesk.remote.airtable.walk import Walk
from journeydesk.remote.opening import (
    REMOTE_ADDRESS,
    REMOTE_DEFAULT_PLAN,
    REMOTE_NAME,
    REMOTE_PLANS,
    REMOTE_SLUG,
    RemoteAccess,
    open_remote,
    quota_of,
    token_in,
)
from journeydesk.remote.safe_address import check_address
from journeydesk.remote.server_clock import server_moment
from journeydesk.sync.ports import RemoteRecord, RemoteTrouble


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("patABCDEFGHIJ.0123", "patABCDEFGHIJ.0123"),
        ("  pat1234567890\n", "pat1234567890"),
        ("pat123456789", ""),
        ("keyABCDEFGHIJ0123", ""),
        ("pat12345 67890", ""),
        ("token: pat1234567890", ""),
        ("pat123456789é", ""),
        ("", ""),
    ],
)
def test_a_token_is_told_from_other_texts(text: str, token: str) -> None:
    assert token_in(text) == token


@pytest.mark.parametrize("plan", REMOTE_PLANS)
def test_a_plan_gives_its_calls(plan: str) -> None:
    assert quota_of(plan) == REMOTE_PLANS[plan]


@pytest.mark.parametrize("plan", [None, "", "Nonsense", "team"])
def test_an_unknown_plan_counts_as_the_assumed_one(plan: str | None) -> None:
    assert quota_of(plan) == REMOTE_PLANS[REMOTE_DEFAULT_PLAN]


def test_the_configured_remote_has_one_name_everywhere() -> None:
    remote = open_remote(RemoteAccess(REMOTE_ADDRESS, "pat1234567890", "app1"))
    assert (remote.name, remote.limits, remote.calls) == (REMOTE_NAME, LIMITS, 0)
    assert REMOTE_SLUG == REMOTE_NAME.casefold() == REMOTE_VARIABLES.casefold()


@pytest.mark.parametrize(("given", "slept"), [(None, True), (0.0, False), (1000.0, False)])
def test_the_pace_may_be_another_than_the_services_own(given: float | None, slept: bool) -> None:
    waits: list[float] = []
    remote: Any = open_remote(RemoteAccess(REMOTE_ADDRESS, "pat1234567890", "app1"), given, waits.append)
    pace = remote._session._pace
    assert pace.per_second == (LIMITS.per_second if slept else given)


@pytest.mark.parametrize("name", ["URL", "TOKEN", "BASE"])
def test_the_environment_says_where_the_remote_is(name: str) -> None:
    known = connections({f"JOURNEYDESK_{REMOTE_VARIABLES}_{name}": "x"})
    assert [known.remote_url, known.remote_token, known.remote_base] == [
        "x" if name == each else None for each in ("URL", "TOKEN", "BASE")
    ]
    assert connections({f"JOURNEYDESK_{REMOTE_VARIABLES}_{name}": ""}) == connections({})


@pytest.mark.parametrize(("text", "seconds"), [("", 60.0), ("5", 5.0), ("-5", 0.0), ("soon", 60.0), ("0.5", 0.5)])
def test_a_settle_time_is_a_number_of_seconds(text: str, seconds: float) -> None:
    assert connections({"JOURNEYDESK_SYNC_SETTLE_S": text}).settle_seconds == seconds


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://api.airtable.com/", "https://api.airtable.com"),
        ("https://x.example//", "https://x.example"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://localhost", "http://localhost"),
        ("http://[::1]:80", "http://[::1]:80"),
    ],
)
def test_a_safe_address_loses_its_last_slash(url: str, address: str) -> None:
    assert check_address(url) == address


@pytest.mark.parametrize(
    "url",
    ["http://x.example", "http://127.0.0.1.x.example", "http://localhost@x.example", "ftp://localhost", "x", "", "file:///x"],
)
def test_an_unsafe_address_is_refused(url: str) -> None:
    with pytest.raises(UserError, match="not safe"):
        check_address(url)


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("Tue, 19 May 2026 09:05:00 GMT", datetime(2026, 5, 19, 9, 5, tzinfo=UTC)),
        ("Tue, 31 Dec 2019 23:59:59 GMT", None),
        ("Fri, 01 Jan 2100 00:00:00 GMT", None),
        ("Tue, 32 May 2026 09:05:00 GMT", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_sane_clock_is_believed(stamp: str | None, moment: datetime | None) -> None:
    assert server_moment(stamp) == moment


class Listing:
    """Answers listing requests out of a script, and remembers their offsets."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.offsets: list[object] = []

    def ask(self, body: dict[str, Any]) -> tuple[Any, str]:
        self.offsets.append(body.get("offset"))
        answer = self.answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer, f"at {len(self.offsets)}"

    def walk(self) -> Walk:
        return Walk(self.ask, {"fields": ["f"]}, lambda record: RemoteRecord(RemoteId(record), {}))


def test_a_walk_goes_to_its_last_page() -> None:
    listing = Listing({"records": ["a"], "offset": "o1"}, {"records": [], "offset": "o2"}, {"records": ["b"]})
    pages = list(listing.walk())
    assert [[record.id for record in page.records] for page in pages] == [["a"], [], ["b"]]
    assert [page.server_time for page in pages] == ["at 1", "at 2", "at 3"]
    assert listing.offsets == [None, "o1", "o2"]


def test_a_walk_reads_one_page_ahead_and_no_more() -> None:
    listing = Listing({"records": [], "offset": "o1"}, {"records": [], "offset": "o2"}, {"records": []})
    walk = listing.walk()
    assert listing.offsets == []
    next(walk)
    next(walk)
    assert len(listing.offsets) <= 3
    assert list(walk) != []
    assert list(walk) == []


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_page_that_failed_is_asked_for_again(place: int) -> None:
    answers: list[Any] = [{"records": ["a"], "offset": "o1"}, {"records": ["b"], "offset": "o2"}, {"records": ["c"]}]
    answers[place:place] = [RemoteTrouble("502"), RemoteTrouble("503")]
    walk = Listing(*answers).walk()
    seen, failed = [], 0
    for _ in range(5):
        try:
            seen += [record.id for record in next(walk).records]
        except RemoteTrouble:
            failed += 1
    assert (seen, failed) == (["a", "b", "c"], 2)
    assert list(walk) == []
