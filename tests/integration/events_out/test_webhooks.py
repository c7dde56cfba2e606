"""Webhooks out, held against the library of Standard Webhooks: signed, tried again on its delays, laid aside, sent again."""

import json
from datetime import UTC, datetime
from random import Random
from unittest.mock import patch

import pytest
import standardwebhooks

from journeydesk.domain.errors import UserError
from journeydesk.domain.webhooks.standard import DELAYS, judge, new_secret, signed_headers
from journeydesk.keyrings.vault import NoKeyring, Vault
from journeydesk.remote.safe_address import is_public
from journeydesk.services.events_out.delivering import send_again
from journeydesk.services.events_out.targets import (
    add_target,
    all_targets,
    change_target,
    replace_target_secret,
    target_secrets,
)
from tests.integration.events_out.conftest import Listener, Teller

ALLOWED = {"allow_private": True}


def verified(secret: str, headers: dict[str, str], body: bytes, now: datetime) -> object:
    """What their library says of a message, as if it were now."""
    with patch("standardwebhooks.webhooks.datetime") as clock:
        clock.now.return_value = now
        clock.fromtimestamp = datetime.fromtimestamp
        return standardwebhooks.Webhook(secret).verify(body.decode(), headers)


def test_a_chosen_event_is_told_once_and_their_library_verifies_it(teller: Teller, listener: Listener) -> None:
    teller.happen("application_received", "before")
    target = add_target(teller.context, listener.url, options=ALLOWED, vault=teller.open_vault)
    teller.happen("application_received", "e1", form="beta")
    teller.happen("page_viewed", "e2")
    teller.happen("beta_activated", "e3")
    assert teller.tell() == 2
    assert teller.tell() == 0
    (secret,) = target_secrets(teller.context.database.folder, target.id, teller.now, teller.open_vault)
    for heard in listener.heard:
        verified(secret, heard.headers, heard.body, teller.now)
        with pytest.raises(standardwebhooks.WebhookVerificationError):
            verified(new_secret(), heard.headers, heard.body, teller.now)
    first = json.loads(listener.heard[0].body)
    assert (first["type"], first["data"]["event_id"], first["data"]["contact_name"]) == (
        "application.received",
        "e1",
        "Ida Quill",
    )
    assert [json.loads(heard.body)["type"] for heard in listener.heard] == ["application.received", "beta.activated"]
    assert all(len(heard.body) < 20_000 and "." not in heard.headers["webhook-id"] for heard in listener.heard)


def test_a_failure_is_tried_on_the_delays_under_the_same_id(teller: Teller, listener: Listener) -> None:
    listener.answers = [(500, {}, b"broken")]
    add_target(teller.context, listener.url, options=ALLOWED, vault=teller.open_vault)
    teller.happen("application_received", "e1")
    for delay in DELAYS:
        teller.turn(seconds=delay * 1.11 + 1)
        assert teller.tell() == 1
        assert teller.tell() == 0
    ((state, attempts, answer),) = teller.rows("SELECT state, attempts, answer FROM delivery")
    assert (state, attempts, answer) == ("dead", 10, "500 broken")
    assert len({heard.headers["webhook-id"] for heard in listener.heard}) == 1
    assert len({heard.headers["webhook-timestamp"] for heard in listener.heard}) == 10
    listener.answers = [(200, {}, b"")]
    ((number,),) = teller.rows("SELECT number FROM delivery")
    assert send_again(teller.context, [number]) == 1
    assert teller.tell() == 1
    assert teller.rows("SELECT state FROM delivery") == [("sent",)]


def test_an_address_that_is_gone_is_told_nothing_more(teller: Teller, listener: Listener) -> None:
    listener.answers = [(410, {}, b"")]
    target = add_target(teller.context, listener.url, options=ALLOWED, vault=teller.open_vault)
    teller.happen("application_received", "e1")
    teller.happen("application_received", "e2")
    assert teller.tell() == 1
    assert [each.state for each in all_targets(teller.context)] == ["gone"]
    change_target(teller.context, all_targets(teller.context)[0], state="on")
    listener.answers = [(200, {}, b"")]
    teller.happen("application_received", "e3")
    teller.tell()
    assert target.id == all_targets(teller.context)[0].id
    assert "e3" in {json.loads(heard.body)["data"]["event_id"] for heard in listener.heard}


