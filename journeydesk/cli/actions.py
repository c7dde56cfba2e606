"""Commands that change one prospect: log, move, status, event, undo."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from journeydesk.cli.amounts import amount_facts, amount_words
from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, PARTLY, say
from journeydesk.domain.catalogue import BY_SLUG, PROSPECTS
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.next_step import NoStep
from journeydesk.domain.payments.lifetime_value import parse_ltv
from journeydesk.domain.statuses import parse_status
from journeydesk.domain.values import parse_date
from journeydesk.domain.words import tr
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.commands import prospects
from journeydesk.services.commands.events import take_events
from journeydesk.services.commands.next_steps import answer_gate
from journeydesk.services.commands.records import key_of
from journeydesk.services.commands.undoing import undo as take_back
from journeydesk.services.context import Context
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.services.queries.next_steps import lacks_next_step, suggested_steps


def log(arguments: argparse.Namespace) -> int:
    """Logs an interaction; on disk when the command ends."""
    with workspace() as (context, _):
        follow_up = _follow_up(context, arguments.follow_up) if arguments.follow_up else None
        prospect = prospects.find_prospect(context, arguments.prospect)
        record = prospects.log_interaction(
            context,
            prospect,
            arguments.type,
            arguments.summary,
            outcome=arguments.outcome,
            duration=arguments.duration,
            next_steps=arguments.next_steps,
            follow_up=follow_up,
        )
        if arguments.no_next_step:
            answer_gate(context, prospect, NoStep(arguments.no_next_step))
        lacking = not arguments.no_next_step and follow_up is None and lacks_next_step(context, prospect, just_logged=True)
        offered = suggested_steps(context, arguments.outcome)[0].words
        key = key_of(context, BY_SLUG["interactions"], record)
    words = tr("Logged as {key}. It is saved here and sent with the next sync.", key=key)
    if lacking:
        words += "\n" + tr(
            "Nothing is planned next; usual is: {offered}. Say it with --follow-up, or why not with --no-next-step.",
            offered=offered,
        )
    say(arguments, words, {"key": key, "prospect": arguments.prospect, "next_step": not lacking})
    return DONE


def _follow_up(context: Context, text: str) -> date:
    """A day as the base has it, or in plain words. Raises ValueRefused."""
    try:
        return parse_date("Next Follow-up", text)
    except ValueRefused:
        if text[:4].isdigit():
            raise
        return understand_due(context, text, "Next Follow-up").day


def move(arguments: argparse.Namespace) -> int:
    """Moves a prospect."""
    with workspace() as (context, _):
        prospect = prospects.find_prospect(context, arguments.prospect)
        prospects.move(context, prospect, arguments.journey, arguments.stage, arguments.reason)
    facts = {"prospect": arguments.prospect, "journey": arguments.journey, "stage": arguments.stage}
    say(arguments, tr("Moved {prospect} to {stage}.", prospect=arguments.prospect, stage=arguments.stage), facts)
    return DONE


def status(arguments: argparse.Namespace) -> int:
    """Shows the status, or changes it first."""
    ltv = parse_ltv(arguments.ltv) if arguments.ltv is not None else None
    with workspace() as (context, _):
        prospect = prospects.find_prospect(context, arguments.prospect)
        requested = _status(context, arguments.set) if arguments.set else None
        if requested is not None or ltv is not None:
            prospects.set_status(context, prospect, requested, ltv)
        detail = prospect_detail(context, prospect)
    if detail is None:
        raise UserError(tr("{prospect} was deleted meanwhile.", prospect=arguments.prospect))
    net = detail.ltv_from_stripe
    facts = {
        "prospect": arguments.prospect,
        "status": detail.customer_status or None,
        "ltv": amount_facts(detail.ltv_by_hand),
        "stripe_net": amount_facts(net),
        "stripe_net_without_rate": [amount_facts(amount) for amount in detail.ltv_apart],
        "mrr": amount_facts(detail.mrr),
        "mrr_without_rate": [amount_facts(amount) for amount in detail.mrr_apart],
    }
    called = context.words.shown("prospects", "customer_status", detail.customer_status)
    words = tr(
        "{prospect}: {status}, LTV by hand {amount}",
        prospect=arguments.prospect,
        status=called or tr("no status"),
        amount=amount_words(detail.ltv_by_hand),
    )
    if net is not None or detail.ltv_apart:
        words += tr(
            ", Stripe net {net}, MRR {mrr}",
            net=amount_words(net, detail.ltv_apart),
            mrr=amount_words(detail.mrr, detail.mrr_apart),
        )
    say(arguments, words, facts)
    return DONE


def _status(context: Context, text: str) -> str:
    called = context.words.stored("prospects", PROSPECTS.by_slug["customer_status"], text)
    return parse_status(called or text)


def event(arguments: argparse.Namespace) -> int:
    """Takes in one event or an array of them."""
    try:
        text = sys.stdin.read().removeprefix("\ufeff") if arguments.file == "-" else Path(arguments.file).read_bytes()
    except UnicodeDecodeError:
        raise UserError(tr("{file} holds bytes that are no text. Nothing was taken in.", file=arguments.file)) from None
    except OSError as problem:
        raise UserError(tr("{file} cannot be read: {why}.", file=arguments.file, why=problem.strerror or problem)) from problem
    try:
        # JSON may be UTF-8, UTF-16 or UTF-32, with a mark or without.
        data = json.loads(text)
    except RecursionError:
        raise UserError(tr("{file} is nested too deeply to be an event. Nothing was taken in.", file=arguments.file)) from None
    except ValueError as problem:
        raise UserError(tr("{file} is no JSON: {why}. Nothing was taken in.", file=arguments.file, why=problem)) from problem
    with workspace() as (context, _):
        report = take_events(context, data if isinstance(data, list) else [data])
    facts = {
        "added": report.added,
        "repeated": report.repeated,
        "unmatched": report.unmatched,
        "new_prospects": report.new_prospects,
    }
    words = tr(
        "{added} added, {repeated} known already, {unmatched} of unknown customers kept aside.",
        added=report.added,
        repeated=report.repeated,
        unmatched=report.unmatched,
    )
    say(arguments, words, facts)
    return PARTLY if report.unmatched else DONE


def undo(arguments: argparse.Namespace) -> int:
    """Takes the last change back."""
    with workspace() as (context, _):
        label = take_back(context)
    if label is None:
        raise UserError(tr("There is nothing to undo."))
    say(arguments, tr("Undone: {label}", label=label), {"undone": label})
    return DONE
