"""The key for payment links: a second one, which can do nothing else; its check, its card and the doctor's line."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from journeydesk.domain.errors import Bug, UserError
from journeydesk.remote.stripe.checkout import CheckoutClient
from journeydesk.services.payments.stripe_key import SecretLiveKey
from journeydesk.services.queries.integrations import service_states
from journeydesk.services.sync.checking import check_service
from journeydesk.services.upgrades.key import UPGRADES, checkout_access, connect_checkout, forget_checkout
from journeydesk.services.workspace.doctor import look, service_checks
from journeydesk.sync.ports import AccessDenied, TokenRefused
from tests.fakes.open_keyring import OpenKeyring
from tests.integration.upgrades.conftest import Seller, Stripe

PRICES = "Links can be made, the prices of Explorer, Accelerator agree"


@pytest.fixture
def keyless(seller: Seller, vault: OpenKeyring) -> Seller:
    """A computer without a key in its environment, and a keyring."""
    return Seller(seller.context, replace(seller.known, stripe_checkout_key=None), seller.account)


def test_a_key_is_checked_kept_used_and_forgotten(keyless: Seller, stripe_account: Stripe, vault: OpenKeyring) -> None:
    key = stripe_account.box.addresses.checkout_key
    assert connect_checkout(keyless.context, keyless.known, f" {key}\n") == PRICES
    assert stripe_account.sessions() == [], "the check makes nothing"
    access = checkout_access(keyless.context, keyless.known)
    assert access is not None
    assert access.key == key
    assert keyless.link(keyless.prospect()).url
    assert key not in str(keyless.rows("SELECT * FROM checkout_link"))
    assert forget_checkout(keyless.context)
    assert (checkout_access(keyless.context, keyless.known), vault.secrets) == (None, {})


@pytest.mark.parametrize(
    ("rights", "problem"),
    [
        ({"checkout/sessions": "read", "prices": "read"}, AccessDenied),
        ({"checkout/sessions": "write"}, AccessDenied),
        ({}, AccessDenied),
    ],
)
def test_a_key_that_lacks_a_right_is_not_kept(
    keyless: Seller, stripe_account: Stripe, vault: OpenKeyring, rights: dict[str, str], problem: type[Exception]
) -> None:
    key = stripe_account.key("rk_test_narrow0001", **rights)
    with pytest.raises(problem, match="Checkout Sessions “write” and Prices “read”"):
        connect_checkout(keyless.context, keyless.known, key)
    assert vault.secrets == {}


def test_what_is_no_key_for_links_is_told_apart(keyless: Seller, stripe_account: Stripe) -> None:
    box = stripe_account.box
    reading = replace(keyless.known, stripe_key=box.stripe_key)
    with pytest.raises(UserError, match="This is no key for payment links"):
        connect_checkout(keyless.context, keyless.known, "whsec_123")
    with pytest.raises(UserError, match="This is the key that reads payments"):
        connect_checkout(keyless.context, reading, box.stripe_key)
    with pytest.raises(SecretLiveKey):
        connect_checkout(keyless.context, keyless.known, "sk_live_1234567890")
    with pytest.raises(TokenRefused, match="key for payment links"):
        connect_checkout(keyless.context, keyless.known, "rk_test_unknown0001")


def test_a_price_that_differs_at_stripe_turns_the_card_red(seller: Seller, stripe_account: Stripe) -> None:
    seller.look()
    assert check_service(seller.context, seller.known, UPGRADES)
    card = next(state for state in service_states(seller.context) if state.name == UPGRADES)
    assert (card.state, card.subtitle, card.checks[0][2]) == ("Working", "A key of its own; 0 links open", PRICES)
    stripe_account.store.objects["prices"]["price_OstrelleExplorer"]["unit_amount"] = 65_000
    assert not check_service(seller.context, seller.known, UPGRADES)
    card = next(state for state in service_states(seller.context) if state.name == UPGRADES)
    assert card.state == "Not working"
    assert "Explorer costs €650.00 every month at Stripe and €640.00 every month in the settings" in card.problem_text
    stripe_account.store.objects["prices"]["price_OstrelleExplorer"].update(unit_amount=64_000, active=False)
    assert not check_service(seller.context, seller.known, UPGRADES)


def test_the_doctor_has_a_line_once_there_is_a_key(seller: Seller, keyless: Seller) -> None:
    assert look(service_checks(keyless.context, keyless.known)) == []
    seller.look()
    assert [(check.name, check.ok, check.found) for check in look(service_checks(seller.context, seller.known))] == [
        ("payment links", True, f"{PRICES}; last success just now")
    ]


def test_the_client_for_links_cannot_send_anything_else(seller: Seller, stripe_account: Stripe) -> None:
    box = stripe_account.box
    with CheckoutClient(box.stripe_url, box.addresses.checkout_key) as client:
        forbidden: list[Callable[[], object]] = [
            lambda: client._v1.customers.list(),
            lambda: client._v1.customers.create({"email": "x@x.example"}),
            lambda: client._v1.refunds.create({"charge": "ch_1"}),
            lambda: client._v1.prices.create({"currency": "eur"}),
            lambda: client._v1.subscriptions.cancel("sub_1"),
        ]
        for send in forbidden:
            with pytest.raises(Bug, match="Only payment links are made here"):
                send()
    assert stripe_account.control("GET", "counters") == {}
