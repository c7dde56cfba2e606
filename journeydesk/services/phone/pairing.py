"""Pairing a phone: begun in the window, asked for by the phone, agreed by both; devices listed and removed."""

from datetime import datetime

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.phone.device_names import device_name
from journeydesk.domain.phone.pairing import (
    Pairing,
    Stage,
    hashed,
    new_code,
    new_secret,
    number_of,
    plain_code,
)
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.storage.phone import pairings, phones

MOST_PHONES = 3
"""How many phones one workspace takes: a rep has one or two, and a third is there while a new one is set up."""

_WRONG = tr("That code does not fit. Look at the computer again, or scan the picture.")
_OVER = {
    Stage.LOCKED: tr("Too many wrong codes. Start again on the computer: Settings, Integrations, Pair a phone."),
    Stage.EXPIRED: tr("The code ran out. Start again on the computer: Settings, Integrations, Pair a phone."),
    Stage.STOPPED: tr("Pairing was stopped. Start again on the computer: Settings, Integrations, Pair a phone."),
    Stage.PAIRED: tr("This code was used. Start again on the computer: Settings, Integrations, Pair a phone."),
    Stage.ASKED: tr("Another phone has used this code. Start again on the computer: Settings, Integrations, Pair a phone."),
}


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the window shows to be scanned, or to be typed; kept nowhere."""

    secret: str
    code: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A paired phone; `seen_at` is None until it was used."""

    id: int
    name: str
    paired_at: datetime
    seen_at: datetime | None


def paired_phones(context: Context) -> list[Phone]:
    """All of them, the newest first."""
    with context.database.read() as connection:
        stored = phones.phones(connection)
    return [
        Phone(phone.id, phone.name, moment_of(phone.paired_at), moment_of(phone.seen_at) if phone.seen_at else None)
        for phone in stored
    ]


def remove_phone(context: Context, phone: int) -> None:
    """It may no longer come in, from its next request on."""
    with context.database.write(counted=False) as connection:
        phones.remove(connection, phone)


def invite(context: Context) -> Invitation:
    """Begins a pairing and ends the one before. Raises UserError where no further phone has room."""
    with context.database.write(counted=False) as connection:
        if len(phones.phones(connection)) >= MOST_PHONES:
            raise UserError(
                tr("{most_phones} phones are paired, and no more have room. Remove one first.", most_phones=MOST_PHONES)
            )
        invitation = Invitation(new_secret(), new_code())
        pairings.begin(connection, hashed(invitation.secret), hashed(plain_code(invitation.code)), context.clock())
    return invitation


def pairing(context: Context) -> Pairing | None:
    """The one that was begun last."""
    with context.database.read() as connection:
        return pairings.current(connection)


def ask(context: Context, offered: str, token: str, user_agent: str, fingerprint: str) -> str:
    """A phone asks to come in with the secret or the code; returns the number that both show. `token` is what the phone will be known
    by. Raises UserError where nothing is to be paired, or the code is wrong: the fifth wrong one ends it."""
    refusal = ""
    with context.database.write(counted=False) as connection:
        now = context.clock()
        running = pairings.current(connection)
        stage = running.stage(now) if running else Stage.EXPIRED
        if running is None or stage is not Stage.OPEN:
            raise UserError(_OVER[stage])
        if running.opens(offered):
            number = number_of(running.secret_hash, hashed(token), fingerprint)
            values = {
                "asked_at": context.now(),
                "name": device_name(user_agent),
                "number": number,
                "token_hash": hashed(token),
            }
            pairings.change(connection, running.id, values)
        else:
            pairings.change(connection, running.id, {"wrong": running.wrong + 1})
            refusal = _WRONG
    if refusal:
        raise UserError(refusal)
    return number


def agree_by_phone(context: Context, token: str) -> Stage:
    """The phone's owner says that the numbers are the same. Returns where the pairing stands; EXPIRED for a stranger's token."""
    return _agree(context, "phone_agreed", hashed(token))


def agree_by_computer(context: Context) -> Stage:
    """The same at the computer."""
    return _agree(context, "computer_agreed", None)


def _agree(context: Context, side: str, token_hash: str | None) -> Stage:
    with context.database.write(counted=False) as connection:
        running = pairings.current(connection)
        if running is None or token_hash not in (None, running.token_hash):
            return Stage.EXPIRED
        stage = running.stage(context.clock())
        if stage is not Stage.ASKED:
            return stage
        pairings.change(connection, running.id, {side: 1})
        both = {"phone_agreed": running.phone_agreed, "computer_agreed": running.computer_agreed} | {side: True}
        if not all(both.values()):
            return Stage.ASKED
        phones.add(connection, running.name, running.token_hash, context.now())
        pairings.change(connection, running.id, {"ended": Stage.PAIRED.value})
    return Stage.PAIRED


def stop(context: Context, token: str | None = None) -> None:
    """Either side says no, or closes what it was asked in. A stranger's token stops nothing, and what is paired stays so."""
    with context.database.write(counted=False) as connection:
        running = pairings.current(connection)
        if running is None or running.ended or (token is not None and hashed(token) != running.token_hash):
            return
        pairings.change(connection, running.id, {"ended": Stage.STOPPED.value})


def stage_for(context: Context, token: str) -> Stage:
    """Where the pairing stands that this phone asked for."""
    with context.database.read() as connection:
        running = pairings.current(connection)
    if running is None or running.token_hash != hashed(token):
        return Stage.EXPIRED
    return running.stage(context.clock())
