"""Asking for a text about a prospect: what was kept for a week first, then Claude within ten seconds, then the template
(docs/rules.md, "Generated texts")."""

import hashlib
import json
import logging
import secrets
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.generated.cleaning import NoAnswer, only_true_quote, read_answer
from journeydesk.domain.generated.kinds import CASE, COST, FOLLOW_UP, ICP, KINDS, RULES, template, words_of
from journeydesk.domain.ids import RecordId, new_key
from journeydesk.domain.mail.templates import first_name
from journeydesk.domain.time import later
from journeydesk.domain.words import language_code, noted, tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.generated.key import LARGE, SMALL, claude_access
from journeydesk.services.mail.due import bubbles_of
from journeydesk.services.mail.merging import sender_name, the_addressee
from journeydesk.services.messages.deciding import write_message
from journeydesk.services.sync.working_offline import works_offline
from journeydesk.services.upgrades.offering import refuse_locked
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.generated import texts
from journeydesk.storage.generated.texts import Asked, KeptText
from journeydesk.storage.mail import messages
from journeydesk.storage.mail.received import exchange
from journeydesk.storage.records import records
from journeydesk.storage.sync.api_calls import note_worked

_log = logging.getLogger(__name__)
KEPT_DAYS = 7
CLAUDE, TEMPLATE = "Claude", "Template"
ASSETS = (ICP, COST, CASE)
_MOST_MAILS, _MOST_CHARACTERS = 6, 4_000


@dataclass(frozen=True, slots=True)
class Generated:
    """A text and where it comes from: `origin` Claude or Template, whether it was kept, when it was made; `why` says in a sentence why
    the template stands in."""

    kind: str
    parts: Mapping[str, str]
    origin: str
    made_at: str
    kept: bool = False
    why: str = ""

    @property
    def words(self) -> str:
        """As one text."""
        return words_of(self.kind, self.parts)


def generate(context: Context, known: Connections, kind: str, prospect: RecordId, *, anew: bool = False) -> Generated:
    """A text about a prospect; never fails for Claude's sake. `anew` passes over what is kept. For a thread other than the window's."""
    with context.database.read() as connection:
        data = _data(context, connection, prospect)
        key = _key(kind, data)
        kept = None if anew else texts.kept(connection, key, context.now())
    if kept is not None:
        return Generated(kind, json.loads(kept.content), CLAUDE, kept.made_at, kept=True)
    access = claude_access(context, known)
    instead = Generated(kind, template(kind, data), TEMPLATE, context.now())
    if access is None:
        return replace(instead, why=tr("Claude is not set up; this is the built-in text."))
    if works_offline(context):
        return replace(instead, why=tr("The network is off; this is the built-in text."))
    from journeydesk.remote.claude.client import ask
    from journeydesk.remote.claude.problems import ClaudeLate, ClaudeRefused

    form = KINDS[kind]
    model = SMALL if form.small else LARGE
    canary = f"marker-{secrets.token_hex(8)}"
    system = f"{RULES} {form.task} Never write “{canary}”."
    began = time.monotonic()
    outcome, why, parts = "answered", "", dict[str, str]()
    try:
        answer = ask(access.key, access.url, model, system, data, form.schema)
        parts = only_true_quote(read_answer(form, answer, canary), json.dumps(data, ensure_ascii=False))
    except ClaudeLate as problem:
        outcome, why = "late", str(problem)
    except ClaudeRefused as problem:
        outcome, why = "refused", str(problem)
    except NoAnswer as problem:
        outcome, why = "no answer", tr("Claude's answer could not be used: {why}.", why=problem)
    except JourneydeskError as problem:
        outcome, why = "late", str(problem)
    seconds = round(time.monotonic() - began, 3)
    _log.info("a generated text: %s after %.1f s", outcome, seconds)
    now = context.now()
    with context.database.write(counted=False) as connection:
        texts.log(connection, Asked(now, kind, prospect, outcome, seconds, why))
        if outcome == "answered":
            note_worked(connection, CLAUDE, now)
        if parts:
            content = json.dumps(parts, ensure_ascii=False)
            texts.keep(connection, KeptText(key, kind, prospect, content, model, now, later(now, days=KEPT_DAYS)))
    if not parts:
        return replace(instead, why=tr("{why} This is the built-in text; the next request asks again.", why=why))
    return Generated(kind, parts, CLAUDE, now)


