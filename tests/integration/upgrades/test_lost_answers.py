"""What is lost between here and Stripe is looked up; nothing is asked for twice, and a kill at any moment leaves nothing behind."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.domain.upgrades.links import EXPIRED, MAKING, NOT_MADE, OPEN, PAID, REPLACED
from journeydesk.remote.stripe.checkout import OutcomeUnknown
from journeydesk.services.upgrades.key import UPGRADES
from journeydesk.services.upgrades.making import LinkBusy, alone
from journeydesk.storage.sync.api_calls import last_checks
from journeydesk.sync.ports import AccessDenied, RemoteTrouble, RemoteUnreachable, TokenRefused
from tests.integration.upgrades.conftest import Seller, Stripe

SESSIONS = "checkout/sessions"


@pytest.mark.parametrize("kind", ["drop-after", "truncate"])
def test_a_session_whose_answer_was_lost_is_found_and_not_made_again(seller: Seller, stripe_account: Stripe, kind: str) -> None:
    stripe_account.fault(kind, method="POST", path=SESSIONS)
    link = seller.link(seller.prospect())
    assert [session["id"] for session in stripe_account.sessions()] == [link.session]
    assert seller.states() == [OPEN]


def test_a_request_that_never_arrived_is_made_once_more_with_its_key(seller: Seller, stripe_account: Stripe) -> None:
    stripe_account.fault("drop-before", method="POST", path=SESSIONS)
    link = seller.link(seller.prospect())
    assert [session["id"] for session in stripe_account.sessions()] == [link.session]
    assert seller.states() == [OPEN]


def test_an_answer_of_trouble_after_the_session_was_made_finds_it(seller: Seller, stripe_account: Stripe) -> None:
    stripe_account.fault("status-after", method="POST", path=SESSIONS, status=500)
    link = seller.link(seller.prospect())
    assert stripe_account.open_sessions() == [link.session]


def test_after_trouble_the_next_attempt_has_another_key(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    stripe_account.fault("status-before", method="POST", path=SESSIONS, status=503)
    with pytest.raises(RemoteTrouble, match="no payment link was made"):
        seller.link(prospect)
    link = seller.link(prospect)
    keys = [key for (key,) in seller.rows("SELECT key FROM checkout_link")]
    assert seller.states() == [NOT_MADE, OPEN]
    assert len(set(keys)) == 2
    assert stripe_account.open_sessions() == [link.session]


def test_what_cannot_be_looked_up_now_is_found_later(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    stripe_account.fault("drop-after", method="POST", path=SESSIONS)
    stripe_account.fault("drop-before", method="GET", path=SESSIONS, times=2)
    with pytest.raises(OutcomeUnknown, match="is looked up; nobody was charged"):
        seller.link(prospect)
    assert seller.states() == [MAKING]
    stripe_account.later(2 / 1440)
    seller.look()
    assert seller.states() == [MAKING], "the second look failed, too"
    stripe_account.later(2 / 1440)
    seller.look()
    assert seller.states() == [OPEN]
    assert seller.link(prospect).session == stripe_account.open_sessions()[0]


def test_an_attempt_that_stripe_never_made_is_given_up_after_a_look(seller: Seller, stripe_account: Stripe) -> None:
    stripe_account.fault("drop-before", method="POST", path=SESSIONS)
    stripe_account.fault("drop-before", method="GET", path=SESSIONS)
    with pytest.raises(OutcomeUnknown):
        seller.link(seller.prospect())
    stripe_account.later(2 / 1440)
    seller.look()
    assert (seller.states(), stripe_account.sessions()) == ([NOT_MADE], [])


def test_asking_again_looks_up_the_attempt_before_it(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    stripe_account.fault("drop-after", method="POST", path=SESSIONS)
    stripe_account.fault("drop-before", method="GET", path=SESSIONS)
    with pytest.raises(OutcomeUnknown):
        seller.link(prospect)
    assert seller.link(prospect).session == stripe_account.open_sessions()[0]
    assert len(stripe_account.sessions()) == 1


def test_the_closing_of_a_link_whose_answer_was_lost_is_looked_at(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    first = seller.link(prospect)
    stripe_account.fault("drop-after", method="POST", path="/expire")
    second = seller.link(prospect, anew=True)
    assert stripe_account.open_sessions() == [second.session]
    assert seller.states() == [REPLACED, OPEN]
    stripe_account.fault("drop-before", method="POST", path="/expire")
    with pytest.raises(RemoteTrouble, match="did not close the earlier link"):
        seller.link(prospect, anew=True)
    assert stripe_account.open_sessions() == [second.session] != [first.session]


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        ({"kind": "html", "status": 200}, RemoteTrouble),
        ({"kind": "huge", "megabytes": 9}, RemoteTrouble),
        ({"kind": "redirect", "location": "https://elsewhere.example/"}, RemoteTrouble),
        ({"kind": "status-before", "status": 429}, RemoteTrouble),
        ({"kind": "status-before", "status": 401, "body": '{"error": {"type": "invalid_request_error"}}'}, TokenRefused),
        ({"kind": "status-before", "status": 403, "body": '{"error": {"type": "invalid_request_error"}}'}, AccessDenied),
        ({"kind": "status-before", "status": 200, "body": "{}"}, RemoteTrouble),
        ({"kind": "status-before", "status": 200, "body": '{"object": "checkout.session", "id": "cs_1"}'}, RemoteTrouble),
        ({"kind": "status-before", "status": 200, "body": "[1]"}, RemoteTrouble),
        ({"kind": "status-before", "status": 402, "body": '{"error": {"type": "card_error", "message": "no"}}'}, RemoteTrouble),
    ],
)
def test_what_is_no_answer_makes_no_link_and_says_so(
    seller: Seller, stripe_account: Stripe, fault: dict[str, object], problem: type[JourneydeskError]
) -> None:
    prospect = seller.prospect()
    stripe_account.control("POST", "faults", {"method": "POST", "path": SESSIONS, **fault})
    try:
        made = seller.link(prospect)
    except problem:
        assert stripe_account.open_sessions() == []
        assert seller.states() == [NOT_MADE]
        assert seller.link(prospect).state == OPEN
    else:
        # Nothing was read of it, so it was asked for again under its key.
        assert stripe_account.open_sessions() == [made.session]


def test_one_byte_at_a_time_has_an_end(seller: Seller, stripe_account: Stripe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeydesk.services.upgrades.making.SECONDS", 1.0)
    prospect = seller.prospect()
    stripe_account.fault("trickle", method="POST", path=SESSIONS, seconds=0.05)
    began = time.monotonic()
    with pytest.raises((OutcomeUnknown, RemoteUnreachable)):
        seller.link(prospect)
    assert time.monotonic() - began < 10
    assert seller.states() == [MAKING]
    stripe_account.later(2 / 1440)
    seller.look()
    assert seller.states() == [OPEN]


def test_a_stripe_that_is_not_there_makes_no_attempt_wait(seller: Seller) -> None:
    from dataclasses import replace

    gone = Seller(seller.context, replace(seller.known, stripe_url="http://127.0.0.1:9"), seller.account)
    with pytest.raises(RemoteUnreachable, match="Stripe cannot be reached"):
        gone.link(seller.prospect())
    assert seller.states() == [NOT_MADE]


def test_a_refusal_says_what_to_mend(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect(stripe_customer="cus_GoneLongAgo0001")
    with pytest.raises(UserError, match="Empty the field Stripe Customer ID"):
        seller.link(prospect)
    del stripe_account.store.objects["prices"]["price_OstrelleAccelerator"]
    with pytest.raises(UserError, match="Check the id of the price in Settings"):
        seller.link(seller.prospect(company="Mbali"))
    assert set(seller.states()) == {NOT_MADE}


def test_looking_that_fails_turns_the_card_red_and_goes_on(seller: Seller, stripe_account: Stripe) -> None:
    prospect = seller.prospect()
    link = seller.link(prospect)
    stripe_account.visit(link)
    stripe_account.later(1 / 1440)
    stripe_account.fault("status-before", method="GET", path=SESSIONS, status=500)
    assert seller.look() == []
    with seller.context.database.read() as connection:
        (check,) = last_checks(connection, UPGRADES, 4)
    assert (bool(check.ok), check.text) == (False, "Stripe has trouble answering. Try again in a minute.")
    stripe_account.later(1 / 1440)
    assert [each.state for each in seller.look()] == [PAID]


def test_a_session_that_stripe_lost_is_looked_at_until_its_end(seller: Seller, stripe_account: Stripe) -> None:
    link = seller.link(seller.prospect())
    del stripe_account.store.objects[SESSIONS][str(link.session)]
    stripe_account.later(1 / 1440)
    assert seller.look() == []
    assert seller.states() == [OPEN]
    assert EXPIRED not in seller.states()


def test_one_at_a_time_makes_links(seller: Seller) -> None:
    with alone(seller.context), pytest.raises(LinkBusy), alone(seller.context, patience=0.1):
        pass


@pytest.mark.parametrize("seam", ["begun", "answered"])
def test_a_kill_at_any_moment_leaves_one_link_that_is_found(
    seller: Seller, stripe_account: Stripe, seam: str, tmp_path: Path
) -> None:
    prospect = seller.prospect()
    seller.context.database.close()
    command = [sys.executable, "-W", "ignore", "-m", "tests.integration.upgrades.killed_maker"]
    arguments = [str(tmp_path / "w0"), str(seller.known.stripe_url), str(seller.known.stripe_checkout_key), str(prospect), seam]
    done = subprocess.run([*command, *arguments], check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == -9, done.stderr
    made = stripe_account.open_sessions()
    assert len(made) == (0 if seam == "begun" else 1)
    from tests.workspaces import workspace

    with workspace(tmp_path / "w0") as context:
        context.clock = seller.context.clock
        again = Seller(context, seller.known, stripe_account)
        assert again.states() == [MAKING]
        stripe_account.later(2 / 1440)
        again.look()
        assert again.states() == [NOT_MADE if seam == "begun" else OPEN]
        link = again.link(prospect)
        assert stripe_account.open_sessions() == [link.session]
        assert not made or made == [link.session]
