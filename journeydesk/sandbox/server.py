"""The stand-ins together behind one loopback port: Airtable, Stripe, the others and the control API; mail has ports of its own."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, Self

from journeydesk.domain.frozen_data import dataclass
from journeydesk.sandbox.airtable.access import Token
from journeydesk.sandbox.airtable.limits import Limits
from journeydesk.sandbox.airtable.model import IdMaker
from journeydesk.sandbox.airtable.service import AirtableService
from journeydesk.sandbox.airtable.workspace import Workspace
from journeydesk.sandbox.bases.offered import TEAM, add_base, base_called
from journeydesk.sandbox.clock import SandboxClock
from journeydesk.sandbox.control import Control, Traffic
from journeydesk.sandbox.make.service import MakeService
from journeydesk.sandbox.make.team import SALES
from journeydesk.sandbox.others import ADDRESS, CLAUDE_KEY, MAIL_PASSWORD, Others
from journeydesk.sandbox.stripe.access import ApiKey, make_links, read_everything
from journeydesk.sandbox.stripe.service import StripeService
from journeydesk.sandbox.stripe.store import Store
from journeydesk.sandbox.team.seeding import seed_team
from journeydesk.sandbox.web import Request, Response, WebServer, json_response

PROSPECTS = 12_480
SEED = 20_260_519


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a running sandbox is reached, and with which keys."""

    url: str
    airtable_url: str
    stripe_url: str
    control_url: str
    token: str
    base_id: str
    empty_base_id: str
    foreign_base_id: str
    stripe_key: str
    make_url: str
    make_token: str
    make_team: int
    claude_url: str
    claude_key: str
    oauth_url: str
    mail_address: str
    mail_password: str
    smtp_port: int
    imap_port: int
    checkout_key: str

    def environment(self) -> dict[str, str]:
        """The variables that point Journeydesk at this sandbox."""
        return {
            "JOURNEYDESK_AIRTABLE_URL": self.airtable_url,
            "JOURNEYDESK_AIRTABLE_TOKEN": self.token,
            "JOURNEYDESK_AIRTABLE_BASE": self.base_id,
            "JOURNEYDESK_STRIPE_URL": self.stripe_url,
            "JOURNEYDESK_STRIPE_KEY": self.stripe_key,
            "JOURNEYDESK_MAKE_URL": self.make_url,
            "JOURNEYDESK_MAKE_TOKEN": self.make_token,
            "JOURNEYDESK_CLAUDE_URL": self.claude_url,
            "JOURNEYDESK_CLAUDE_KEY": self.claude_key,
            "JOURNEYDESK_OAUTH_URL": self.oauth_url,
            "JOURNEYDESK_MAIL_PASSWORD": self.mail_password,
            "JOURNEYDESK_STRIPE_CHECKOUT_KEY": self.checkout_key,
        }


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without the cyclic collector, which would walk a hundred thousand new and lasting objects again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Dispatch:
    """Sends a request to the stand-in that its path names, through the faults in line."""

    def __init__(self, workspace: Workspace, stripe: StripeService, others: Others) -> None:
        self._clock = workspace.clock
        self.traffic = Traffic()
        self._airtable = AirtableService(workspace)
        self._stripe = stripe
        self._others = others
        self._control = Control(workspace, self._airtable.listing, self.traffic, stripe, others)

    def handle(self, request: Request) -> Response:
        service = request.segments[0] if request.segments else ""
        if service == "control":
            return self._control.handle(request, request.segments[1:])
        fault = next((fault for fault in self.traffic.faults if fault.takes(request)), None)
        answer = self._serve(request) if fault is None else fault.answer(request, self._serve)
        self.traffic.count(service, request, answer.status)
        headers = (*answer.headers, ("date", self._clock.http_date()))
        return replace(answer, headers=headers)

    def _serve(self, request: Request) -> Response:
        if request.segments[:2] == ("airtable", "v0"):
            return self._airtable.handle(request, request.segments[2:])
        if request.segments[:2] == ("stripe", "v1"):
            return self._stripe.handle(request, request.segments[2:])
        return self._others.handle(request) or json_response({"error": "NOT_FOUND"}, 404)


