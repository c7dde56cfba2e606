"""The command `phone`: the phone's page on a computer without a window, switched on and paired in the terminal."""

import argparse
import sys
import time
from collections.abc import Callable

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, FAILED, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.phone.pairing import Pairing, Stage
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.phone import pairing
from journeydesk.services.phone.fingerprint import short_fingerprint
from journeydesk.services.phone.settings import change_phone, own_addresses, phone_settings, trouble, usual_address
from journeydesk.services.receiver.running import is_receiving

_LOOK_SECONDS = 0.5
_OVER = {
    Stage.STOPPED: tr("Stopped on the phone."),
    Stage.EXPIRED: tr("The code ran out. Start again."),
    Stage.LOCKED: tr("Too many wrong codes were typed. Start again."),
}


def show(arguments: argparse.Namespace) -> int:
    """Whether the page is on, where, and for which phones."""
    with workspace() as (context, _):
        settings, phones = phone_settings(context), pairing.paired_phones(context)
        served = settings.on and is_receiving(context) and not trouble(context)
        why = trouble(context)
        end = short_fingerprint(context.database.folder)
    lines = [tr("The phone page is on: {address}", address=settings.address) if settings.on else tr("The phone page is off.")]
    if settings.on and not served:
        lines.append(why or tr("It is not served now. Open the window, or run: journeydesk serve --phone-only"))
    if settings.on and end and not settings.name:
        lines.append(tr("The certificate's SHA-256 ends with {end}.", end=end))
    lines += [
        tr("{id}  {name}, last seen {seen_at}", id=f"{phone.id:>4}", name=phone.name, seen_at=phone.seen_at or tr("never"))
        for phone in phones
    ] or [tr("No phone is paired.")]
    facts = {
        "on": settings.on,
        "address": settings.address,
        "served": served,
        "phones": [
            {"id": phone.id, "name": phone.name, "paired_at": phone.paired_at, "seen_at": phone.seen_at} for phone in phones
        ],
    }
    say(arguments, "\n".join(lines), facts)
    return DONE


def switch_on(arguments: argparse.Namespace) -> int:
    """Switches it on, at this address or under this name."""
    with workspace() as (context, _):
        before = phone_settings(context)
        name = arguments.name or ("" if arguments.address else before.name)
        host = arguments.address or before.host or usual_address(own_addresses())
        if not (host or name):
            raise UserError(
                tr("This computer is in no network that a phone beside it could be in. Name an address or a name of your own.")
            )
        settings = change_phone(context, on=True, host=host, name=name, port=arguments.port or before.port)
    words = tr("On: {address}. It is served by the window, or by: journeydesk serve --phone-only", address=settings.address)
    say(arguments, words, {"on": True, "address": settings.address})
    return DONE


def switch_off(arguments: argparse.Namespace) -> int:
    """Switches it off; phones stay paired."""
    with workspace() as (context, _):
        change_phone(context, on=False)
    say(arguments, tr("Off. Paired phones come in again when it is on."), {"on": False})
    return DONE


def remove(arguments: argparse.Namespace) -> int:
    """A phone may no longer come in."""
    with workspace() as (context, _):
        phone = next((each for each in pairing.paired_phones(context) if each.id == arguments.id), None)
        if phone is None:
            raise UserError(tr("There is no phone {id}. `journeydesk phone` lists them.", id=arguments.id))
        pairing.remove_phone(context, phone.id)
    say(arguments, tr("{name} may no longer come in.", name=phone.name), {"removed": phone.id})
    return DONE


def pair(arguments: argparse.Namespace) -> int:
    """Shows picture and code in the terminal, and asks whether the numbers are the same."""
    with workspace() as (context, _):
        settings = phone_settings(context)
        if not (settings.on and settings.address):
            raise UserError(tr("The phone page is off. Switch it on first: journeydesk phone on"))
        invitation = pairing.invite(context)
        try:
            _show_picture(f"{settings.address}/phone/pair#{invitation.secret}")
            print(
                tr(
                    "Scan it, or open {address} in the phone's browser and type {code}.",
                    address=settings.address,
                    code=invitation.code,
                ),
                flush=True,
            )
            asked = _wait(context, lambda stage: stage is not Stage.OPEN)
            if asked is None or asked.stage(context.clock()) is not Stage.ASKED:
                return _over(context)
            print(
                tr(
                    "{name} shows {number} {number_2}? [y/n] ",
                    name=asked.name,
                    number=asked.number[:3],
                    number_2=asked.number[3:],
                ),
                end="",
                flush=True,
            )
            if sys.stdin.readline().strip().casefold() not in ("y", "yes"):
                print(tr("Stopped."))
                return FAILED
            pairing.agree_by_computer(context)
            print(tr("Now press “The numbers match” on the phone."), flush=True)
            _wait(context, lambda stage: stage is not Stage.ASKED)
            return _over(context)
        finally:
            pairing.stop(context)


def _show_picture(content: str) -> None:
    import segno

    segno.make(content, error="m", micro=False).terminal(out=sys.stdout, compact=True)


def _wait(context: Context, is_over: Callable[[Stage], bool]) -> Pairing | None:
    while True:
        running = pairing.pairing(context)
        if running is None or is_over(running.stage(context.clock())):
            return running
        time.sleep(_LOOK_SECONDS)


def _over(context: Context) -> int:
    running = pairing.pairing(context)
    stage = running.stage(context.clock()) if running is not None else Stage.EXPIRED
    if stage is Stage.PAIRED and running is not None:
        print(tr("{name} is paired.", name=running.name))
        return DONE
    print(_OVER.get(stage, "It was not paired."))
    return FAILED
