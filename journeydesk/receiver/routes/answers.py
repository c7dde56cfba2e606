"""What routes may answer, for their description."""

from typing import Any

_ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {"type": "string"},
        "fields": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "reason"],
                "properties": {"field": {"type": "string"}, "reason": {"type": "string"}},
            },
        },
    },
}
_WORDS = {
    400: "The request is not whole, or not for this receiver",
    401: "Signature or token is missing or wrong",
    404: "There is none",
    413: "The body is too large",
    415: "The body is not JSON",
    422: "Fields are wrong; each is named with the reason",
    429: "Too many; Retry-After says when",
    431: "The headers are too large",
    503: "Busy; nothing was taken, send the same again",
}
ALWAYS = (400, 429, 431)


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The refusals of a route, beside those that every route has."""
    return {
        status: {"description": _WORDS[status], "content": {"application/json": {"schema": _ERROR}}}
        for status in sorted({*ALWAYS, *statuses})
    }


SIGNED = (401, 413, 422, 503)
READ = (401,)
SCHEMES = {
    "signature": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Webhook-Signature",
        "description": "sha256= and the HMAC-SHA256 of the body with the secret, in hexadecimal",
    },
    "stripeSignature": {"type": "apiKey", "in": "header", "name": "Stripe-Signature", "description": "As Stripe makes it"},
    "readToken": {"type": "http", "scheme": "bearer"},
}
"""How a request shows that it may."""


def posted(schema: dict[str, Any], scheme: str = "signature") -> dict[str, Any]:
    """The description of a body that a route reads itself, for its signature is over the bytes."""
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    return {"requestBody": body, "security": [{scheme: []}]}


READER: dict[str, Any] = {"security": [{"readToken": []}]}
