"""Sending to Google Analytics and Mixpanel: a 200 alone is no success there."""

import base64
import json
from collections.abc import Sequence
from random import Random
from typing import Any
from urllib.parse import urlencode

from journeydesk.credentials import secret_of
from journeydesk.domain.errors import UserError
from journeydesk.domain.webhooks.standard import Verdict, judge
from journeydesk.domain.words import tr
from journeydesk.remote.posting.post import NOBODY, post
from journeydesk.services.context import Context
from journeydesk.services.events_out.analytics import (
    GA4,
    LISTENED,
    MIXPANEL,
    NotTheirs,
    ga4_body,
    ga4_problem,
    is_too_old,
    mixpanel_event,
    mixpanel_failures,
    mixpanel_took,
)
from journeydesk.services.events_out.targets import Target, Vaults, add_target
from journeydesk.storage.receiver.outgoing import Delivery

GOOGLE = {"world": "https://www.google-analytics.com", "eu": "https://region1.google-analytics.com"}
MIXPANELS = {"us": "https://api.mixpanel.com", "eu": "https://api-eu.mixpanel.com", "in": "https://api-in.mixpanel.com"}
MOST_AT_ONCE = 200
_JSON = {"Content-Type": "application/json"}

Outcome = tuple[Verdict, str]


def add_google(
    context: Context, measurement_id: str, api_secret: str, vault: Vaults, *, region: str = "world", consent: str = ""
) -> Target:
    """Tells Google Analytics from now on. Raises UserError for an id that cannot be, KeyringMissing."""
    if not measurement_id.startswith("G-") or not api_secret:
        raise UserError(tr("A measurement id begins with G-; its API secret stands in Google Analytics under the data stream."))
    options: dict[str, Any] = {"measurement_id": measurement_id, "consent": consent}
    options |= _own(region, GOOGLE)
    address = GOOGLE.get(region, region)
    return add_target(context, address, LISTENED, kind=GA4, options=options, secret=api_secret, vault=vault)


def add_mixpanel(
    context: Context, project: str, user: str, secret: str, vault: Vaults, *, region: str = "us", consent: str = ""
) -> Target:
    """Tells Mixpanel from now on, as a service account. Raises UserError for a project that cannot be, KeyringMissing."""
    if not project.isdigit() or not user or not secret:
        raise UserError(tr("Mixpanel needs the number of the project, and name and secret of a service account."))
    options: dict[str, Any] = {"project": project, "user": user, "consent": consent}
    options |= _own(region, MIXPANELS)
    address = MIXPANELS.get(region, region)
    return add_target(context, address, LISTENED, kind=MIXPANEL, options=options, secret=secret, vault=vault)


def _own(region: str, known: dict[str, str]) -> dict[str, bool]:
    """Another address than the vendor's is a stand-in, and may be on this computer."""
    return {} if region in known else {"allow_private": True}


def send_google(context: Context, target: Target, deliveries: Sequence[Delivery], vault: Vaults) -> list[Outcome]:
    """Each by itself: checked first, for Google takes rubbish with the same answer; never twice where the outcome is unknown."""
    secret = _secret(context, target, vault)
    return [_send_to_google(context, target, each, secret) for each in deliveries]


def _send_to_google(context: Context, target: Target, delivery: Delivery, secret: str) -> Outcome:
    told, now = json.loads(delivery.body), context.clock()
    if is_too_old(told, now.timestamp()):
        return Verdict("dead"), tr("Older than 72 hours: Google takes no such event")
    body = json.dumps(ga4_body(told, secret)).encode()
    query = urlencode({"measurement_id": target.options["measurement_id"], "api_secret": secret})
    private = bool(target.options.get("allow_private"))
    checked = post(f"{target.url}/debug/mp/collect?{query}", body, _JSON, allow_private=private)
    if not checked.is_success:
        return judge(
            checked.status, checked.headers, delivery.attempts + 1, now, Random()
        ), f"check: {checked.status} {checked.text}"
    try:
        problem = ga4_problem(checked.text)
    except NotTheirs:
        # Nothing was sent yet, so it is asked again.
        return judge(0, {}, delivery.attempts + 1, now, Random()), tr("The check did not answer as Google's does")
    if problem is not None:
        return Verdict("dead"), tr("Google's check: {why}", why=problem)
    answer = post(f"{target.url}/mp/collect?{query}", body, _JSON, allow_private=private)
    if not answer.status and answer.text != NOBODY:
        return Verdict("dead"), tr("{words}. It may have been counted, so it is not sent again", words=answer.text)
    return judge(answer.status, answer.headers, delivery.attempts + 1, now, Random()), tr(
        "{status} passed Google's check", status=answer.status
    )


def send_mixpanel(context: Context, target: Target, deliveries: Sequence[Delivery], vault: Vaults) -> list[Outcome]:
    """All in one import; those that the answer names are laid aside with the reason, the others were taken."""
    secret, now = _secret(context, target, vault), context.clock()
    events = [mixpanel_event(json.loads(each.body), secret) for each in deliveries]
    account = base64.b64encode(f"{target.options['user']}:{secret}".encode()).decode()
    url = f"{target.url}/import?{urlencode({'strict': 1, 'project_id': target.options['project']})}"
    headers = _JSON | {"Authorization": f"Basic {account}"}
    answer = post(url, json.dumps(events).encode(), headers, allow_private=bool(target.options.get("allow_private")))
    failures = mixpanel_failures(answer.text)
    if answer.status == 400 and failures and all(0 <= place < len(deliveries) for place in failures):
        return [
            (Verdict("dead"), tr("Mixpanel refused it: {failures}", failures=failures[place]))
            if place in failures
            else (Verdict("sent"), "200 in part")
            for place in range(len(deliveries))
        ]
    words = f"{answer.status or ''} {answer.text}".strip()
    if answer.is_success and not mixpanel_took(answer.text):
        words = tr("The answer is not one of Mixpanel's")
        return [(judge(0, {}, each.attempts + 1, now, Random()), words) for each in deliveries]
    if answer.status in (400, 401, 403, 413):
        return [(Verdict("dead"), words)] * len(deliveries)
    return [(judge(answer.status, answer.headers, each.attempts + 1, now, Random()), words) for each in deliveries]


def _secret(context: Context, target: Target, vault: Vaults) -> str:
    secret = secret_of(context.database.folder, target.id, vault)
    if secret is None:
        raise UserError(tr("The secret of {id} is not in the keyring. Remove it and set it up again.", id=target.id))
    return secret
