"""A team that sells two tiers, over the Stripe stand-in; its clock and Stripe's go together."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from journeydesk.config import Connections
from journeydesk.domain.ids import RecordId
from journeydesk.sandbox.server import Sandbox
from journeydesk.sandbox.team.offer import SOLD, TIER_PRICES
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.context import Context
from journeydesk.services.upgrades.making import make_link
from journeydesk.services.upgrades.settling import Settled
from journeydesk.services.upgrades.watching import look_at_links
from journeydesk.storage.engine import sql
from journeydesk.storage.payments.checkout_links import PaymentLink
from tests.integration.payments.conftest import Account
from tests.workspaces import NOW, NOWHERE, workspace


@dataclass
class Seller:
    """One computer of the team."""

    context: Context
    known: Connections
    account: Account

    def prospect(self, **values: Any) -> RecordId:
        """A customer of the lower tier."""
        given = {"company": "Quillon Freight", "contact_name": "Adaeze Nwokorie", "email": "adaeze@quillonfreight.example"}
        return create_prospect(self.context, given | {"tier": "Explorer", "owner": "Amaia Etxarri"} | values)

    def link(self, prospect: RecordId, tier: str = "Accelerator", **more: Any) -> PaymentLink:
        return make_link(self.context, self.known, prospect, tier, **more)

    def look(self, **more: Any) -> list[Settled]:
        return look_at_links(self.context, self.known, **more)

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self.context.database.read() as connection:
            return [tuple(row) for row in sql.rows(connection, query, values)]

    def states(self) -> list[str]:
        """The state of each attempt, the first one first."""
        return [state for (state,) in self.rows("SELECT state FROM checkout_link ORDER BY rowid")]

    def tier(self, prospect: RecordId) -> Any:
        return self.rows("SELECT tier FROM prospects WHERE lid = ?", prospect)[0][0]

    def paid_events(self) -> list[str]:
        return [key for (key,) in self.rows("SELECT key FROM events WHERE event = 'checkout_completed' AND NOT deleted")]


class Stripe(Account):
    """The account, and what visitors of a link do."""

    def __init__(self, box: Sandbox) -> None:
        super().__init__(box)
        for name, (price, minor) in TIER_PRICES.items():
            from journeydesk.sandbox.stripe import catalogue

            self.store.put("prices", catalogue.price(price, self.now(), f"prod_{name}", "eur", minor, "month"))

    def visit(self, link: PaymentLink, **more: Any) -> None:
        """The customer pays by the link."""
        self.control("POST", "stripe", {"complete": link.session, **more})

    def fault(self, kind: str, **more: Any) -> None:
        self.control("POST", "faults", {"kind": kind, **more})

    def sessions(self) -> list[dict[str, Any]]:
        return list(self.store.objects["checkout/sessions"].values())

    def open_sessions(self) -> list[str]:
        return [session["id"] for session in self.sessions() if session["status"] == "open"]


@pytest.fixture(scope="session")
def links_box() -> Iterator[Sandbox]:
    """The stand-ins; each test empties Stripe's account."""
    with Sandbox.start(prospects=20, lift_limits=True, now=NOW) as running:
        running.workspace.clock.freeze()
        yield running


@pytest.fixture
def stripe_account(links_box: Sandbox) -> Iterator[Stripe]:
    """An account that sells both tiers."""
    clock = links_box.workspace.clock
    offset = clock.offset
    made = Stripe(links_box)
    yield made
    clock.set_offset(offset)
    made.control("DELETE", "faults")
    made.control("DELETE", "counters")


@pytest.fixture
def new_seller(tmp_path: Path, stripe_account: Stripe) -> Iterator[Callable[[], Seller]]:
    """Makes a computer at each call."""
    box = stripe_account.box
    with ExitStack() as stack:
        made: list[Seller] = []

        def make() -> Seller:
            context = stack.enter_context(workspace(tmp_path / f"w{len(made)}"))
            context.clock = lambda: NOW + timedelta(milliseconds=box.workspace.now_ms() - int(NOW.timestamp() * 1000))
            known = replace(NOWHERE, stripe_url=box.stripe_url, stripe_checkout_key=box.addresses.checkout_key)
            change_settings(context, SOLD, "Sells two tiers")
            made.append(Seller(context, known, stripe_account))
            return made[-1]

        yield make


@pytest.fixture
def seller(new_seller: Callable[[], Seller]) -> Seller:
    return new_seller()
