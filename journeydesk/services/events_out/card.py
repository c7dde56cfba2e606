"""Events out, Google Analytics and Mixpanel among the services: whether they are on, what is said of them, and their check."""

from collections.abc import Callable

from journeydesk.domain.errors import WorldError
from journeydesk.domain.words import figure, noted, tr, tr_count
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.receiver.outgoing import TargetRow, last_deliveries, targets

EVENTS_OUT, GOOGLE, MIXPANEL = noted("Events out"), "Google Analytics", "Mixpanel"
KINDS = {EVENTS_OUT: "webhook", GOOGLE: "ga4", MIXPANEL: "mixpanel"}


def _of(connection: Connection, name: str) -> list[TargetRow]:
    return [target for target in targets(connection) if target.kind == KINDS[name] and target.state != "off"]


def is_told(name: str) -> Callable[[Connection], bool]:
    """Whether anybody of this service is told."""
    return lambda connection: bool(_of(connection, name))


def told_words(name: str) -> Callable[[Connection], str]:
    """What is said of the service."""

    def words(connection: Connection) -> str:
        if name != EVENTS_OUT:
            return tr("Counts applications and demos")
        return tr_count("Tells {count} address of events", "Tells {count} addresses of events", len(_of(connection, name)))

    return words


def check_told(context: Context, name: str) -> str:
    """Whether the last telling of each target was accepted. Raises WorldError where one was not."""
    with context.database.read() as connection:
        told = [(target, last_deliveries(connection, target.id, 1)) for target in _of(connection, name)]
        dead = sum(len(last_deliveries(connection, target.id, 1_000, "dead")) for target, _ in told)
        waiting = sum(len(last_deliveries(connection, target.id, 1_000, "waiting")) for target, _ in told)
    for target, last in told:
        if target.state == "gone":
            raise WorldError(tr("{url} said that it is gone for good. Remove it, or switch it on again.", url=target.url))
        if last and last[0].state == "dead":
            raise WorldError(
                tr(
                    "The last event was not delivered: {answer}. Send it again in the settings.",
                    answer=last[0].answer or tr("no answer"),
                )
            )
        if last and last[0].state == "waiting" and last[0].attempts:
            raise WorldError(
                tr("The last event waits for another attempt: {answer}.", answer=last[0].answer or tr("no answer"))
            )
    aside = tr(", {count} laid aside", count=figure(dead)) if dead else ""
    return (
        tr("Last event was accepted, {waiting} waiting{aside}", waiting=figure(waiting), aside=aside)
        if any(last for _, last in told)
        else tr("Nothing was told yet")
    )
