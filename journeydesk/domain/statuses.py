"""What the statuses of a prospect mean, said once: who is open, undecided, accepted, a customer, closed, lost
(docs/rules.md, "Customer status and LTV").

A prospect has two: the status of its application, and its customer status. The sets hold the choices of `domain.catalogue`;
`storage.records.statuses` builds SQL of the same sets.
"""

from collections.abc import Iterable

from journeydesk.domain.catalogue import APPLICATION_STATUSES, CUSTOMER_STATUSES
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.words import tr

ACCEPTED = "Accepted"
"""The status of an application that was accepted and where nothing has begun yet."""

CUSTOMER = "CUSTOMER"
"""The customer status of who pays."""

CHURNED = "CHURNED"
"""The customer status of who paid once and left."""

UNDECIDED = frozenset({"", "New", "Reviewing"})
"""Statuses of an application on which nobody has decided; empty counts as new."""

TAKEN_IN = frozenset({ACCEPTED, "Onboarding", "Active"})
"""Statuses of an application that was accepted, whatever has become of it while it stays: what conversion counts."""

USING = frozenset({"Onboarding", "Active"})
"""Statuses of an application whose prospect uses the product."""

CLOSED = frozenset({"Rejected", "Churned"})
"""Statuses of an application that ended: nobody is to be won or kept any more."""

LOST = frozenset({CHURNED, "LEAD_EXHAUSTED"})
"""Customer statuses that ended the same way, whatever the application says."""

REACHED = frozenset({"Reached", "Call back", "Meeting booked", "Not interested"})
"""Outcomes of a call that somebody took."""

_WORDS = {
    "PROSPECT": tr("Prospect"),
    "LEAD_QUALIFIED": tr("Qualified lead"),
    "CUSTOMER": tr("Customer"),
    "CHURNED": tr("Churned"),
    "LEAD_EXHAUSTED": tr("Exhausted lead"),
}

_PLACE = {name: place for place, name in enumerate((*APPLICATION_STATUSES, *CUSTOMER_STATUSES))}


def is_undecided(status: object) -> bool:
    """Whether an application of this status waits for a decision."""
    return (status or "") in UNDECIDED


def is_open(status: object, customer_status: object) -> bool:
    """Whether a prospect is still to be won or kept."""
    return status not in CLOSED and customer_status not in LOST


def uses_product(status: object, customer_status: object) -> bool:
    """Whether a prospect pays for the product or is set up to use it, as far as its statuses say."""
    return customer_status == CUSTOMER or status in USING


def in_order(statuses: Iterable[str]) -> tuple[str, ...]:
    """Statuses in the order in which people choose among them."""
    return tuple(sorted(statuses, key=lambda status: _PLACE.get(status, -1)))


def customer_words(status: str) -> str:
    """A customer status as people read it; any other word as it stands."""
    return _WORDS.get(status, status)


def parse_status(text: str) -> str:
    """One of the five customer statuses, case forgiven. Raises ValueRefused with the list."""
    status = text.strip().upper().replace(" ", "_")
    if status not in CUSTOMER_STATUSES:
        allowed = ", ".join(CUSTOMER_STATUSES)
        raise ValueRefused(
            "Customer Status",
            tr("Customer Status: “{text}” is not a status. Use one of {allowed}.", text=text, allowed=allowed),
        )
    return status
