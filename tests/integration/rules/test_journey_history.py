"""First and last touch, the history of entry points, and the time in each stage (docs/rules.md, "The fold")."""

import json

from journeydesk.services.commands.prospects import move
from journeydesk.services.queries.standing import journey_history
from tests.integration.rules.conftest import Desk


def test_every_stay_has_its_time_and_the_last_one_lasts_until_now(desk: Desk) -> None:
    prospect = desk.prospect()
    desk.event(prospect, "application_received", desk.ago(days=20))
    desk.event(prospect, "application_accepted", desk.ago(days=5))
    move(desk.context, prospect, "Deal", "Technical Review", reason="more to check")
    desk.pass_time(hours=7)
    stays = journey_history(desk.context, prospect).stays["Deal"]
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
    history = journey_history(desk.context, prospect)
    assert history.first is not None
    assert history.last is not None
    assert (history.first.cta, history.first.page, history.first.utm) == ("Webinar replay", "/webinar", "newsletter")
    assert (history.last.cta, history.last.page) == ("Pricing page", "/pricing")
    assert [entry.cta for entry in history.entries] == ["Webinar replay", "Contact form"]


def test_a_visitor_known_before_has_no_first_touch_but_a_last_one(desk: Desk) -> None:
    prospect = desk.prospect()
    desk.event(prospect, "cta_clicked", desk.ago(days=2), cta="Pricing page", payload=json.dumps({"returning": True}))
    history = journey_history(desk.context, prospect)
    assert (history.first, history.entries, history.known_before) == (None, (), True)
    assert history.last is not None


def test_nothing_happened_yet(desk: Desk) -> None:
    history = journey_history(desk.context, desk.prospect())
    assert (history.stays, history.first, history.last, history.entries) == ({}, None, None, ())
