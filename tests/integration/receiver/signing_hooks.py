"""What schemathesis loads: every request signed over its final bytes, and with the read token, by what the environment says."""

import os

import requests
import schemathesis

from journeydesk.domain.webhooks.signatures import sign, stripe_signature


class Sign(requests.auth.AuthBase):
    """Signs for our routes and for Stripe's."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        body = request.body or b""
        if isinstance(body, str):
            body = body.encode()
        request.headers["X-Webhook-Signature"] = sign(os.environ["SIGN_WITH"], body)
        request.headers["Stripe-Signature"] = stripe_signature(
            os.environ["SIGN_AS_STRIPE_WITH"], body, int(os.environ["SIGN_AT"])
        )
        request.headers["Authorization"] = f"Bearer {os.environ['READ_WITH']}"
        return request


if os.environ.get("SIGN_WITH"):
    schemathesis.auth.set_from_requests(Sign())  # type: ignore[attr-defined]
