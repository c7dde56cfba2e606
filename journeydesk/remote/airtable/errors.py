"""Airtable's errors in the words of the port (docs/services.md, "Airtable: errors")."""

import random
from typing import TYPE_CHECKING

from journeydesk.remote.airtable.limits import LIMITS, NAME
from journeydesk.sync.ports import (
    AccessDenied,
    QuotaReached,
    RateLimited,
    RecordRefused,
    RemoteTrouble,
    SchemaChanged,
    TokenRefused,
    WalkExpired,
)

if TYPE_CHECKING:
    from requests import Response


def error_of(response: "Response", base: str) -> Exception:
    """What an answer that is an error means, as the port has it; `base` is the id of the base that was asked for."""
    kind, words = _error_body(response)
    status = response.status_code
    if status == 401:
        return TokenRefused("Airtable does not accept the access token: it was revoked or mistyped. Paste a new token.")
    if status == 403:
        return AccessDenied(
            f"Airtable denies access to base {base}: the base does not exist, or the token was not given it or lacks "
            f"a permission (data.records:read, data.records:write, schema.bases:read, schema.bases:write). ({kind})"
        )
    if status == 429:
        if "BILLING" in kind:
            return QuotaReached("This month's Airtable calls are used up. Sync waits until the month ends or the plan changes.")
        return RateLimited(NAME, max(LIMITS.penalty_seconds, _retry_after(response)) + random.uniform(0, 3))
    if status == 422 and kind == "LIST_RECORDS_ITERATOR_NOT_AVAILABLE":
        return WalkExpired("Airtable interrupted the listing; it starts again.")
    if status == 404 and kind == "NOT_FOUND":
        return AccessDenied(f"Airtable knows no base {base}. Check the base in Settings, Integrations.")
    if status == 422 and kind == "UNKNOWN_FIELD_NAME":
        return SchemaChanged(f"A field of Airtable is gone ({words}); the base is looked at again.")
    if status in (404, 413, 422):
        return RecordRefused(NAME, words or kind)
    return RemoteTrouble(f"Airtable has trouble (status {status}). Sync tries again by itself.")


def _retry_after(response: "Response") -> float:
    try:
        return min(600.0, float(response.headers.get("Retry-After", "0")))
    except ValueError:
        return 0.0


def _error_body(response: "Response") -> tuple[str, str]:
    """Type and message out of any of the four shapes an error may have (docs/services.md, "Airtable: errors")."""
    try:
        body = response.json()
    except ValueError:
        return "", ""
    error = body.get("error") if isinstance(body, dict) else None
    if error is None and isinstance(body, dict) and body.get("errors"):
        first = body["errors"][0]
        return str(first.get("error", "")), str(first.get("message", ""))
    if isinstance(error, dict):
        return str(error.get("type", "")), str(error.get("message", ""))
    return str(error or ""), ""
