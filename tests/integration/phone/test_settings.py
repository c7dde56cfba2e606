"""How the phone's page is set: never on every network, never by a name that no browser opens; and its card among the services."""

import argparse
import asyncio
import subprocess
import sys
from typing import Any

import pytest
from starlette.types import Message, Scope

from journeydesk.domain.errors import UserError, WorldError
from journeydesk.receiver import command
from journeydesk.receiver.application import no_application
from journeydesk.receiver.phone.by_name import PhoneByName
from journeydesk.receiver.security_log import SecurityLog
from journeydesk.services.phone.card import PHONE, check_phone_page
from journeydesk.services.phone.settings import (
    PhoneSettings,
    change_phone,
    note_trouble,
    phone_settings,
    trouble,
    usual_address,
)
from journeydesk.services.queries.integrations import service_states
from journeydesk.services.receiver.running import receiver_place
from journeydesk.storage.sync.meta import set_meta
from tests.integration.office import Office
from tests.integration.phone.conftest import Phone


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"host": "0.0.0.0"}, "every network"),
        ({"host": "::"}, "every network"),
        ({"host": "phone"}, "is not an address of this computer"),
        ({"name": "https://desk.example.com"}, "without https://"),
        ({"name": "desk"}, "is not a name"),
        ({"port": 80}, "Port 80"),
        ({"port": 70_000}, "Port 70"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_is_kept(office: Office, values: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        change_phone(office.context, on=True, **values)
    assert phone_settings(office.context) == PhoneSettings()


@pytest.mark.parametrize("stored", ["[]", "{", '{"on": "yes", "port": "8"}', "null"])
def test_what_cannot_be_read_counts_as_not_set(office: Office, stored: str) -> None:
    with office.context.database.write() as connection:
        set_meta(connection, "phone", stored)
    assert phone_settings(office.context) == PhoneSettings()


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        (PhoneSettings(), ""),
        (PhoneSettings(host="192.0.2.14"), "https://192.0.2.14:8765"),
        (PhoneSettings(host="fd00::5"), "https://[fd00::5]:8765"),
        (PhoneSettings(host="192.0.2.14", name="desk.example.com"), "https://desk.example.com"),
    ],
)
def test_the_address_is_what_a_phone_opens(settings: PhoneSettings, address: str) -> None:
    assert settings.address == address


def test_a_network_of_people_goes_before_one_of_containers() -> None:
    offered = [("docker0", "172.17.0.1"), ("tun0", "10.8.0.2"), ("wlan0", "192.168.1.20")]
    assert usual_address(offered) == "192.168.1.20"
    assert usual_address(offered[:1]) == "172.17.0.1"
    assert usual_address([]) == ""


def test_trouble_is_forgotten_when_the_settings_change(office: Office) -> None:
    note_trouble(office.context, "Port 8765 is taken.")
    assert trouble(office.context) == "Port 8765 is taken."
    change_phone(office.context, on=True, host="192.0.2.14")
    assert trouble(office.context) == ""


def test_its_card_says_how_many_phones_there_are(paired: Phone) -> None:
    change_phone(paired.office.context, on=True, host="127.0.0.1")
    (card,) = [state for state in service_states(paired.office.context) if state.name == PHONE]
    assert (card.state, card.subtitle) == ("Not checked", "1 phone paired")


def test_its_check_opens_the_page_as_a_phone_would(phone: Phone) -> None:
    context = phone.office.context
    place = receiver_place(context)
    assert place.take()
    try:
        change_phone(context, on=True, host="127.0.0.1", port=phone.server.port)
        assert check_phone_page(context) == "The page answers · 0 phones"
        phone.server.stop()
        with pytest.raises(WorldError, match="does not answer"):
            check_phone_page(context)
    finally:
        place.let_go()
    with pytest.raises(WorldError, match="is not served"):
        check_phone_page(context)


def _asked(application: PhoneByName, host: str, path: str) -> int:
    """The status of what is answered to a request for this host."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", host.encode())]
    scope: Scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
                    "headers": headers, "client": ("127.0.0.1", 1), "scheme": "http", "root_path": "", "http_version": "1.1"}  # fmt: skip
    asyncio.run(application(scope, receive, send))
    return int(sent[0]["status"])


def test_the_teams_own_name_leads_to_the_pages_and_no_other(office: Office) -> None:
    log = SecurityLog(office.context)
    application = PhoneByName(no_application, office.context, log, lambda: "desk.example.com")
    for host in ("desk.example.com", "DESK.example.com:443"):
        assert _asked(application, host, "/phone/pair") == 200
    assert _asked(application, "127.0.0.1:8714", "/phone/pair") == 404
    assert _asked(PhoneByName(no_application, office.context, log, lambda: ""), "desk.example.com", "/phone/pair") == 404
    log.close()


def test_of_the_page_nothing_is_imported_before_it_is_switched_on() -> None:
    script = "import sys, journeydesk.receiver.serving; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", script], text=True).split()
    assert "fastapi" in loaded
    assert not {"jinja2", "cryptography", "journeydesk.receiver.phone.application"}.intersection(loaded)


@pytest.mark.parametrize("missing", ["jinja2", "cryptography"])
def test_what_the_page_needs_is_missed_at_the_start_not_on_a_phone(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "find_spec", lambda name: None if name == missing else object())
    with pytest.raises(UserError, match=rf"needs the library {missing}"):
        command.main(argparse.Namespace())
