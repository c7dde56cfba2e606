"""Signatures over bytes: which are taken, which are not, and that nothing that is sent makes the check fail otherwise."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.webhooks.signatures import is_signed, is_token, sign, stripe_problem, stripe_signature

NOW = 1_780_000_000
BODY = b'{"type": "charge.succeeded"}'


def test_our_signature_is_that_of_any_other_hmac_library() -> None:
    expected = hmac.new(b"secret", BODY, hashlib.sha256).hexdigest()
    assert sign("secret", BODY) == f"sha256={expected}"
    assert is_signed(f"sha256={expected.upper()}".encode(), BODY, ["secret"])


@given(st.binary(max_size=200), st.text(min_size=1, max_size=30))
def test_what_we_sign_we_take(body: bytes, secret: str) -> None:
    header = sign(secret, body).encode()
    assert is_signed(header, body, ["another", secret])
    assert not is_signed(header, body + b" ", ["another", secret])
    assert not is_signed(header, body, ["another"])
    assert not is_signed(header, body, [])


@given(st.binary(max_size=100))
def test_no_header_whatever_is_taken_or_fails(header: bytes) -> None:
    assert not is_signed(header, BODY, ["secret"])
    assert stripe_problem(header, BODY, ["whsec_1"], NOW) is not None
    assert not is_token(header, ["token"])


def test_a_signature_that_is_not_ascii_is_refused() -> None:
    assert not is_signed("sha256=é".encode(), BODY, ["secret"])
    assert stripe_problem(f"t={NOW},v1=é".encode(), BODY, ["whsec_1"], NOW) is not None


def test_stripes_own_library_makes_what_we_take() -> None:
    import stripe

    secret = "whsec_0123456789abcdef"
    signed = stripe.WebhookSignature._compute_signature(f"{NOW}.{BODY.decode()}", secret)
    assert stripe_problem(f"t={NOW},v1={signed}".encode(), BODY, [secret], NOW) is None
    assert stripe_signature(secret, BODY, NOW) == f"t={NOW},v1={signed}"
    assert stripe.WebhookSignature.verify_header(BODY.decode(), stripe_signature(secret, BODY, NOW), secret)


@pytest.mark.parametrize(("off", "taken"), [(-300, True), (300, True), (-301, False), (301, False), (86_400, False)])
def test_stripes_time_may_lie_five_minutes_off(off: int, taken: bool) -> None:
    header = stripe_signature("whsec_1", BODY, NOW + off).encode()
    assert (stripe_problem(header, BODY, ["whsec_1"], NOW) is None) == taken


def test_any_of_stripes_signatures_and_any_secret_may_match() -> None:
    ours = stripe_signature("whsec_new", BODY, NOW).partition(",")[2]
    header = f"t={NOW},v1={'0' * 64},{ours},v0=1".encode()
    assert stripe_problem(header, BODY, ["whsec_old", "whsec_new"], NOW) is None
    assert stripe_problem(header, BODY, ["whsec_old"], NOW) is not None


@pytest.mark.parametrize("header", [b"", b"t=1", b"v1=ab", f"t={NOW},t={NOW},v1=ab".encode(), b"t=-1,v1=ab", b"t=1e9,v1=ab"])
def test_half_a_header_of_stripe_is_refused(header: bytes) -> None:
    problem = stripe_problem(header, BODY, ["whsec_1"], NOW)
    assert problem is not None
    assert "Stripe-Signature" in problem


def test_a_body_that_is_no_text_is_signed_like_any_other() -> None:
    body = b"\xff\xfe\x00"
    assert stripe_problem(stripe_signature("whsec_1", body, NOW).encode(), body, ["whsec_1"], NOW) is None


@pytest.mark.parametrize(
    ("header", "taken"),
    [(b"Bearer old", True), (b"bearer  new", True), (b"Basic new", False), (b"Bearer ", False), (b"new", False)],
)
def test_a_bearer_token_opens_reading(header: bytes, taken: bool) -> None:
    assert is_token(header, ["new", "old"]) == taken