class Sandbox:
    """A running sandbox in a thread of this process."""

    def __init__(
        self,
        workspace: Workspace,
        stripe: StripeService,
        port: int,
        base_id: str | None = None,
        *,
        reading: ApiKey,
        making: ApiKey,
    ) -> None:
        """`reading` is Stripe's key that reads, `making` the one that makes payment links; both are put in."""
        self.workspace = workspace
        self.stripe = stripe
        self.others = Others(SEED, workspace.clock, lifted=workspace.limits.lifted)
        dispatch = _Dispatch(workspace, stripe, self.others)
        self.traffic = dispatch.traffic
        try:
            self._server = WebServer(dispatch.handle, port)
        except OSError:
            self.others.stop()
            raise
        base_ids = list(workspace.bases)
        stripe.keys |= {key.secret: key for key in (reading, making)}
        url = f"http://127.0.0.1:{self._server.port}"
        self.addresses = Addresses(
            url=url,
            airtable_url=f"{url}/airtable",
            stripe_url=f"{url}/stripe",
            control_url=f"{url}/control",
            token=next(iter(workspace.tokens)),
            base_id=base_id or base_ids[0],
            empty_base_id=base_ids[1],
            foreign_base_id=base_ids[2] if len(base_ids) > 2 else "",
            stripe_key=reading.secret,
            checkout_key=making.secret,
            make_url=f"{url}/make",
            make_token=self.others.make_token,
            make_team=SALES,
            claude_url=f"{url}/claude",
            claude_key=CLAUDE_KEY,
            oauth_url=f"{url}/oauth",
            mail_address=ADDRESS,
            mail_password=MAIL_PASSWORD,
            smtp_port=self.others.smtp.port,
            imap_port=self.others.imap.port,
        )

    @classmethod
    def start(
        cls,
        port: int = 0,
        prospects: int = PROSPECTS,
        seed: int = SEED,
        *,
        lift_limits: bool = False,
        now: datetime | None = None,
        plain_dates: bool = False,
        base: str = TEAM,
    ) -> Self:
        """Seed the team and listen on 127.0.0.1. `now` (aware) sets the stand-ins' clock; the story ends on that day. With
        `plain_dates` the team's base has dates where its documents have dates. `base` is the one of `OFFERED` that is connected to.

        Raises OSError if `port` is taken.
        """
        clock = SandboxClock(now)
        # Nothing of the story may hang on how long it takes to begin.
        clock.freeze()
        if now is not None:
            clock.advance(now - clock.now())
        ids = IdMaker(seed)
        workspace = Workspace(clock, ids, Limits(lifted=lift_limits), {}, {}, {})
        secret = f"{ids.new('pat')}.{''.join(ids.many('', 4))}"
        workspace.tokens[secret] = Token(secret, ids.new("usr"), "Amaia Etxarri", "amaia@ostrelle.example")
        store = Store(seed, lambda: workspace.now_ms() // 1000)
        with _no_collecting():
            seed_team(workspace, store, prospects, seed, plain_dates=plain_dates)
            team = next(iter(workspace.bases.values()))
            connected = base_called(base, workspace, team, add_base("wattlebird", workspace, seed), seed)
        clock.run()
        reading = ApiKey(ids.new("rk_test_"), read_everything())
        making = ApiKey(ids.new("rk_test_"), make_links())
        return cls(workspace, StripeService(store, {}), port, connected.id, reading=reading, making=making)

    @property
    def url(self) -> str:
        """The root of all stand-ins."""
        return self.addresses.url

    @property
    def airtable_url(self) -> str:
        """What takes the place of `https://api.airtable.com`."""
        return self.addresses.airtable_url

    @property
    def stripe_url(self) -> str:
        """What takes the place of `https://api.stripe.com`."""
        return self.addresses.stripe_url

    @property
    def control_url(self) -> str:
        """The root of the control API."""
        return self.addresses.control_url

    @property
    def token(self) -> str:
        """A personal access token with every scope, of a user who owns the bases."""
        return self.addresses.token

    @property
    def base_id(self) -> str:
        """The seeded base."""
        return self.addresses.base_id

    @property
    def empty_base_id(self) -> str:
        """A base without tables of ours."""
        return self.addresses.empty_base_id

    @property
    def foreign_base_id(self) -> str:
        """A base that another team made for itself."""
        return self.addresses.foreign_base_id

    @property
    def stripe_key(self) -> str:
        """A restricted key that may read everything that one-way sync needs."""
        return self.addresses.stripe_key

    @property
    def make(self) -> MakeService:
        """Make's stand-in."""
        return self.others.make

    @property
    def make_url(self) -> str:
        """What takes the place of `https://eu1.make.com`."""
        return self.addresses.make_url

    @property
    def make_token(self) -> str:
        """A token of Make with every scope."""
        return self.addresses.make_token

    @property
    def checkout_key(self) -> str:
        """A restricted key that may make payment links and read prices, and nothing else."""
        return self.addresses.checkout_key

    def stop(self) -> None:
        """End the server; the data is gone with it."""
        self._server.stop()
        self.others.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: Any) -> None:
        self.stop()
