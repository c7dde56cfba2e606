"""The checks of this computer: each on its own, and of the services the same as their cards say."""

import json
from functools import partial

from journeydesk.services.agent.waiting import DOOR
from journeydesk.services.phone.settings import change_phone
from journeydesk.services.queries.integrations import CARDS, NOTIFICATIONS, service_states
from journeydesk.services.receiver.settings import change_receiver
from journeydesk.services.scenarios.account import ACCOUNT
from journeydesk.services.sync.checking import check_of, check_service, newest_payment
from journeydesk.services.workspace.doctor import Check, look, service_checks
from journeydesk.storage.engine import sql
from journeydesk.storage.receiver import outgoing
from journeydesk.storage.sync.meta import set_meta
from tests.integration.office import Office
from tests.workspaces import NOWHERE


def test_a_check_that_breaks_does_not_stop_the_others() -> None:
    def broken() -> Check:
        raise ZeroDivisionError("by zero")

    first, second = look([("first", broken), ("second", lambda: Check("second", True, "well"))])
    assert (first.ok, first.fix) == (False, "ZeroDivisionError: by zero")
    assert second.ok


def test_every_service_that_is_on_is_looked_at(office: Office) -> None:
    context = office.context
    assert service_checks(context, NOWHERE) == []
    change_receiver(context, on=True)
    change_phone(context, on=True)
    with context.database.write() as connection:
        team = json.dumps({"host": "eu1.make.example", "team": 1, "team_name": "Sales", "user": 1})
        on = {"mail_account": "{}", "claude_connected": "1", DOOR: "open", "checkout_connected": "1", ACCOUNT: team}
        for key, value in on.items():
            set_meta(connection, key, value)
        sql.run(connection, "INSERT INTO stripe_cursor (name, value) VALUES ('charge', '')")
        for kind in ("webhook", "ga4", "mixpanel"):
            outgoing.put_target(
                connection, outgoing.TargetRow(kind, kind, "https://example.com", json.dumps(["login"]), "{}", "on", "", 0)
            )
    shown = {state.name.lower() for state in service_states(context) if state.state != "Off"}
    looked_at = [name for name, _ in service_checks(context, NOWHERE)]
    assert set(looked_at) == shown
    assert set(looked_at) == {card.name.lower() for card in CARDS if not card.local} - {"airtable"}
    offline = [name for name, _ in service_checks(context, NOWHERE, offline=True)]
    assert not {"claude", "e-mail", "stripe"} & set(offline)
    assert {"events in", "phone page", "events out"} <= set(offline)


def test_each_service_has_a_check_of_its_own(office: Office) -> None:
    checks = [check_of(office.context, NOWHERE, card.name) for card in CARDS if card.name != NOTIFICATIONS]
    functions = [check.func if isinstance(check, partial) else check for check in checks]
    assert functions.count(newest_payment) == 1


def test_doctor_and_card_say_the_same_of_a_failure(office: Office) -> None:
    context = office.context
    with context.database.write() as connection:
        set_meta(connection, "claude_connected", "1")
    (found,) = look(service_checks(context, NOWHERE))
    assert not check_service(context, NOWHERE, "Claude")
    card = next(state for state in service_states(context) if state.name == "Claude")
    assert (found.name, found.ok) == ("claude", False)
    assert found.fix == card.problem_text != ""
