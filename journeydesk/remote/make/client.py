"""Make's API, version 2: one request at a time, each with one end, its answer looked at before it is believed
(docs/services.md, "Make.com").

To read is asked again where that helps. To run is asked once: whatever became of it is looked up in the log, never sent again.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Self

import requests

from journeydesk.domain.errors import WorldError
from journeydesk.domain.scenarios.inputs import Input
from journeydesk.domain.scenarios.runs import LogLine
from journeydesk.domain.scenarios.states import Scenario
from journeydesk.domain.words import tr
from journeydesk.remote.bounded_http import bound
from journeydesk.remote.make import shapes
from journeydesk.remote.make.refusals import (
    MakeUnreachable,
    RunUnknown,
    asked_wait,
    refusal,
    unreadable,
    was_not_sent,
)
from journeydesk.remote.make.shapes import Execution, Team
from journeydesk.remote.safe_address import check_address
from journeydesk.remote.server_clock import server_moment

SECONDS = 20.0
"""The end of a request that reads."""

RUN_SECONDS = 45.0
"""The end of the request that runs: Make may hold it for 40 s and answer without an outcome then."""

_CONNECT_SECONDS = 5.0
_MOST_BYTES = 8 * 1024 * 1024
_TRIES = 3
_PAGE, _MOST_PAGES = 100, 50
_API_KEY = 36
_COLUMNS = ("id", "name", "isActive", "isPaused", "isinvalid", "scheduling", "dlqCount")


class MakeClient:
    """For one token in one zone. `sleep` waits between tries; `seconds` and `run_seconds` stand in for the two ends."""

    def __init__(
        self,
        url: str,
        token: str,
        sleep: Callable[[float], None] = time.sleep,
        seconds: float | None = None,
        run_seconds: float | None = None,
    ) -> None:
        self._url = f"{check_address(url)}/api/v2"
        self._sleep = sleep
        self._seconds = SECONDS if seconds is None else seconds
        self._run_seconds = RUN_SECONDS if run_seconds is None else run_seconds
        self._reading = bound(requests.Session(), self._seconds, _MOST_BYTES)
        self._running = bound(requests.Session(), self._run_seconds, _MOST_BYTES)
        # A key of the API has the form of a UUID; whatever else is a token of OAuth.
        kind = "Token" if len(token) == _API_KEY and token.count("-") == 4 else "Bearer"
        for session in (self._reading, self._running):
            session.headers.update({"Authorization": f"{kind} {token}", "Accept": "application/json"})
        self.server_time: datetime | None = None
        """Make's own clock at the last answer."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._reading.close()
        self._running.close()

    def me(self) -> int:
        """The id of whose token it is."""
        return shapes.user(self._get("/users/me"))

    def teams(self) -> list[Team]:
        """Every team that the token may see, of every organisation of this zone and of others."""
        found: list[Team] = []
        for organisation in shapes.organisations(self._get("/organizations")):
            if organisation.host and organisation.host not in self._url:
                found.append(Team(0, "", organisation.name, organisation.host))
                continue
            body = self._get("/teams", [("organizationId", str(organisation.id))])
            found += shapes.teams(body, organisation)
        return found

    def scenarios(self, team: int) -> list[Scenario]:
        """All scenarios of a team."""
        found: dict[int, Scenario] = {}
        for page in range(_MOST_PAGES):
            query = [("teamId", str(team)), *(("cols[]", column) for column in _COLUMNS)]
            query += [("pg[limit]", str(_PAGE)), ("pg[offset]", str(page * _PAGE))]
            listed, limit = shapes.scenarios(self._get("/scenarios", query))
            fresh = [each for each in listed if each.id not in found]
            found |= {each.id: each for each in fresh}
            if len(listed) < (limit or _PAGE) or not fresh:
                break
        return list(found.values())

    def scenario(self, scenario: int) -> Scenario:
        """One scenario as it is now. Raises MakeMissing."""
        return shapes.one_scenario(self._get(f"/scenarios/{scenario}"))

    def inputs(self, scenario: int) -> tuple[Input, ...]:
        """What a scenario takes."""
        return shapes.inputs(self._get(f"/scenarios/{scenario}/interface"))

    def log(self, scenario: int, limit: int = 50) -> list[LogLine]:
        """The newest lines of a scenario's log, as many as are asked for at most."""
        return shapes.log_lines(self._get(f"/scenarios/{scenario}/logs", [("pg[limit]", str(limit))]))[:limit]

    def log_line(self, scenario: int, execution: str) -> LogLine:
        """One line of the log. Raises MakeMissing."""
        return shapes.one_line(self._get(f"/scenarios/{scenario}/logs/{execution}"))

    def execution(self, scenario: int, execution: str) -> Execution:
        """Where a run stands. Raises MakeMissing where Make does not know it, any more or yet."""
        return shapes.execution(self._get(f"/scenarios/{scenario}/executions/{execution}"))

    def run(self, scenario: int, data: Mapping[str, object]) -> str:
        """Runs a scenario once; returns the id of the execution, without waiting for its end.

        Raises RunUnknown where it may or may not have begun, and for all else that nothing ran: MakeBusy, MakeUnreachable, MakeRefused,
        MakeMissing and the errors of a token.
        """
        body: dict[str, object] = {"responsive": False}
        if data:
            body["data"] = dict(data)
        try:
            answer = self._running.post(
                f"{self._url}/scenarios/{scenario}/run",
                json=body,
                timeout=(_CONNECT_SECONDS, self._run_seconds),
                allow_redirects=False,
            )
        except requests.RequestException as problem:
            if was_not_sent(problem):
                raise MakeUnreachable(tr("Make.com cannot be reached. The scenario was not run.")) from problem
            raise RunUnknown(tr("Make.com did not answer. Whether it runs is looked up in its log.")) from problem
        self._note_time(answer)
        if answer.status_code in (408, 504) or answer.status_code >= 500:
            raise RunUnknown(tr("Make.com answered without an outcome. Whether it runs is looked up in its log."))
        if answer.status_code >= 400:
            raise refusal(answer)
        try:
            return shapes.started(_json(answer))
        except WorldError as problem:
            raise RunUnknown(tr("Make.com answered without an outcome. Whether it runs is looked up in its log.")) from problem

    def _get(self, path: str, query: Sequence[tuple[str, str]] = ()) -> Any:
        """The answer's JSON. Waits out trouble and 429 within the one end of the request, then says what is wrong."""
        ends_at = time.monotonic() + self._seconds
        for attempt in range(1, _TRIES + 1):
            left = ends_at - time.monotonic()
            problem: WorldError
            wait = 2.0 ** (attempt - 1)
            try:
                answer = self._reading.get(
                    f"{self._url}{path}", params=list(query), timeout=(min(_CONNECT_SECONDS, left), left), allow_redirects=False
                )
            except requests.RequestException:
                problem = MakeUnreachable(tr("Make.com cannot be reached. All else works; it is asked again later."))
            else:
                self._note_time(answer)
                if answer.status_code < 300:
                    return _json(answer)
                if answer.status_code != 429 and answer.status_code < 500:
                    raise refusal(answer)
                told = refusal(answer)
                assert isinstance(told, WorldError)
                problem = told
                wait = asked_wait(answer) or wait
            if attempt == _TRIES or time.monotonic() + wait >= ends_at:
                raise problem
            self._sleep(wait)
        raise AssertionError

    def _note_time(self, answer: requests.Response) -> None:
        self.server_time = server_moment(answer.headers.get("date")) or self.server_time


def _json(answer: requests.Response) -> Any:
    try:
        return answer.json()
    except (ValueError, RecursionError) as problem:
        raise unreadable() from problem
