"""What the stand-in for Make knows: organisations, teams, scenarios and their executions."""

import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

SCOPES = frozenset({"user:read", "organizations:read", "teams:read", "scenarios:read", "scenarios:run"})
RUNNING, SUCCESS, WARNING, ERROR = 0, 1, 2, 3
STATUS_WORDS = ("RUNNING", "SUCCESS", "WARNING", "ERROR")


@dataclass(slots=True)
class Execution:
    """One run of a scenario: it runs until `ends_at`, then it has `status`. `kind` is auto or manual."""

    id: str
    began_at: datetime
    ends_at: datetime
    status: int
    kind: str
    author: int | None
    error: str = ""
    data: dict[str, Any] = field(default_factory=dict)

    def status_at(self, now: datetime) -> int:
        """Its status at a moment."""
        return RUNNING if now < self.ends_at else self.status


@dataclass(slots=True)
class Scenario:
    """A scenario; `takes_s` is how long a run of it takes, `fails` how it ends instead of well."""

    id: int
    team: int
    name: str
    scheduling: str = "on-demand"
    active: bool = True
    paused: bool = False
    invalid: bool = False
    dlq: int = 0
    inputs: list[dict[str, Any]] = field(default_factory=list)
    takes_s: float = 4.0
    fails: str = ""
    executions: list[Execution] = field(default_factory=list)


@dataclass(slots=True)
class MakeToken:
    """A token: whose it is, and what it may."""

    secret: str
    user: int
    scopes: frozenset[str] = SCOPES


class MakeStore:
    """Everything; `now` is the stand-in's clock. Ids are made by chance from the seed."""

    def __init__(self, seed: int, now: Callable[[], datetime]) -> None:
        self.now = now
        self._chance = random.Random(seed)
        self.user = self._chance.randrange(10_000, 99_999)
        self.organisation = self._chance.randrange(1_000, 9_999)
        self.zone = ""
        self.limit = 60
        self.teams: dict[int, str] = {}
        self.scenarios: dict[int, Scenario] = {}
        self.tokens: dict[str, MakeToken] = {}
        self.requests: list[datetime] = []

    def new_token(self, scopes: frozenset[str] = SCOPES, user: int | None = None) -> str:
        """A token of the form that Make's own have."""
        secret = str(uuid.UUID(int=self._chance.getrandbits(128), version=4))
        self.tokens[secret] = MakeToken(secret, user or self.user, scopes)
        return secret

    def new_id(self) -> str:
        """The id of an execution."""
        return f"{self._chance.getrandbits(128):032x}"

    def begin(
        self,
        scenario: Scenario,
        data: dict[str, Any],
        *,
        kind: str = "manual",
        author: int | None = None,
        ago_s: float = 0.0,
        status: int | None = None,
    ) -> Execution:
        """A run begins, now or a while ago."""
        began = self.now() - timedelta(seconds=ago_s)
        ends = status if status is not None else ERROR if scenario.fails else SUCCESS
        execution = Execution(
            self.new_id(), began, began + timedelta(seconds=scenario.takes_s), ends, kind, author, scenario.fails, data
        )
        scenario.executions.append(execution)
        return execution
