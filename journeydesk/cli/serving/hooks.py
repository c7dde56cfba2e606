"""The command `hooks`: who is told of events, and what came of it."""

import argparse

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, ask_secret, say
from journeydesk.domain.words import figure, tr
from journeydesk.keyrings.beside import system_vault
from journeydesk.services.events_out import telling_analytics
from journeydesk.services.events_out.delivering import send_again
from journeydesk.services.events_out.targets import (
    USUAL,
    add_target,
    all_targets,
    change_target,
    remove_target,
    replace_target_secret,
    target_named,
    target_secrets,
)
from journeydesk.services.receiver.card import dead_letters


def show(arguments: argparse.Namespace) -> int:
    """Who is told, and what could not be delivered."""
    with workspace() as (context, _):
        targets = all_targets(context)
        dead = dead_letters(context)
    lines = [f"{target.id}  {target.state:<4} {target.url}  {', '.join(target.events)}" for target in targets]
    lines += [
        tr(
            "not delivered: {number}  {event}  {made_at}  {answer}",
            number=letter.number,
            event=letter.event,
            made_at=letter.made_at,
            answer=letter.answer,
        )
        for letter in dead
    ]
    facts = {
        "targets": [
            {"id": each.id, "state": each.state, "url": each.url, "events": list(each.events), "kind": each.kind}
            for each in targets
        ],
        "not_delivered": [
            {"number": each.number, "target": each.target, "event": each.event, "at": each.made_at, "answer": each.answer}
            for each in dead
        ],
    }
    say(arguments, "\n".join(lines) or tr("Nobody is told of events."), facts)
    return DONE


def add(arguments: argparse.Namespace) -> int:
    """A new target; prints the secret to verify with."""
    options = {"allow_private": True} if arguments.allow_private else {}
    with workspace() as (context, _):
        target = add_target(context, arguments.url, arguments.events or USUAL, options=options)
        secret = target_secrets(context.database.folder, target.id, context.clock())[0]
    say(
        arguments,
        tr("{id} is told from now on. Secret to verify with: {secret}", id=target.id, secret=secret),
        {"id": target.id, "secret": secret},
    )
    return DONE


def remove(arguments: argparse.Namespace) -> int:
    """Tells a target nothing more."""
    with workspace() as (context, _):
        remove_target(context, target_named(context, arguments.target).id)
    say(arguments, tr("Nothing more is told there."), {"removed": arguments.target})
    return DONE


def switch(arguments: argparse.Namespace) -> int:
    """Switches a target on or off."""
    with workspace() as (context, _):
        target = change_target(context, target_named(context, arguments.target), state=arguments.state)
    say(arguments, tr("{id} is {state}.", id=target.id, state=target.state), {"id": target.id, "state": target.state})
    return DONE


def new_secret(arguments: argparse.Namespace) -> int:
    """Replaces a target's secret."""
    with workspace() as (context, _):
        target = target_named(context, arguments.target)
        secret = replace_target_secret(context.database.folder, target.id, context.clock())
    say(arguments, secret + "\n" + tr("For a day the one before signs as well."), {"id": target.id, "secret": secret})
    return DONE


def again(arguments: argparse.Namespace) -> int:
    """Lays what was not delivered back into the queue."""
    with workspace() as (context, _):
        numbers = arguments.numbers or [letter.number for letter in dead_letters(context)]
        count = send_again(context, numbers)
    say(arguments, tr("{count} will be sent again.", count=figure(count)), {"again": count})
    return DONE


def add_google(arguments: argparse.Namespace) -> int:
    """Tells Google Analytics."""
    secret = ask_secret(tr("API secret of the data stream: ")).strip()
    with workspace() as (context, _):
        target = telling_analytics.add_google(
            context, arguments.id, secret, system_vault, region=arguments.region or "world", consent=_consent(arguments)
        )
    say(arguments, tr("{id} is told from now on.", id=target.id), {"id": target.id})
    return DONE


def add_mixpanel(arguments: argparse.Namespace) -> int:
    """Tells Mixpanel."""
    secret = ask_secret(tr("Secret of the service account: ")).strip()
    with workspace() as (context, _):
        target = telling_analytics.add_mixpanel(
            context,
            arguments.id,
            arguments.account,
            secret,
            system_vault,
            region=arguments.region or "us",
            consent=_consent(arguments),
        )
    say(arguments, tr("{id} is told from now on.", id=target.id), {"id": target.id})
    return DONE


def _consent(arguments: argparse.Namespace) -> str:
    return "elsewhere" if arguments.consent_elsewhere else ""
