"""Stripe's key: typed or piped, checked with Stripe, kept in the keyring, taken away."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journeydesk.__main__ import main
from journeydesk.config import Connections
from journeydesk.domain.errors import KeyringMissing, UserError
from journeydesk.sandbox.stripe.access import read_everything
from journeydesk.services.payments.stripe_key import SecretLiveKey, connect_stripe, forget_stripe, stripe_access
from journeydesk.services.sync.checking import check_service
from journeydesk.sync.ports import RemoteUnreachable, TokenRefused
from tests.fakes.open_keyring import OpenKeyring
from tests.integration.payments.conftest import Account, Desk


@pytest.fixture
def secrets(vault: OpenKeyring) -> dict[tuple[str, str], str]:
    return vault.secrets


@pytest.fixture
def known(account: Account) -> Connections:
    return Connections(None, None, None, account.box.stripe_url, None, "Amaia Etxarri", None, 0.0)


def reading(account: Account, secret: str = "rk_test_reads", **less: str) -> str:
    """A restricted key that reads what Journeydesk needs, less some."""
    return account.key(secret, **{**read_everything(), **less})


ENVIRONMENT_KEY = "rk_test_of_the_environment"


def with_key(known: Connections, key: str) -> Connections:
    return Connections(None, None, None, known.stripe_url, key, known.actor, None, 0.0)


def kept(secrets: dict[tuple[str, str], str]) -> list[str]:
    """The keys, each without the host that it is kept with."""
    return [json.loads(secret)["token"] for secret in secrets.values()]


def test_a_key_that_stripe_takes_is_kept(
    desk: Desk, account: Account, known: Connections, secrets: dict[tuple[str, str], str]
) -> None:
    key = reading(account)
    assert stripe_access(desk.context, known) is None
    check = connect_stripe(desk.context, known, f"  {key}\n")
    assert (check.mode, check.restricted, check.problems) == ("test", True, ())
    assert kept(secrets) == [key]
    access = stripe_access(desk.context, known)
    assert access is not None
    assert (access.url, access.key) == (known.stripe_url, key)


def test_the_environments_key_goes_first(
    desk: Desk, account: Account, known: Connections, secrets: dict[tuple[str, str], str]
) -> None:
    connect_stripe(desk.context, known, reading(account))
    access = stripe_access(desk.context, with_key(known, ENVIRONMENT_KEY))
    assert access is not None
    assert (access.key, access.secret_live) == (ENVIRONMENT_KEY, False)


def test_a_key_is_taken_out_of_the_keyring(
    desk: Desk, account: Account, known: Connections, secrets: dict[tuple[str, str], str]
) -> None:
    assert not forget_stripe(desk.context)
    connect_stripe(desk.context, known, reading(account))
    assert forget_stripe(desk.context)
    assert (secrets, stripe_access(desk.context, known)) == ({}, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "No key was given"),
        ("hello", "no Stripe key"),
        ("pk_live_123456", "publishable"),
        ("whsec_123456", "webhook"),
        ("pat123.abc", "Airtable token"),
        ("rk_live_", "no Stripe key"),
        ("rk_live_é", "no Stripe key"),
        ("rk_live_" + "x" * 2_000, "no Stripe key"),
    ],
)
def test_what_is_no_key_is_refused_unasked(
    desk: Desk, account: Account, known: Connections, secrets: dict[tuple[str, str], str], text: str, words: str
) -> None:
    before = desk.requests().get("stripe GET", 0)
    with pytest.raises(UserError, match=words):
        connect_stripe(desk.context, known, text)
    assert (secrets, desk.requests().get("stripe GET", 0)) == ({}, before)


def test_a_secret_live_key_needs_a_persons_word(
    desk: Desk, account: Account, known: Connections, secrets: dict[tuple[str, str], str]
) -> None:
    key = account.key("sk_live_moves_money")
    with pytest.raises(SecretLiveKey, match="could move money"):
        connect_stripe(desk.context, known, key)
    assert secrets == {}
    check = connect_stripe(desk.context, known, key, secret_live=True)
    assert (check.mode, check.restricted) == ("live", False)
    access = stripe_access(desk.context, known)
    assert access is not None
    assert access.secret_live
    assert check_service(desk.context, known, "Stripe")


def test_a_key_that_stripe_refuses_is_not_kept(desk: Desk, known: Connections, secrets: dict[tuple[str, str], str]) -> None:
    with pytest.raises(TokenRefused):
        connect_stripe(desk.context, known, "rk_test_unknown")
    assert secrets == {}


def test_without_stripe_no_key_is_kept(desk: Desk, secrets: dict[tuple[str, str], str]) -> None:
    nowhere = Connections(None, None, None, "http://127.0.0.1:9", None, None, None, 0.0)
    with pytest.raises(RemoteUnreachable):
        connect_stripe(desk.context, nowhere, "rk_test_reads_all")
    assert secrets == {}


def test_a_right_that_is_missing_is_said_and_the_key_kept(
    desk: Desk, account: Account, known: Connections, secrets: dict[tuple[str, str], str]
) -> None:
    key = reading(account, disputes="none", events="none")
    problems = connect_stripe(desk.context, known, key).problems
    assert [words for words in ("disputes", "events") if any(words in problem for problem in problems)] == [
        "disputes",
        "events",
    ]
    assert (len(problems), kept(secrets)) == (2, [key])


def test_a_key_without_any_right_is_not_kept(
    desk: Desk, account: Account, known: Connections, secrets: dict[tuple[str, str], str]
) -> None:
    with pytest.raises(UserError, match="may read nothing"):
        connect_stripe(desk.context, known, account.key("rk_test_nothing"))
    assert secrets == {}


def test_a_key_of_the_other_mode_is_said(
    desk: Desk, account: Account, known: Connections, secrets: dict[tuple[str, str], str]
) -> None:
    desk.sync()
    with pytest.raises(UserError, match="of Stripe's test mode, and the key is of its live mode"):
        connect_stripe(desk.context, known, reading(account, "rk_live_reads"))
    assert secrets == {}


def test_without_a_keyring_the_key_is_refused(desk: Desk, account: Account, known: Connections) -> None:
    with pytest.raises(KeyringMissing):
        connect_stripe(desk.context, known, reading(account))
    assert stripe_access(desk.context, known) is None


Command = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def command(tmp_path: Path, account: Account, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    monkeypatch.setenv("JOURNEYDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("JOURNEYDESK_ACTOR", "Amaia Etxarri")
    monkeypatch.setenv("JOURNEYDESK_STRIPE_URL", account.box.stripe_url)
    (tmp_path / "home" / "workspace").mkdir(parents=True)
    (tmp_path / "home" / "workspace" / "unencrypted").touch()

    def run(*words: str, typed: str = "") -> tuple[int, Any, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        status = main(("setup", *words, "--json"))
        printed = capsys.readouterr()
        return status, json.loads(printed.out) if printed.out else None, printed.err

    return run


def test_the_command_reads_the_key_from_standard_input(
    command: Command, account: Account, secrets: dict[tuple[str, str], str]
) -> None:
    key = reading(account, disputes="none")
    status, facts, said = command("--stripe", typed=f"{key}\n")
    assert (status, facts["mode"], facts["restricted"], kept(secrets)) == (3, "test", True, [key])
    assert "disputes" in said
    assert key not in said + json.dumps(facts)
    assert command("--forget-stripe")[:2] == (0, {"forgotten": True})
    assert secrets == {}


def test_the_command_asks_before_it_takes_a_secret_live_key(
    command: Command, account: Account, secrets: dict[tuple[str, str], str]
) -> None:
    key = account.key("sk_live_moves_money")
    status, facts, said = command("--stripe", typed=key)
    assert (status, facts, secrets) == (1, None, {})
    assert "rk_live_" in said
    assert "--accept-secret-key" in said
    assert command("--stripe", "--accept-secret-key", typed=key)[0] == 0
    assert kept(secrets) == [key]


def test_the_command_takes_no_key_as_an_argument(command: Command) -> None:
    with pytest.raises(SystemExit):
        command("--stripe", "rk_test_1")
