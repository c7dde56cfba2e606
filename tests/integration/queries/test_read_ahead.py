"""What a window shows first is read while it is made: the list takes that once, and reads by itself whatever else it is asked for."""

import threading

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.services.queries.lists import shown_ids
from journeydesk.services.queries.lists.shown_ids import ReadAhead, ShownIds, first_shown
from journeydesk.services.queries.lists.views import FIRST_VIEW, read_ahead, saved_views
from journeydesk.services.rows.prospects import ListView
from tests.integration.office import Office


@pytest.fixture
def reading(office: Office, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the threads that read a first list of an office with two prospects."""
    for company in ("Quillon Freight", "Ortega Glass"):
        office.prospect(company=company, next_follow_up=office.context.today().isoformat(), status="Accepted")
    threads, read = list[str](), shown_ids._first_shown

    def noted(*asked: object) -> ShownIds:
        threads.append(threading.current_thread().name)
        return read(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(shown_ids, "_first_shown", noted)
    return threads


def _first(office: Office) -> ListView:
    return next(view.view for view in saved_views(office.context) if view.id == FIRST_VIEW)


def test_the_first_list_is_what_was_read_ahead(office: Office, reading: list[str]) -> None:
    plain = first_shown(office.context, _first(office))
    read_ahead(office.context)
    found = first_shown(office.context, _first(office))
    assert (len(found.ids), found) == (2, plain)
    assert reading == ["MainThread", "read-ahead"]


def test_it_is_taken_once(office: Office, reading: list[str]) -> None:
    read_ahead(office.context)
    first_shown(office.context, _first(office))
    office.prospect(company="Skerrivane", next_follow_up=office.context.today().isoformat(), status="Accepted")
    assert len(first_shown(office.context, _first(office)).ids) == 3
    assert reading == ["read-ahead", "MainThread"]


def test_what_was_written_meanwhile_is_in_the_first_list(office: Office, reading: list[str]) -> None:
    view = _first(office)
    read_ahead(office.context)
    ahead = office.context.ahead
    assert ahead is not None
    assert ahead(view) is not None
    office.prospect(company="Skerrivane", next_follow_up=office.context.today().isoformat(), status="Accepted")
    assert len(first_shown(office.context, view).ids) == 3
    assert reading == ["read-ahead", "MainThread"]


def test_another_view_is_read_by_who_asks_for_it(office: Office, reading: list[str]) -> None:
    read_ahead(office.context)
    found = first_shown(office.context, ListView(search="Ortega"))
    assert len(found.ids) == 1
    assert reading[-1] == "MainThread"


def test_what_cannot_be_read_ahead_is_asked_again(office: Office, reading: list[str]) -> None:
    def fails() -> ListView:
        raise UserError("no such view")

    office.context.ahead = ReadAhead(office.context, fails, lambda _ids: None).take
    assert len(first_shown(office.context, ListView()).ids) == 2
    assert reading == ["MainThread"]


def test_the_list_does_not_wait_for_what_is_read_after_it(office: Office, reading: list[str]) -> None:
    taken = threading.Event()
    ahead = ReadAhead(office.context, ListView, lambda _ids: taken.wait(30))
    office.context.ahead = ahead.take
    assert len(first_shown(office.context, ListView()).ids) == 2
    taken.set()
    assert reading == ["read-ahead"]
