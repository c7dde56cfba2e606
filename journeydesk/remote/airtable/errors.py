"""Airtable's errors in the words of the port (docs/services.md, "Airtable: errors")."""

import math
import random

from journeydesk.domain.words import tr
from journeydesk.remote.airtable.asking import Answer
from journeydesk.remote.airtable.limits import LIMITS
from journeydesk.remote.airtable.service import NAME
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


def error_of(answer: Answer, base: str) -> Exception:
    """What an answer that is an error means, as the port has it; `base` is the id of the base that was asked for."""
    kind, words = _error_body(answer.body)
    status = answer.status
    if status == 401:
        return TokenRefused(tr("Airtable does not accept the access token: it was revoked or mistyped. Paste a new token."))
    if status == 403:
        return AccessDenied(
            tr(
                "Airtable denies access to base {base}: the base does not exist, or the token was not given it "
                "or lacks a permission (data.records:read, data.records:write, schema.bases:read, "
                "schema.bases:write). ({kind})",
                base=base,
                kind=kind,
            )
        )
    if status == 429:
        if "BILLING" in kind:
            return QuotaReached(
                tr("This month's Airtable calls are used up. Sync waits until the month ends or the plan changes.")
            )
        return RateLimited(NAME, max(LIMITS.penalty_seconds, _retry_after(answer)) + random.uniform(0, 3))
    if status == 422 and kind == "LIST_RECORDS_ITERATOR_NOT_AVAILABLE":
        return WalkExpired(tr("Airtable interrupted the listing; it starts again."))
    if status == 404 and kind == "NOT_FOUND":
        return AccessDenied(tr("Airtable knows no base {base}. Check the base in Settings, Integrations.", base=base))
    if status == 422 and kind == "UNKNOWN_FIELD_NAME":
        return SchemaChanged(tr("A field of Airtable is gone ({words}); the base is looked at again.", words=words))
    if status in (404, 413, 422):
        return RecordRefused(NAME, words or kind)
    return RemoteTrouble(tr("Airtable has trouble (status {status}). Sync tries again by itself.", status=status))


def _retry_after(answer: Answer) -> float:
    try:
        seconds = float(answer.retry_after or "0")
    except ValueError:
        return 0.0
    return 0.0 if math.isnan(seconds) else min(600.0, seconds)


def _error_body(body: object) -> tuple[str, str]:
    """Type and message out of any of the four shapes an error may have (docs/services.md, "Airtable: errors")."""
    if not isinstance(body, dict):
        return "", ""
    error, several = body.get("error"), body.get("errors")
    if error is None and isinstance(several, list) and several and isinstance(several[0], dict):
        return str(several[0].get("error") or ""), str(several[0].get("message") or "")
    if isinstance(error, dict):
        return str(error.get("type") or ""), str(error.get("message") or "")
    return str(error or ""), ""