def test_a_redirect_is_no_success_and_is_not_followed(teller: Teller, listener: Listener) -> None:
    listener.answers = [(302, {"Location": listener.url + "/elsewhere"}, b"")]
    add_target(teller.context, listener.url, options=ALLOWED, vault=teller.open_vault)
    teller.happen("application_received", "e1")
    teller.tell()
    assert [heard.path for heard in listener.heard] == ["/hook"]
    assert teller.rows("SELECT state FROM delivery") == [("waiting",)]


def test_a_private_address_is_refused_unless_it_is_allowed(teller: Teller, listener: Listener) -> None:
    for refused, words in (
        (listener.url, "127.0.0.1 lies in a private network"),
        ("https://[fe80::1]/hook", "fe80::1 lies in a private network"),
        ("http://intranet/hook", "Use https"),
    ):
        with pytest.raises(UserError, match=words) as problem:
            add_target(teller.context, refused)
        assert "--allow-private" in str(problem.value)
        assert "Allow private addresses" in str(problem.value)
    add_target(teller.context, listener.url.replace("http://127.0.0.1", "https://localhost"), vault=teller.open_vault)
    teller.happen("application_received", "e1")
    teller.tell()
    ((state, answer),) = teller.rows("SELECT state, answer FROM delivery")
    assert state == "dead"
    assert "lies in a private network or on this computer" in answer
    assert "--allow-private" in answer
    assert listener.heard == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("::1", False),
        ("fe80::1", False),
        ("::ffff:10.0.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) == public


def test_both_secrets_sign_while_one_replaces_the_other(teller: Teller, listener: Listener) -> None:
    target = add_target(teller.context, listener.url, options=ALLOWED, vault=teller.open_vault)
    folder = teller.context.database.folder
    (old,) = target_secrets(folder, target.id, teller.now, teller.open_vault)
    new = replace_target_secret(folder, target.id, teller.now, teller.open_vault)
    teller.happen("application_received", "e1")
    teller.tell()
    for secret in (old, new):
        verified(secret, listener.heard[0].headers, listener.heard[0].body, teller.now)
    teller.turn(days=2)
    assert target_secrets(folder, target.id, teller.now, teller.open_vault) == [new]


def test_who_asks_to_wait_is_waited_for() -> None:
    now = datetime(2026, 5, 19, tzinfo=UTC)
    assert judge(429, {"retry-after": "120"}, 1, now, Random(1)).wait == 120
    assert judge(503, {"retry-after": "Tue, 19 May 2026 00:10:00 GMT"}, 1, now, Random(1)).wait == 600
    assert judge(429, {"retry-after": "soon"}, 1, now, Random(1)).wait < 10
    assert judge(200, {"retry-after": "120"}, 1, now, Random(1)).state == "sent"


def test_an_event_may_be_any_but_must_be_one(teller: Teller) -> None:
    with pytest.raises(UserError, match="not an event type"):
        add_target(teller.context, "https://example.com/hook", ["danced"])
    with pytest.raises(UserError, match="at least one"):
        add_target(teller.context, "https://example.com/hook", [])
    with pytest.raises(UserError, match="not an address"):
        add_target(teller.context, "ftp://example.com/hook")


def test_a_message_of_ours_is_one_of_theirs() -> None:
    secret, now = new_secret(), datetime.now(UTC)
    body = json.dumps({"type": "beta.activated", "data": {"name": "Łąkowisko 蒼嶺"}}, ensure_ascii=False).encode()
    headers = signed_headers("msg_1", int(now.timestamp()), body, [secret])
    assert standardwebhooks.Webhook(secret).verify(body.decode(), headers) == json.loads(body)
    theirs = standardwebhooks.Webhook(secret).sign("msg_1", now, body.decode())
    assert theirs in headers["webhook-signature"]


def test_who_has_no_secret_kept_is_not_told(teller: Teller, listener: Listener) -> None:
    def locked() -> Vault:
        raise NoKeyring("There is none.")

    with pytest.raises(NoKeyring):
        add_target(teller.context, listener.url, options=ALLOWED, vault=locked)
    assert all_targets(teller.context) == []
