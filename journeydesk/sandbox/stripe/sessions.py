"""How a Checkout Session ends at the Stripe stand-in without being paid at once: closed, run out, or paid by a slow method."""

from journeydesk.sandbox.stripe.errors import invalid, missing
from journeydesk.sandbox.stripe.store import Object, Store

_KIND = "checkout/sessions"


def run_out(store: Store) -> None:
    """Sessions whose time is over are expired, as Stripe does by itself."""
    now = store.now_s()
    for session in list(store.objects[_KIND].values()):
        if session["status"] == "open" and session["expires_at"] <= now:
            _end(store, session, None, session["expires_at"])


def close(store: Store, session_id: str, key: str | None) -> Object:
    """Expire an open session on request; raises StripeError for any other."""
    session = store.objects[_KIND].get(session_id)
    if session is None:
        raise missing("sessions", session_id)
    if session["status"] != "open":
        raise invalid(
            f'Only Checkout Sessions with a status in ["open"] can be expired. This one is {session["status"]}.', "session"
        )
    return _end(store, session, key, store.now_s())


def _end(store: Store, session: Object, key: str | None, at_s: int) -> Object:
    changes: Object = {"status": "expired", "url": None}
    recovery = (session.get("after_expiration") or {}).get("recovery")
    if recovery:
        address = f"https://checkout.stripe.example/r/{session['id']}"
        changes["after_expiration"] = {
            "recovery": {**recovery, "url": address, "expires_at": session["expires_at"] + 30 * 86_400}
        }
    store.change(_KIND, session["id"], changes)
    store.emit("checkout.session.expired", session, at_s=at_s, key=key)
    return session


def settle(store: Store, session_id: str, paid: bool) -> Object:
    """A slow payment of a completed session comes, or fails."""
    session = store.objects[_KIND].get(session_id)
    if session is None:
        raise missing("sessions", session_id)
    if session["status"] != "complete" or session["payment_status"] != "unpaid":
        raise invalid(f"This Checkout Session is {session['status']} and {session['payment_status']}.", "session")
    if not paid:
        return store.change(_KIND, session_id, {}, "checkout.session.async_payment_failed")
    return store.change(_KIND, session_id, {"payment_status": "paid"}, "checkout.session.async_payment_succeeded")
