"""First and last touch, the history of entry points, and the time in each stage (docs/rules.md, "The fold")."""

import json

from journeydesk.services.commands.prospects import move
from journeydesk.services.queries.standing import way_of
from tests.integration.rules.conftest import Desk


def test_every_stay_has_its_time_and_the_last_one_lasts_until_now(desk: Desk) -> None:
    prospect = desk.prospect()
    desk.event(prospect, "application_received", desk.ago(days=20))
    desk.event(prospect, "application_accepted", desk.ago(days=5))
    move(desk.context, prospect, "Deal", "Technical Review", reason="more to check")
    desk.pass_time(hours=7)
    stays = way_of(desk.context, prospect).stays["Deal"]
    assert [(one.name, round(one.seconds(desk.moment) / 3600)) for one in stays] == [
        ("Technical Review", 7),
        ("Beta Accepted", 5 * 24),
        ("New Application", 15 * 24),
    ]
    assert [one.left_at is None for one in stays] == [True, False, False]
    assert stays[0].actor == desk.context.actor


def test_first_and_last_touch_and_every_entry_point_are_told(desk: Desk) -> None:
    prospect = desk.prospect()
    first = json.dumps({"page": "/webinar", "utm_source": "newsletter"})
    desk.event(prospect, "cta_clicked", desk.ago(days=9), cta="Webinar replay", payload=first)
    desk.event(prospect, "inquiry_submitted", desk.ago(days=4), cta="Contact form", payload=json.dumps({"page": "/contact"}))
    desk.event(prospect, "cta_clicked", desk.ago(days=1), cta="Pricing page", payload=json.dumps({"page": "/pricing"}))
    way = way_of(desk.context, prospect)
    assert way.first is not None
    assert way.last is not None
    assert (way.first.cta, way.first.page, way.first.utm) == ("Webinar replay", "/webinar", "newsletter")
    assert (way.last.cta, way.last.page) == ("Pricing page", "/pricing")
    assert [entry.cta for entry in way.entries] == ["Webinar replay", "Contact form"]


def test_a_visitor_known_before_has_no_first_touch_but_a_last_one(desk: Desk) -> None:
    prospect = desk.prospect()
    desk.event(prospect, "cta_clicked", desk.ago(days=2), cta="Pricing page", payload=json.dumps({"returning": True}))
    way = way_of(desk.context, prospect)
    assert (way.first, way.entries, way.known_before) == (None, (), True)
    assert way.last is not None


def test_nothing_happened_yet(desk: Desk) -> None:
    way = way_of(desk.context, desk.prospect())
    assert (way.stays, way.first, way.last, way.entries) == ({}, None, None, ())
