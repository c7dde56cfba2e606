"""The command `upgrade`: the comparison of tiers for a prospect, its payment link, and talking to sales instead."""

import argparse
from typing import Any

from journeydesk import config
from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, ask_secret, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import named, tr
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.context import Context
from journeydesk.services.upgrades.key import CHECKOUT_VARIABLE, connect_checkout, forget_checkout
from journeydesk.services.upgrades.mailing import link_mail, send_link_mail, until_words
from journeydesk.services.upgrades.making import make_link
from journeydesk.services.upgrades.offering import (
    STATES,
    PaymentLink,
    UpgradeOffer,
    headline,
    held_words,
    newest_links,
    price_words,
    upgrade_offer,
)
from journeydesk.services.upgrades.watching import look_at_links
from journeydesk.services.upgrades.wishes import note_wish


def upgrade(arguments: argparse.Namespace) -> int:
    """Says what is offered, or does what was asked; a link is on disk when the command ends."""
    with workspace() as (context, known):
        if arguments.look:
            settled = [each.words for each in look_at_links(context, known, all_living=True)]
            say(arguments, "\n".join(settled) or tr("Nothing is new."), {"news": settled})
            return DONE
        if arguments.prospect is None:
            return _list(arguments, context)
        prospect = find_prospect(context, arguments.prospect)
        offer = upgrade_offer(context, known, prospect, arguments.thing or "", arguments.tier or "")
        if offer is None:
            raise UserError(tr("The prospect is no longer there; it was deleted. Undo brings it back."))
        if arguments.talk_to_sales:
            words = note_wish(context, prospect, offer.offered, arguments.thing or "")
            say(arguments, words, {"noted": offer.offered})
            return DONE
        if arguments.link or arguments.new_link or arguments.mail:
            return _link(arguments, context, known, offer)
    say(arguments, _compared(offer), _facts(offer))
    return DONE


def _link(arguments: argparse.Namespace, context: Context, known: config.Connections, offer: UpgradeOffer) -> int:
    link = make_link(context, known, offer.prospect, offer.offered, anew=arguments.new_link)
    until = until_words(context, link)
    facts: dict[str, Any] = _link_facts(link)
    lines = [str(link.url), tr("works once, until {until}; when paid, {tier} is granted at once", until=until, tier=link.tier)]
    if arguments.mail:
        mail = link_mail(context, link.key)
        if mail.by_hand:
            raise UserError(tr("There is no mail account on this computer to send from. The link is {url}", url=link.url))
        sent = send_link_mail(context, link.key, mail.subject, mail.body)
        facts |= {"mail": sent.mail, "recipient": mail.recipient}
        lines.append(tr("The mail to {recipient} is in the queue.", recipient=mail.recipient))
    say(arguments, "\n".join(lines), facts)
    return DONE


def _list(arguments: argparse.Namespace, context: Context) -> int:
    links = newest_links(context)
    lines = [
        f"{link.reference}  {link.tier:<12} {named(STATES[link.state]):<10} {tr('until {until}', until=until_words(context, link))}"
        for link in links
    ]
    say(arguments, "\n".join(lines) or tr("No payment link was made yet."), [_link_facts(link) for link in links])
    return DONE


def _compared(offer: UpgradeOffer) -> str:
    lines = [" ".join(headline(offer))]
    for tier in offer.tiers:
        costs = price_words(tier.costs) if tier.costs else tr("No price yet")
        every = (tr("a month") if tier.every == "month" else tr("a year")) if tier.costs else ""
        lines.append(f"{tier.name}: {costs} {every}".rstrip())
        lines += [f"  {name}: {held_words(value)}" for name, value in tier.features]
    if offer.link is not None:
        state = named(STATES[offer.link.state])
        lines.append(tr("Payment link ({state}): {url}", state=state, url=offer.link.url or "–"))
    elif offer.why_no_link:
        lines.append(offer.why_no_link)
    return "\n".join(lines)


def _facts(offer: UpgradeOffer) -> dict[str, Any]:
    return {
        "prospect": offer.name,
        "tier": offer.tier,
        "offered": offer.offered,
        "tiers": [
            {
                "name": tier.name,
                "costs": None if tier.costs is None else str(tier.costs.major),
                "currency": None if tier.costs is None else tier.costs.currency,
                "every": tier.every,
                "features": dict(tier.features),
            }
            for tier in offer.tiers
        ],
        "link": None if offer.link is None else _link_facts(offer.link),
        "why_no_link": offer.why_no_link,
    }


def _link_facts(link: PaymentLink) -> dict[str, Any]:
    facts = {"application_id": link.reference, "tier": link.tier, "state": link.state, "url": link.url}
    return facts | {"session": link.session, "made_at": link.made_at, "expires_at": link.expires_at, "note": link.note}


def checkout_key(arguments: argparse.Namespace) -> int:
    """Keeps or forgets the key for payment links, which is never an argument: those are in the shell's history."""
    with workspace() as (context, known):
        beside = tr("{variable} is set, and goes before it.", variable=CHECKOUT_VARIABLE) if known.stripe_checkout_key else ""
        if arguments.forget_checkout:
            forgotten = forget_checkout(context)
            words = tr("The key for payment links is taken away.") if forgotten else tr("No key was kept.")
            say(arguments, f"{words} {beside}".rstrip(), {"forgotten": forgotten})
            return DONE
        typed = ask_secret(tr("Key for payment links (rk_live_…): "))
        found = connect_checkout(context, known, typed, secret_live=arguments.accept_secret_key)
    words = tr("{found}. The key is kept in the keychain.", found=found)
    say(arguments, f"{words} {beside}".rstrip(), {"found": found})
    return DONE
