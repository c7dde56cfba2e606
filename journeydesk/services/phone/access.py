"""Who comes in, and that what a phone sends is done once."""

from collections.abc import Callable
from datetime import timedelta

from journeydesk.domain.errors import UserError
from journeydesk.domain.phone.pairing import hashed
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.storage.phone import phones

_KEPT_DAYS = 60
"""How long an answer is remembered. A phone that comes back with the same request after that asks again as if it were new."""

_SEEN_EVERY = timedelta(minutes=1)
_LONGEST_REQUEST = 64


def phone_with(context: Context, token: str) -> int | None:
    """The phone that this token belongs to, or None. That it was used is noted once a minute."""
    if not token:
        return None
    with context.database.read() as connection:
        phone = phones.by_token(connection, hashed(token))
    if phone is None:
        return None
    now = context.clock()
    if not phone.seen_at or now - moment_of(phone.seen_at) >= _SEEN_EVERY:
        with context.database.write(counted=False) as connection:
            phones.note_seen(connection, phone.id, context.now())
            phones.forget_answers(connection, moment_text(now - timedelta(days=_KEPT_DAYS)))
    return phone.id


def once(context: Context, phone: int, request: str, work: Callable[[], str]) -> str:
    """Does the work of this request and keeps its answer in the same transaction; asked again, gives that answer and does nothing.

    `request` is the id that the phone made when somebody pressed the button. Raises what `work` raises: then nothing was done.
    """
    if not request or len(request) > _LONGEST_REQUEST:
        raise UserError(tr("The page is not complete. Open it anew and try again; what you typed stays on this phone."))
    with context.database.write() as connection:
        before = phones.answer_to(connection, phone, request)
        if before is not None:
            return before
        answer = work()
        phones.keep_answer(connection, phone, request, answer, context.now())
    return answer
