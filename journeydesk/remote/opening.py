"""The one place that knows which remote the team's records live in; everybody else speaks of it by its name and the port."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from journeydesk.domain.frozen_data import dataclass
from journeydesk.remote.airtable.service import ADDRESS, DEFAULT_PLAN, NAME, PAGE, PLANS, TOKEN

if TYPE_CHECKING:
    from journeydesk.sync.ports import Remote

REMOTE_NAME = NAME
"""What people call the configured remote."""

REMOTE_SLUG = REMOTE_NAME.casefold()
"""The same in the names of stored facts, of keys in the keyring and of counted calls."""

REMOTE_ADDRESS = ADDRESS
"""Where it is, unless the workspace or the environment says otherwise."""

REMOTE_PLANS = PLANS
"""The plans that the service sells: calls per workspace and month, None without a limit."""

REMOTE_DEFAULT_PLAN = DEFAULT_PLAN
"""The plan that is assumed until somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class RemoteAccess:
    """How to reach the team's records: the service's address, the token, the id of the base."""

    url: str
    token: str
    base: str


def token_in(text: str) -> str:
    """The token in a text that was pasted; empty where it holds none."""
    token = TOKEN.fullmatch(text.strip())
    return token.group() if token else ""


def page_of(base: str, table: str, record: str) -> str:
    """The address at which a browser shows a record."""
    return PAGE.format(base=base, table=table, record=record)


def quota_of(plan: str | None) -> int | None:
    """The plan's calls a month; an unknown plan counts as the default one."""
    return PLANS.get(plan or DEFAULT_PLAN, PLANS[DEFAULT_PLAN])


def open_remote(
    access: RemoteAccess,
    per_second: float | None = None,
    sleep: Callable[[float], None] = time.sleep,
    beside: bool = False,
) -> "Remote":
    """The base, ready for requests; `per_second` in place of the service's own limit (0 for none), `beside` where a process of its own
    is to ask. For one thread. Raises UserError for an address that is not safe for a token."""
    # Imported when a request is wanted: the first screen names the remote, and must not wait for its client.
    from journeydesk.remote.airtable.limits import LIMITS
    from journeydesk.remote.airtable.remote import AirtableRemote
    from journeydesk.sync.budget import Pace

    pace = Pace(LIMITS.per_second if per_second is None else per_second, time.monotonic, sleep)
    return AirtableRemote(access.url, access.token, access.base, pace, beside=beside)


def list_bases(url: str, token: str, beside: bool = False) -> list[tuple[str, str]]:
    """The bases that the token sees, as (id, name). Raises TokenRefused, AccessDenied where it may not list them, and
    RemoteUnreachable."""
    from journeydesk.remote.airtable import bases

    return bases.list_bases(url, token, beside)
