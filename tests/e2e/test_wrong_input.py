"""Wrong input: a sentence, an exit status, nothing changed."""

import json
import shutil
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.sandbox.server import Sandbox
from tests.e2e.conftest import PASSPHRASE, Shell, set_up, shell_in
from tests.e2e.test_commands import exported, first_key


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One for all: nothing wrong arrives there."""
    with Sandbox.start(prospects=25, lift_limits=True) as running:
        yield running


@pytest.fixture(scope="module")
def first(sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """What each test has a copy of."""
    return set_up(shell_in(tmp_path_factory.mktemp("first") / "home", sandbox))


@pytest.fixture
def synced(first: Shell, tmp_path: Path) -> Shell:
    """Set up and synced once."""
    shutil.copytree(first.home, tmp_path / "home")
    return Shell(first.environment | {"JOURNEYDESK_HOME": str(tmp_path / "home")}, tmp_path / "home")


def test_a_wrong_token_is_named_and_what_to_do(synced: Shell) -> None:
    synced.environment["JOURNEYDESK_AIRTABLE_TOKEN"] = "patWRONG.wrong"
    assert "does not accept the access token" in synced.run("sync", status=1)


def test_a_missing_permission_names_the_permissions_needed(synced: Shell, sandbox: Sandbox) -> None:
    body = json.dumps({"token": "patREADONLY.x", "scopes": ["data.records:read", "schema.bases:read"]}).encode()
    request = urllib.request.Request(f"{sandbox.control_url}/tokens", data=body, method="POST")
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 200
    synced.environment["JOURNEYDESK_AIRTABLE_TOKEN"] = "patREADONLY.x"
    synced.run("log", "--prospect", first_key(synced), "--type", "Call", "--summary", "May not be sent")
    assert "data.records:write" in synced.run("sync", status=1)
    assert any(row.get("Summary") == "May not be sent" for row in exported(synced, "Customer Interactions"))


def test_an_unknown_base_is_named(synced: Shell) -> None:
    synced.environment["JOURNEYDESK_AIRTABLE_BASE"] = "appAAAAAAAAAAAAAA"
    assert "appAAAAAAAAAAAAAA" in synced.run("setup", status=1)


def test_an_unreachable_host_keeps_everything_and_says_so(synced: Shell) -> None:
    key = first_key(synced)
    synced.environment["JOURNEYDESK_AIRTABLE_URL"] = "http://127.0.0.1:9"
    synced.run("log", "--prospect", key, "--type", "Call", "--summary", "Offline")
    assert "saved here" in synced.run("setup", status=1)
    assert any(row.get("Summary") == "Offline" for row in exported(synced, "Customer Interactions"))


def test_an_unsafe_address_never_gets_the_token(synced: Shell) -> None:
    synced.environment["JOURNEYDESK_AIRTABLE_URL"] = "http://airtable.example"
    assert "not safe" in synced.run("setup", status=1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shoe Size,Hat\n44,7\n", "no column is one of Beta Applications"),
        ("\n\n", "is empty"),
        ("", "is empty"),
        ("a\0b", "binary data"),
    ],
)
def test_a_malformed_file_is_refused_whole(synced: Shell, tmp_path: Path, text: str, words: str) -> None:
    before = exported(synced, "Beta Applications")
    file = tmp_path / "bad.csv"
    file.write_text(text, encoding="utf-8")
    assert words in synced.run("import", str(file), "--table", "Beta Applications", status=1)
    assert exported(synced, "Beta Applications") == before


def test_a_row_that_cannot_be_read_is_named_and_left_out(synced: Shell, tmp_path: Path) -> None:
    before = exported(synced, "Beta Applications")
    file = tmp_path / "bad.csv"
    file.write_text('Company,Email\n"Acme,a@b.example\nBolt,no address\n', encoding="utf-8")
    facts = synced.json("import", str(file), "--table", "Beta Applications", "--failed", str(tmp_path / "f.csv"), status=3)
    assert [(error["row"], error["field"]) for error in facts["errors"]] == [(2, ""), (3, "Email")]
    assert "What is wrong" in (tmp_path / "f.csv").read_text(encoding="utf-8-sig")
    assert exported(synced, "Beta Applications") == before


def test_each_wrong_value_is_a_sentence_and_changes_nothing(synced: Shell) -> None:
    key = first_key(synced)
    before = exported(synced, "Beta Applications"), exported(synced, "Customer Interactions")
    said = [
        synced.run("log", "--prospect", key, "--type", "Call", "--summary", "x", "--follow-up", "2026-02-30", status=1),
        synced.run("log", "--prospect", key, "--type", "Telegram", "--summary", "x", status=1),
        synced.run("log", "--prospect", "BETA-NOBODY00", "--type", "Call", "--summary", "x", status=1),
        synced.run("status", "--prospect", key, "--ltv", "10000.01", status=1),
        synced.run("status", "--prospect", key, "--set", "FRIEND", status=1),
        synced.run("move", "--prospect", key, "--journey", "Engagement", "--stage", "Nirvana", status=1),
        synced.run("move", "--prospect", key, "--journey", "Odyssey", "--stage", "1", status=1),
        synced.run("export", "--table", "Shoes", "--format", "csv", status=1),
        synced.run("report", "acquisition", "--period", "2026-W99", status=1),
        synced.run("report", "horoscope", "--period", "2026-W46", status=1),
    ]
    expected = [
        "not a date",
        "not a choice",
        "no prospect",
        "10,000.00",
        "not a status",
        "no stage",
        "no journey",
        "no table",
        "2026-W46",
        "Available",
    ]
    assert [word for word, words in zip(expected, said, strict=True) if word not in words] == []
    assert (exported(synced, "Beta Applications"), exported(synced, "Customer Interactions")) == before


def test_a_wrong_event_names_its_place_and_field(synced: Shell, tmp_path: Path) -> None:
    file = tmp_path / "events.json"
    file.write_text('[{"customer_id": "x", "event": "sneezed", "timestamp": "2026-05-18T10:00:00Z"}]', encoding="utf-8")
    assert "Event 1 of 1" in synced.run("event", str(file), status=1)


def test_a_command_without_its_arguments_is_wrong_usage(shell: Shell) -> None:
    assert "--prospect" in shell.run("log", status=2)


def test_another_passphrase_does_not_open_the_database(sandbox: Sandbox, tmp_path: Path) -> None:
    locked = shell_in(tmp_path / "home", sandbox, PASSPHRASE)
    locked.environment["JOURNEYDESK_PASSPHRASE"] = "another"
    assert "encrypted with another key" in locked.run("undo", status=1)
