"""The command `serve` but for the serving itself: the secrets that senders and readers need."""

import argparse

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, ask_secret, complain, say
from journeydesk.domain.words import tr
from journeydesk.services.receiver.keys import add_stripe_secret, live, receiver_keys, replace_secret

_HOLDS = tr("The one before holds for another 7 days.")


def show_secrets(arguments: argparse.Namespace) -> int:
    """What senders sign with and readers show."""
    with workspace() as (context, known):
        now = context.clock()
        keys = receiver_keys(context.database.folder, known, now)
    signing, reading = live(keys.signing, now), live(keys.reading, now)
    lines = [tr("Secret to sign with: {signing}", signing=signing[0]), tr("Token to read with:  {reading}", reading=reading[0])]
    say(arguments, "\n".join(lines), {"secret": signing[0], "read_token": reading[0], "older_secrets": len(signing) - 1})
    return DONE


def new_secret(arguments: argparse.Namespace) -> int:
    """A new secret to sign with."""
    return _replace(arguments, "signing")


def new_read_token(arguments: argparse.Namespace) -> int:
    """A new token to read with."""
    return _replace(arguments, "reading")


def _replace(arguments: argparse.Namespace, kind: str) -> int:
    with workspace() as (context, known):
        fresh = replace_secret(context.database.folder, known, context.clock(), kind)
    say(arguments, fresh, {"secret" if kind == "signing" else "read_token": fresh})
    complain(_HOLDS)
    return DONE


def stripe_secret(arguments: argparse.Namespace) -> int:
    """Keeps the signing secret of an endpoint at Stripe."""
    secret = ask_secret(tr("Signing secret of the endpoint (whsec_…): "))
    with workspace() as (context, known):
        add_stripe_secret(context.database.folder, known, context.clock(), secret.strip())
    say(arguments, tr("Kept. Stripe's events are taken at /api/webhook/stripe."), {"kept": True})
    return DONE
