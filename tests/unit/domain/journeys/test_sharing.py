"""Which events the team must have, and the one that stands for a day of the others (docs/rules.md, "Sharing events")."""

import json
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.journeys.events import EVENT_TYPES, Event
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.journeys.sharing import daily_sum, is_shared
from journeydesk.domain.rules.facts import WATCHED
from tests.unit.domain.rules.building import SETTINGS
from tests.unit.domain.test_fold import event

DAY = date(2026, 5, 1)
TO_THEMSELVES = {"page_viewed", "link_clicked", "email_opened", "gate_viewed"}


@pytest.mark.parametrize("kind", sorted(EVENT_TYPES))
def test_only_what_moves_and_alerts_nobody_stays_on_its_machine(kind: str) -> None:
    assert is_shared(SETTINGS, kind) is (kind not in TO_THEMSELVES)
    assert is_shared(replace(SETTINGS, share_all_events=True), kind)


def test_an_event_that_the_team_lets_move_a_journey_is_shared() -> None:
    moving = replace(SETTINGS, moves={**SETTINGS.moves, "page_viewed": (("Deal", 2),)})  # type: ignore[dict-item]
    assert is_shared(moving, "page_viewed")
    assert not is_shared(moving, "link_clicked")


@pytest.mark.parametrize("kind", sorted(TO_THEMSELVES))
def test_what_stays_on_its_machine_says_nothing_to_fold_or_rules(kind: str) -> None:
    assert fold(SETTINGS, [event(1, kind, stage="5", points=50)]) == fold(SETTINGS, [])
    assert kind not in WATCHED


VIEWS = st.lists(
    st.tuples(st.integers(1, 60), st.sampled_from(["/a", "/b", "/c", ""])), min_size=1, max_size=12, unique_by=lambda v: v[0]
)


def views(pages: list[tuple[int, str]]) -> list[Event]:
    return [event(number, "page_viewed", page=page) for number, page in pages]


@given(VIEWS, st.randoms())
def test_a_sum_is_the_same_in_whatever_order_its_events_come(pages: list[tuple[int, str]], chance: Random) -> None:
    events = views(pages)
    shuffled = list(events)
    chance.shuffle(shuffled)
    assert daily_sum("BETA-1", DAY, shuffled) == daily_sum("BETA-1", DAY, events)


@given(VIEWS)
def test_a_sum_counts_its_events_and_their_pages(pages: list[tuple[int, str]]) -> None:
    total = daily_sum("BETA-1", DAY, views(pages))
    named = [page for _, page in pages if page]
    metadata = dict(total.metadata())
    assert metadata.pop("of", {}) == {page: named.count(page) for page in named}
    assert metadata == {"count": len(pages), "day": "2026-05-01"}


@given(VIEWS)
def test_a_sum_stands_at_its_last_event(pages: list[tuple[int, str]]) -> None:
    events = views(pages)
    total, last = daily_sum("BETA-1", DAY, events), max(events, key=lambda view: view.occurred_at)
    assert (total.occurred_at, total.arrived_at, total.type) == (last.occurred_at, last.arrived_at, "page_viewed")
    assert (total.source, total.stage, total.cta) == ("daily sum", None, None)


def test_other_events_days_or_prospects_make_another_sum() -> None:
    one, two = event(1, "page_viewed"), event(2, "page_viewed")
    totals = [
        daily_sum("BETA-1", DAY, [one]),
        daily_sum("BETA-1", DAY, [one, two]),
        daily_sum("BETA-2", DAY, [one]),
        daily_sum("BETA-1", date(2026, 5, 2), [one]),
        daily_sum("BETA-1", DAY, [replace(one, type="link_clicked")]),
    ]
    assert len({total.id for total in totals}) == len(totals)
    assert all(total.id.startswith("SUM-") and len(total.id) == 28 for total in totals)


def test_a_sum_names_no_more_than_the_twenty_most_frequent() -> None:
    events = [event(number, "page_viewed", page=f"/{number % 30}") for number in range(30)]
    events += [event(100 + number, "page_viewed", page="/0") for number in range(3)]
    names = daily_sum("BETA-1", DAY, events).metadata()["of"]
    assert (len(names), names["/0"]) == (20, 4)
    assert list(names) == sorted(names)


@pytest.mark.parametrize(
    ("metadata", "name"),
    [
        ({"template": "Welcome", "page": "/a"}, "Welcome"),
        ({"variant": "B", "page": "/a"}, "B"),
        ({"page": "/a", "url": "https://b.example"}, "/a"),
        ({"url": "https://b.example", "cta": "C"}, "https://b.example"),
        ({"cta": "C"}, "C"),
        ({"template": "", "page": 5}, "5"),
    ],
)
def test_an_event_is_named_by_template_variant_page_or_link(metadata: dict[str, object], name: str) -> None:
    named = replace(event(1, "page_viewed"), payload=json.dumps(metadata))
    assert daily_sum("BETA-1", DAY, [named]).metadata()["of"] == {name: 1}
