"""What becomes of each kind of entry of the inbox."""

from collections.abc import Mapping
from typing import Any

from journeydesk.domain.checks import check_all
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId, application_id_of
from journeydesk.domain.journeys.sharing import is_shared
from journeydesk.domain.onboarding.customers import is_test_customer
from journeydesk.domain.time import moment_of
from journeydesk.domain.values import Stored
from journeydesk.domain.words import noted
from journeydesk.services.commands.events import check_event
from journeydesk.services.context import Context
from journeydesk.services.receiver.inbox import Fold, fold_inbox
from journeydesk.services.receiver.stripe_news import note_stripe_news
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.events import add_event, find_customer
from journeydesk.storage.mail.consents import agree
from journeydesk.storage.receiver.inbox import Entry
from journeydesk.storage.receiver.links import count_gate_view, unsubscribe
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author

APPLICATION, FEEDBACK, VIEW, UNSUBSCRIBE, STRIPE = "application", "feedback", "gate_view", "unsubscribe", "stripe"
_FORM = (
    *("company", "contact_name", "email", "job_title", "phone", "website", "industry", "use_case", "volume_estimate"),
    *("technical_capability", "priority_level", "current_challenge", "source"),
)
_ANSWERS = ("survey_type", "satisfaction", "likelihood_to_pay", "feature_requests", "testimonial")


def _customer(connection: Connection, name: str) -> RecordId | None:
    return find_customer(connection, name, None) or records.find_by_key(connection, "prospects", application_id_of(name))


def _application(context: Context, connection: Connection, entry: Entry, content: Mapping[str, Any]) -> set[RecordId]:
    """A new prospect; where the address is known already, what its form leaves empty is filled in and nothing written over."""
    if is_test_customer(content["application_id"], content["email"]):
        return set()
    author = Author("application form", entry.received_at, "receiver")
    key = str(content["application_id"])
    given: dict[str, Stored] = {name: content[name] for name in _FORM if content.get(name) is not None}
    check_all("prospects", given)
    prospect = records.find_by_key(connection, "prospects", key) or find_customer(connection, str(content["email"]), None)
    if prospect is None:
        applied = {"key": key, "status": "New", "applied_on": entry.received_at}
        prospect = records.insert(connection, "prospects", given | applied, author)
    else:
        row = records.get(connection, "prospects", prospect) or {}
        records.update(
            connection, "prospects", prospect, {name: value for name, value in given.items() if not row.get(name)}, author
        )
    if content.get("counts_opens"):
        agree(connection, str(content["email"]), noted("beta application"), author)
    _add(context, connection, entry, prospect, "application_received", {"form": "beta application"})
    return {prospect}


def _feedback(context: Context, connection: Connection, entry: Entry, content: Mapping[str, Any]) -> set[RecordId]:
    """The answers of a survey: into the one that was sent, where it is named."""
    prospect = _customer(connection, str(content["customer_id"]))
    if prospect is None:
        raise UserError(noted("No customer is known by the id “{content}”.", content=str(content["customer_id"])[:80]))
    author = Author("feedback form", entry.received_at, "receiver")
    answers: dict[str, Stored] = {name: content[name] for name in _ANSWERS if content.get(name) is not None}
    answers["date_responded"] = moment_of(str(content.get("timestamp") or entry.received_at)).date().isoformat()
    if content.get("pmf_score") is not None:
        answers["pmf_score"] = float(content["pmf_score"]) / 100
    if content.get("case_study") is not None:
        answers["case_study"] = int(bool(content["case_study"]))
    check_all("surveys", answers)
    key = str(content["survey_id"])
    survey = records.find_by_key(connection, "surveys", key)
    if survey is None:
        records.insert(connection, "surveys", answers | {"key": key, "prospect": prospect}, author)
    else:
        records.update(connection, "surveys", survey, answers, author)
    return {prospect}


def _gate_view(context: Context, connection: Connection, entry: Entry, content: Mapping[str, Any]) -> set[RecordId]:
    """A view of a customer is an event; of a visitor whom nobody knows, one more in the day's count."""
    name = content.get("customer_id")
    prospect = _customer(connection, str(name)) if name else None
    gate = {"content": content["content"], "variant": content.get("variant") or ""}
    if prospect is None:
        day = moment_of(str(content.get("timestamp") or entry.received_at)).astimezone(context.settings.time_zone).date()
        count_gate_view(connection, day.isoformat(), gate["content"], gate["variant"])
        return set()
    _add(context, connection, entry, prospect, "gate_viewed", gate)
    return {prospect}


def _unsubscribe(context: Context, connection: Connection, entry: Entry, content: Mapping[str, Any]) -> set[RecordId]:
    unsubscribe(connection, str(content["email"]), entry.received_at, str(content.get("by") or "link"))
    return set()


def _stripe(_context: Context, connection: Connection, entry: Entry, _content: Mapping[str, Any]) -> set[RecordId]:
    note_stripe_news(connection, entry.received_at)
    return set()


def _add(
    context: Context, connection: Connection, entry: Entry, prospect: RecordId, kind: str, metadata: Mapping[str, Any]
) -> None:
    """An event that follows from an entry, under an id made of the entry's: a repeat is the same."""
    said = {"customer_id": str(prospect), "event": kind, "timestamp": entry.received_at, "metadata": metadata}
    event = check_event(context, said | {"event_id": entry.id}, moment_of(entry.received_at), entry.source).event
    author = Author(entry.source, entry.received_at, "receiver")
    add_event(connection, prospect, event, author, int(is_shared(context.settings, kind)))


FOLDS: dict[str, Fold] = {
    APPLICATION: _application,
    FEEDBACK: _feedback,
    VIEW: _gate_view,
    UNSUBSCRIBE: _unsubscribe,
    STRIPE: _stripe,
}
"""The kinds beside events."""


def fold_some(context: Context, most: int = 25) -> int:
    """Folds the oldest entries, at most so many, in one transaction; returns how many they were."""
    return fold_inbox(context, most, FOLDS)