def store_asset(context: Context, known: Connections, prospect: RecordId, kinds: tuple[str, ...] = ASSETS) -> RecordId:
    """Generates these texts and writes them into a new record of Customer Assets, marked with where they come from; undoable, editable like
    any record. For a thread other than the window's. Raises UserError for one that needs a higher tier."""
    for kind, thing in ((CASE, "business_case"), (COST, "cost_calculator")):
        if kind in kinds:
            refuse_locked(context, prospect, thing)
    made = {kind: generate(context, known, kind, prospect) for kind in kinds}
    fields = {ICP: "icp_content", COST: "cost_calculator_content", CASE: "business_case_content"}
    with start_action(context, "") as action:
        label = action.living(prospect)
        action.label = noted("Generated assets for {name}", name=label.name)
        origin = CLAUDE if all(text.origin == CLAUDE for text in made.values()) else TEMPLATE
        values: records.Row = {
            "key": new_key("AST-"),
            "prospect": prospect,
            "generated_at": context.now(),
            "origin": origin,
        }
        record = action.insert("assets", values | {fields[kind]: text.words for kind, text in made.items()})
        action.prospects.add(prospect)
    return record


def draft_follow_up(context: Context, known: Connections, prospect: RecordId, *, anew: bool = False) -> tuple[int, Generated]:
    """A first draft of a follow-up among the messages that wait; its number and the text. Nothing is sent. For a thread other than the
    window's."""
    text = generate(context, known, FOLLOW_UP, prospect, anew=anew)
    reason = noted("First draft of a follow-up") if text.origin == CLAUDE else text.why
    message = write_message(
        context,
        prospect,
        text.parts["subject"].replace("\n", " "),
        bubbles_of(text.parts["text"]),
        reason=reason,
        origin=text.origin,
        template="follow_up",
    )
    return message, text


def replace_draft(context: Context, message: int, text: Generated) -> None:
    """Puts a generated text in the place of a draft that still waits; what was decided meanwhile stays."""
    bubbles = json.dumps(bubbles_of(text.parts["text"]), ensure_ascii=False)
    subject = text.parts["subject"].replace("\n", " ")
    with context.database.write() as connection:
        row = messages.one(connection, message)
        if row is None or row.state != messages.PENDING:
            return
        values: dict[str, str | int | None] = {
            "origin": text.origin,
            "made_at": context.now(),
            "made_subject": subject,
            "made_bubbles": bubbles,
            "subject": subject,
            "bubbles": bubbles,
        }
        messages.write(connection, message, values)


def kept_texts(context: Context) -> list[KeptText]:
    """What is kept, the newest first."""
    with context.database.read() as connection:
        return texts.all_kept(connection, context.now())


def clear_kept(context: Context) -> int:
    """Forgets what is kept; returns how many."""
    with context.database.write() as connection:
        count = texts.forget_all(connection)
    context.publish(Change(frozenset({"settings"})))
    return count


def asked_lately(context: Context, limit: int = 50) -> list[Asked]:
    """The log of questions, the newest first."""
    with context.database.read() as connection:
        return texts.newest(connection, limit)


def _key(kind: str, data: Mapping[str, Any]) -> str:
    """Of kind and data: a text is asked for anew once what it was made from changed."""
    return hashlib.sha256(json.dumps([kind, data], sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _data(context: Context, connection: Connection, prospect: RecordId) -> dict[str, Any]:
    """What is told of a prospect: no address, number or link, for no text needs them."""
    row = records.get(connection, "prospects", prospect)
    if row is None or row["deleted"]:
        raise UserError(tr("The prospect is no longer there; it was deleted. Undo brings it back."))
    whom = the_addressee(context, connection, prospect)
    names = (
        "company",
        "industry",
        "use_case",
        "current_challenge",
        "volume_estimate",
        "technical_capability",
        "priority_level",
        "status",
    )
    mails = exchange(connection, [prospect], _MOST_MAILS)
    return {
        **{name: str(row[name] or "")[:_MOST_CHARACTERS] for name in names},
        "contact": whom.contact_name,
        "first_name": first_name(whom.contact_name),
        "stage": whom.stage,
        "tier": whom.tier,
        "calls_week": whom.calls_week,
        "notes": str(row["notes"] or "")[:_MOST_CHARACTERS],
        "sender": sender_name(context),
        "team": context.settings.team_name,
        "language": language_code(),
        "exchange": [{"who": "we" if mail.direction == "out" else "they", "text": mail.body[:1_500]} for mail in mails],
    }
