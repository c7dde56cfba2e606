"""The checks of this computer: each on its own, and of the services the same as their cards say."""

import json
from dataclasses import asdict
from functools import partial
from pathlib import Path

import pytest

from journeydesk.remote.opening import REMOTE_SLUG
from journeydesk.services.agent.waiting import DOOR
from journeydesk.services.context import Context
from journeydesk.services.mail.account import account_for
from journeydesk.services.phone.settings import change_phone
from journeydesk.services.queries.integrations import CARDS, FILES, NOTIFICATIONS, service_states
from journeydesk.services.receiver.settings import change_receiver
from journeydesk.services.scenarios.account import ACCOUNT
from journeydesk.services.sync.checking import check_of, check_service, newest_payment
from journeydesk.services.sync.pill import ago
from journeydesk.services.workspace.doctor import Check, airtable, folders, look, service_checks
from journeydesk.storage.engine import sql
from journeydesk.storage.receiver import outgoing
from journeydesk.storage.sync.api_calls import note_check, note_worked
from journeydesk.storage.sync.meta import set_meta
from tests.integration.office import Office
from tests.workspaces import NOWHERE


def test_a_check_that_breaks_does_not_stop_the_others() -> None:
    def broken() -> Check:
        raise ZeroDivisionError("by zero")

    first, second = look([("first", broken), ("second", lambda: Check("second", True, "well"))])
    assert (first.ok, first.fix) == (False, "ZeroDivisionError: by zero")
    assert second.ok


def test_the_folders_of_data_settings_and_logs_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JOURNEYDESK_HOME", str(tmp_path))
    found = folders().found
    assert f"workspace {tmp_path / 'workspace'}," in found
    assert f"logs {tmp_path / 'workspace' / 'logs'}," in found
    assert found.endswith(f"settings {tmp_path}")


def switch_everything_on(context: Context) -> None:
    """Each service of the page of integrations is set up, so that no card is off."""
    change_receiver(context, on=True)
    change_phone(context, on=True)
    with context.database.write() as connection:
        team = json.dumps({"host": "eu1.make.example", "team": 1, "team_name": "Sales", "user": 1})
        mail = json.dumps(asdict(account_for("amaia@acme.example", "Amaia", "127.0.0.1:1")))
        on = {"mail_account": mail, "claude_connected": "1", DOOR: "open", "checkout_connected": "1", ACCOUNT: team}
        for key, value in (on | {f"{REMOTE_SLUG}_base": "app1"}).items():
            set_meta(connection, key, value)
        sql.run(connection, "INSERT INTO stripe_cursor (name, value) VALUES ('charge', '')")
        for kind in ("webhook", "ga4", "mixpanel"):
            outgoing.put_target(
                connection, outgoing.TargetRow(kind, kind, "https://example.com", json.dumps(["login"]), "{}", "on", "", 0)
            )
        for local in (FILES, NOTIFICATIONS):
            note_check(connection, local, context.now(), True, "well", 0.1)


def said_by_doctor(context: Context, *, offline: bool) -> dict[str, Check]:
    """The lines of the services by name."""
    base = ("airtable", partial(airtable, context, NOWHERE, offline=offline))
    return {check.name: check for check in look([base, *service_checks(context, NOWHERE, offline=offline)])}


def test_what_is_off_is_not_looked_at(office: Office) -> None:
    assert service_checks(office.context, NOWHERE) == []


@pytest.mark.parametrize("offline", [False, True])
def test_doctor_says_of_every_card_what_the_page_says(office: Office, offline: bool) -> None:
    context = office.context
    switch_everything_on(context)
    with context.database.write() as connection:
        for number, card in enumerate(CARDS):
            # A third works, a third fails since an hour, a third answers slowly.
            note_check(connection, card.name, office.ago(hours=2), True, "well", 6.0 if number % 3 == 2 else 0.1)
            if number % 3 == 1:
                note_check(connection, card.name, office.ago(hours=1), False, f"{card.name} is away", 0.1)
    said = said_by_doctor(context, offline=offline)
    # Read after it: what was asked is on the page, too.
    states = {state.name.lower(): state for state in service_states(context)}
    assert said.keys() == states.keys() == {card.name.lower() for card in CARDS}
    for name, state in states.items():
        seen = ago(state.last_success, context.clock()) if state.last_success else "never"
        assert state.state != "Off", name
        assert said[name].found.endswith(f"last success {seen}"), name
        assert said[name].ok == (state.state != "Not working"), name
        assert said[name].fix == state.problem_text, name
        assert ("slow" in said[name].found) == (state.state == "Slow"), name
    assert {state.state for state in states.values()} >= {"Working", "Not working"}


def test_offline_nobody_is_asked_and_what_was_seen_is_said(office: Office) -> None:
    context = office.context
    switch_everything_on(context)
    with context.database.write() as connection:
        note_worked(connection, "Stripe", office.ago(hours=3))
    said = said_by_doctor(context, offline=True)
    assert (said["stripe"].ok, said["stripe"].found) == (True, "not asked now; last success 3 h ago")
    silent = {name for name, check in said.items() if check.found.startswith("not asked now")}
    assert silent == {"airtable", "stripe", "payment links", "claude", "make.com", "e-mail", "notifications"}


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
