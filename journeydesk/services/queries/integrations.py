"""The integrations page: what each service is for, whether it works, and when that was last seen."""

import json
from collections.abc import Callable, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import named, noted, tr
from journeydesk.remote.opening import REMOTE_NAME, REMOTE_SLUG
from journeydesk.services.agent.card import AGENT_DOOR, door_words, is_open
from journeydesk.services.context import Context
from journeydesk.services.events_out.card import EVENTS_OUT, GOOGLE, MIXPANEL, is_told, told_words
from journeydesk.services.phone.card import PHONE, is_phone_on, phone_words
from journeydesk.services.receiver.card import SERVICE_NAME, is_any_unmatched, is_switched_on, received_words
from journeydesk.services.rows.sync import ServiceState
from journeydesk.services.scenarios.account import MAKE
from journeydesk.services.scenarios.card import is_make_on, make_words
from journeydesk.services.upgrades.key import UPGRADES, links_words
from journeydesk.services.upgrades.key import is_switched_on as is_switched_on_for_links
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.mail.queue import count_waiting
from journeydesk.storage.payments.stripe_mirror import STRIPE, is_begun
from journeydesk.storage.sync.api_calls import ServiceCheck, last_checks, last_worked
from journeydesk.storage.sync.meta import get_meta
from journeydesk.storage.sync.table_maps import synced_fields

SLOW_SECONDS = 5.0
_CHECKS = 4
NOTIFICATIONS, FILES = "Notifications", "Files"
MAIL, CLAUDE = noted("E-mail"), "Claude"


@dataclass(frozen=True, slots=True)
class Card:
    """A service as the page shows it: what it is for (`what` says it with what is known), and what counts as working.

    `is_on` says whether somebody set it up. One that is `local` is of this computer: nobody sets it up. One that `tests` has a test
    of its own that a person runs, beside its check. One that is `here` is set up, and answers on this computer without a network;
    one that `settles` has settings that a person comes back to.
    `waits` says whether something of it waits for a person, also while it is off.
    """

    name: str
    icon: str
    criterion: str
    is_on: Callable[[Connection], bool]
    what: Callable[[Connection], str]
    local: bool = False
    tests: bool = False
    here: bool = False
    settles: bool = False
    waits: Callable[[Connection], bool] = lambda _connection: False


def _says(words: str) -> Callable[[Connection], str]:
    return lambda _connection: words


def _fields(connection: Connection) -> str:
    return tr("{fields} fields matched", fields=sum(synced_fields(connection).values()))


def _is_connected(connection: Connection) -> bool:
    return get_meta(connection, f"{REMOTE_SLUG}_base") is not None


def _has_mail_account(connection: Connection) -> bool:
    return get_meta(connection, "mail_account") is not None


def _mail_words(connection: Connection) -> str:
    account = json.loads(get_meta(connection, "mail_account") or "{}")
    return tr("{address}, {count} in queue", address=account.get("address", ""), count=count_waiting(connection))


