"""The window of a team that sells two tiers, over the Stripe stand-in."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.sandbox.server import Sandbox
from journeydesk.sandbox.team.offer import SOLD
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.context import Context
from journeydesk.storage.engine import sql
from journeydesk.ui.dialogs.upgrade.sheet import UpgradeSheet
from journeydesk.ui.main_window import MainWindow
from tests.integration.upgrades.conftest import Stripe
from tests.workspaces import NOW


@dataclass
class Counter:
    """A seller's window with its first prospect, a customer of the lower tier."""

    window: MainWindow
    stripe: Stripe
    prospect: RecordId
    qtbot: QtBot

    @property
    def context(self) -> Context:
        return self.window.context

    def open(self, thing: str = "") -> UpgradeSheet:
        sheet = self.window.offer_upgrade(self.prospect, thing)
        assert isinstance(sheet, UpgradeSheet)
        self.settle(sheet)
        return sheet

    def settle(self, sheet: UpgradeSheet) -> None:
        """Waits until no link is being made."""
        self.qtbot.waitUntil(lambda: not sheet.is_busy, timeout=15_000)
        self.qtbot.wait(10)

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        with self.context.database.read() as connection:
            return [tuple(row) for row in sql.rows(connection, query, values)]


@pytest.fixture(scope="session")
def links_box() -> Iterator[Sandbox]:
    with Sandbox.start(prospects=20, lift_limits=True, now=NOW) as running:
        running.workspace.clock.freeze()
        yield running


@pytest.fixture
def stripe_account(links_box: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stripe]:
    monkeypatch.setenv("JOURNEYDESK_STRIPE_URL", links_box.stripe_url)
    monkeypatch.setenv("JOURNEYDESK_STRIPE_CHECKOUT_KEY", links_box.checkout_key)
    clock = links_box.workspace.clock
    offset = clock.offset
    made = Stripe(links_box)
    yield made
    clock.set_offset(offset)
    made.control("DELETE", "faults")


@pytest.fixture
def counter(window: MainWindow, stripe_account: Stripe, qtbot: QtBot) -> Counter:
    context = window.context
    change_settings(context, SOLD, "Sells two tiers")
    with context.database.read() as connection:
        prospect = RecordId(sql.scalar(connection, "SELECT lid FROM prospects WHERE company = 'Quillon Freight'"))
    edit(context, prospect, {"tier": "Explorer", "owner": "Amaia Etxarri", "email": "adaeze@quillonfreight.example"})
    return Counter(window, stripe_account, prospect, qtbot)
