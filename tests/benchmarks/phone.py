"""The phone's pages as a phone gets them: by https over a socket, from the database of 100,000 prospects."""

import ssl
import time
from collections.abc import Sequence

import httpx

from journeydesk import config
from journeydesk.receiver.phone.serving import PhoneServer
from journeydesk.receiver.security_log import SecurityLog
from journeydesk.services.context import Context
from journeydesk.services.phone import pairing
from journeydesk.services.phone.settings import PhoneSettings
from journeydesk.services.queries.lists.search import search_prospects
from journeydesk.services.workspace.opening import open_workspace
from tests.benchmarks.big_database import KEY
from tests.benchmarks.frames import figure
from tests.benchmarks.table import Figure
from tests.benchmarks.workspaces import Workspaces

_TIMES = 20
_BOUND_MS, _BOUND_KB = 100, 60


def phone_figures(workspaces: Workspaces) -> list[Figure]:
    """Each page: how long until it is there whole, and how large it is."""
    context, _ = open_workspace(workspaces.run_folder("big"), KEY, config.connections({"JOURNEYDESK_ACTOR": "Amaia Etxarri"}))
    log = SecurityLog(context)
    server = PhoneServer(context, PhoneSettings(True, "127.0.0.1", 0), log)
    trust = ssl.create_default_context(cafile=str(server.certificate.certificate))
    try:
        with httpx.Client(base_url=f"https://127.0.0.1:{server.port}", verify=trust, trust_env=False) as browser:
            _pair(context, browser)
            return _pages(browser, int(search_prospects(context, "tinrock", 1)[0].prospect))
    finally:
        server.stop()
        log.close()
        context.database.close()


def _pair(context: Context, browser: httpx.Client) -> None:
    browser.post("/phone/pair", data={"code": pairing.invite(context).secret})
    browser.post("/phone/pair/agree")
    pairing.agree_by_computer(context)


def _pages(browser: httpx.Client, prospect: int) -> list[Figure]:
    places = {
        "today": "/phone/",
        "prospects": "/phone/prospects",
        "search": "/phone/prospects?q=tinrock",
        "prospect": f"/phone/prospects/{prospect}",
        "alerts": "/phone/alerts?show=seen",
    }
    figures: list[Figure] = []
    largest = 0
    for name, address in places.items():
        took, sizes = _asked(browser, address)
        largest = max(largest, *sizes)
        figures.append(figure(f"phone, {name}, p95", took, _BOUND_MS))
    figures.append(Figure("phone, the largest page", largest / 1000, "kB", _BOUND_KB))
    return figures


def _asked(browser: httpx.Client, address: str) -> tuple[Sequence[float], Sequence[int]]:
    took, sizes = [], []
    for _ in range(_TIMES):
        began = time.perf_counter()
        answer = browser.get(address)
        took.append((time.perf_counter() - began) * 1000)
        assert answer.status_code == 200, answer.text
        sizes.append(len(answer.content))
    return took, sizes