CARDS: tuple[Card, ...] = (
    Card(REMOTE_NAME, "table", tr("Base answers and all matched fields are there"), _is_connected, _fields),
    Card(STRIPE, "card", tr("Newest payment can be read"), is_begun, _says(tr("Restricted key, read only"))),
    Card(UPGRADES, "link", tr("Key may make links, the tiers’ prices agree"), is_switched_on_for_links, links_words),
    Card(
        CLAUDE,
        "spark",
        tr("Test prompt is answered within 10 s"),
        lambda connection: get_meta(connection, "claude_connected") is not None,
        _says(tr("Drafts for you to approve")),
    ),
    Card(MAKE, "plug", tr("The team’s scenarios can be read"), is_make_on, make_words),
    Card(MAIL, "mail", tr("A test mail to you is accepted by the server"), _has_mail_account, _mail_words),
    Card(
        SERVICE_NAME,
        "download",
        tr("Receiver answers, a signed test is accepted"),
        is_switched_on,
        received_words,
        tests=True,
        here=True,
        waits=is_any_unmatched,
    ),
    Card(
        PHONE,
        "phone",
        tr("Page answers by https with this computer’s certificate"),
        is_phone_on,
        phone_words,
        here=True,
        settles=True,
    ),
    Card(
        AGENT_DOOR,
        "plug",
        tr("An assistant’s first questions are answered"),
        is_open,
        door_words,
        here=True,
        settles=True,
    ),
    Card(
        EVENTS_OUT,
        "external",
        tr("Last event was accepted, none waits"),
        is_told(EVENTS_OUT),
        told_words(EVENTS_OUT),
        here=True,
    ),
    Card(GOOGLE, "chart", tr("Last event passed Google’s check"), is_told(GOOGLE), told_words(GOOGLE), here=True),
    Card(MIXPANEL, "trend", tr("Last event was accepted"), is_told(MIXPANEL), told_words(MIXPANEL), here=True),
    Card(
        NOTIFICATIONS,
        "bell",
        tr("This desktop can show a notification"),
        lambda connection: bool(last_checks(connection, NOTIFICATIONS, 1)),
        _says(tr("Alerts on this desktop")),
        local=True,
    ),
    Card(
        FILES,
        "file",
        tr("A report can be written and read back"),
        lambda connection: bool(last_checks(connection, FILES, 1)),
        _says(tr("Reports, exports and copies")),
        local=True,
    ),
)


def services_on(context: Context, *, here_only: bool = False) -> list[str]:
    """The services that somebody set up, but the base and what is of every computer; `here_only` those that need no network."""
    with context.database.read() as connection:
        return [
            card.name
            for card in CARDS
            if not card.local and card.name != REMOTE_NAME and (card.here or not here_only) and card.is_on(connection)
        ]


def service_states(context: Context) -> list[ServiceState]:
    """Each service with its last checks, newest first."""
    with context.database.read() as connection:
        return [
            _state(card, connection, last_checks(connection, card.name, _CHECKS), _last_work(connection, card))
            for card in CARDS
        ]


def _last_work(connection: Connection, card: Card) -> str | None:
    """When it last did what it is for by itself: synced, read payments, sent a mail, wrote a text."""
    return get_meta(connection, "last_success") if card.name == REMOTE_NAME else last_worked(connection, card.name)


def _state(card: Card, connection: Connection, checks: Sequence[ServiceCheck], last_work: str | None) -> ServiceState:
    waits = card.waits(connection)
    if not card.is_on(connection):
        subtitle = card.what(connection) if waits else tr("Not checked yet") if card.local else tr("Not set up")
        return ServiceState(card.name, subtitle, card.icon, "Off", None, None, card.criterion, waits=waits)
    lines = tuple((moment_of(check.at), bool(check.ok), check.text or "", check.seconds or 0.0) for check in checks)
    worked = moment_of(last_work) if last_work else None
    newest = lines[0] if lines else None
    # What failed when it was checked and has worked since works.
    failed = newest is not None and not newest[1] and not (worked and worked > newest[0])
    slow = newest is not None and newest[3] > SLOW_SECONDS
    return ServiceState(
        name=card.name,
        subtitle=card.what(connection),
        icon=card.icon,
        # Nobody says that it works before it was seen to.
        state="Not working" if failed else "Slow" if slow else "Working" if newest or worked else "Not checked",
        last_checked=max((at for at in (newest and newest[0], worked) if at), default=None),
        last_success=max((at for at in (*(at for at, ok, _, _ in lines if ok), worked) if at), default=None),
        criterion=card.criterion,
        problem_title=tr("{name}: the last check failed", name=named(card.name)) if failed else "",
        failures=next((place for place, line in enumerate(lines) if line[1]), len(lines)) if failed else 0,
        problem_text=newest[2] if failed and newest else "",
        checks=lines,
        tests=card.tests,
        settles=card.tests or card.settles,
        waits=waits,
    )
