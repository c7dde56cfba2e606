"""Make's routes, below `/api/v2`: what its own client calls, and with the errors that it understands."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from journeydesk.sandbox.make.store import ERROR, SCOPES, STATUS_WORDS, WARNING, Execution, MakeStore, MakeToken, Scenario
from journeydesk.sandbox.web import Request, Response, json_response

RESPONSIVE_S = 40.0
"""So long a request to run may be held."""

_PAGE = 50


class MakeError(Exception):
    """An answer that is none."""

    def __init__(self, status: int, message: str, detail: str = "", smaller: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.body: dict[str, Any] = {"message": message}
        if detail:
            self.body["detail"] = detail
        if smaller:
            self.body["suberrors"] = [{"message": each} for each in smaller]


class MakeService:
    """Answers every request below `/make`."""

    def __init__(self, store: MakeStore, *, lifted: bool = False) -> None:
        self.store = store
        self.lifted = lifted

    def handle(self, request: Request, segments: Sequence[str]) -> Response:
        """Answer one request; `segments` are the path's parts after `/make`."""
        try:
            if tuple(segments[:2]) != ("api", "v2"):
                raise MakeError(404, "Not Found")
            return self._route(request, list(segments[2:]))
        except MakeError as error:
            headers = (("retry-after", "20"),) if error.status == 429 else ()
            return json_response(error.body, error.status, headers)

    def _route(self, request: Request, path: list[str]) -> Response:
        token = self._token(request)
        self._count()
        asked = dict(request.query)
        match [request.method, *path]:
            case ["GET", "users", "me"]:
                self._need(token, "user:read")
                return json_response(
                    {"authUser": {"id": token.user, "name": "Amaia Etxarri", "email": "amaia@ostrelle.example"}}
                )
            case ["GET", "organizations"]:
                self._need(token, "organizations:read")
                zone = self.store.zone or f"{request.headers.get('host', '')}/make"
                found = {"id": self.store.organisation, "name": "Ostrelle", "zone": zone, "timezoneId": 113}
                return json_response({"organizations": [found], "pg": _pg(asked)})
            case ["GET", "teams"]:
                self._need(token, "teams:read")
                return json_response({"teams": self._teams(asked), "pg": _pg(asked)})
            case ["GET", "scenarios"]:
                self._need(token, "scenarios:read")
                return self._listed(request, asked)
            case ["GET" | "POST", "scenarios", number, *rest]:
                self._need(token, "scenarios:run" if request.method == "POST" else "scenarios:read")
                return self._scenario(request, token, self._known(number), rest)
        raise MakeError(404, "Not Found", "The requested route does not exist.")

    def _token(self, request: Request) -> MakeToken:
        kind, _, secret = request.headers.get("authorization", "").partition(" ")
        token = self.store.tokens.get(secret.strip())
        # A key of the API comes as Token, what OAuth gave as Bearer; neither is taken as the other.
        if token is None or kind != ("Token" if secret.count("-") == 4 else "Bearer"):
            raise MakeError(401, "Unauthorized", "Access denied. The token is missing or not valid.")
        return token

    def _need(self, token: MakeToken, scope: str) -> None:
        if scope not in token.scopes:
            raise MakeError(403, "Forbidden", f"The token lacks the scope {scope}.")

    def _count(self) -> None:
        now = self.store.now()
        if self.lifted:
            return
        self.store.requests = [at for at in self.store.requests if now - at < timedelta(minutes=1)]
        if len(self.store.requests) >= self.store.limit:
            raise MakeError(429, "Requests limit for organization exceeded, please try again later.")
        self.store.requests.append(now)

    def _teams(self, asked: Mapping[str, str]) -> list[dict[str, Any]]:
        if asked.get("organizationId") != str(self.store.organisation):
            raise MakeError(404, "Not Found", "There is no such organization.")
        return [
            {"id": number, "name": name, "organizationId": self.store.organisation} for number, name in self.store.teams.items()
        ]

    def _listed(self, request: Request, asked: Mapping[str, str]) -> Response:
        if not str(asked.get("teamId", "")).isdigit():
            raise MakeError(
                400, "Bad Request", "Validation failed for 1 parameter(s).", ["teamId or organizationId must be given"]
            )
        every = [each for each in self.store.scenarios.values() if each.team == int(asked["teamId"])]
        pg = _pg(asked)
        columns = [value for name, value in request.query if name == "cols[]"]
        page = [self._shown(each) for each in every[pg["offset"] : pg["offset"] + pg["limit"]]]
        if columns and columns != ["*"]:
            unknown = [column for column in columns if page and column not in page[0]]
            if unknown:
                raise MakeError(400, "Bad Request", "Validation failed.", [f"cols: {each} is not allowed" for each in unknown])
            page = [{column: each[column] for column in columns} for each in page]
        return json_response({"scenarios": page, "pg": pg})

    def _known(self, number: str) -> Scenario:
        scenario = self.store.scenarios.get(int(number)) if number.isdigit() else None
        if scenario is None:
            raise MakeError(404, "Not Found", "There is no such scenario.")
        return scenario

    def _scenario(self, request: Request, token: MakeToken, scenario: Scenario, rest: list[str]) -> Response:
        match [request.method, *rest]:
            case ["GET"]:
                return json_response({"scenario": self._shown(scenario)})
            case ["GET", "interface"]:
                return json_response({"interface": {"input": scenario.inputs or None, "output": None}})
            case ["POST", "run"]:
                return self._run(request, token, scenario)
            case ["GET", "logs"]:
                pg = _pg(dict(request.query))
                lines = sorted(scenario.executions, key=lambda each: each.began_at, reverse=True)
                page = lines[pg["offset"] : pg["offset"] + pg["limit"]]
                return json_response({"scenarioLogs": [self._line(scenario, each) for each in page], "pg": pg})
            case ["GET", "logs", name]:
                return json_response({"scenarioLog": self._line(scenario, self._execution(scenario, name))})
            case ["GET", "executions", name]:
                return json_response(self._stands(self._execution(scenario, name)))
        raise MakeError(404, "Not Found", "The requested route does not exist.")

    def _execution(self, scenario: Scenario, name: str) -> Execution:
        found = next((each for each in scenario.executions if each.id == name), None)
        if found is None:
            raise MakeError(404, "Not Found", "There is no such execution.")
        return found

    def _run(self, request: Request, token: MakeToken, scenario: Scenario) -> Response:
        given = json.loads(request.body or b"{}")
        if not scenario.active or scenario.invalid or scenario.paused:
            raise MakeError(400, "Bad Request", "The scenario is not active. Activate it before you run it.")
        if scenario.scheduling == "immediately":
            raise MakeError(400, "Bad Request", "A scenario with an instant trigger cannot be run this way.")
        data = given.get("data") or {}
        missing = [each["name"] for each in scenario.inputs if each.get("required") and data.get(each["name"]) in (None, "")]
        if missing:
            raise MakeError(400, "Bad Request", "Scenario inputs are not valid.", [f"{each} is required" for each in missing])
        execution = self.store.begin(scenario, data, author=token.user)
        answer: dict[str, Any] = {"executionId": execution.id}
        if not given.get("responsive"):
            return json_response(answer)
        if scenario.takes_s > RESPONSIVE_S:
            late = json_response({"message": "Gateway Timeout", "detail": "The scenario did not end within 40 seconds."}, 504)
            return Response(late.status, late.body, late.content_type, late.headers, delay_s=RESPONSIVE_S)
        answer |= {"status": execution.status, "outputs": {}}
        done = json_response(answer)
        return Response(done.status, done.body, done.content_type, done.headers, delay_s=scenario.takes_s)

    def _shown(self, scenario: Scenario) -> dict[str, Any]:
        return {
            "id": scenario.id,
            "name": scenario.name,
            "teamId": scenario.team,
            "description": "",
            "folderId": None,
            "isActive": scenario.active,
            "isPaused": scenario.paused,
            "isinvalid": scenario.invalid,
            "scheduling": {"type": scenario.scheduling},
            "dlqCount": scenario.dlq,
            "usedPackages": ["gateway", "airtable"],
        }

    def _line(self, scenario: Scenario, execution: Execution) -> dict[str, Any]:
        status = execution.status_at(self.store.now())
        return {
            "id": execution.id,
            "imtId": execution.id,
            "status": status,
            "duration": round((execution.ends_at - execution.began_at).total_seconds() * 1_000) if status else 0,
            "operations": 4,
            "transfer": 2_048,
            "organizationId": self.store.organisation,
            "teamId": scenario.team,
            "type": execution.kind,
            "authorId": execution.author,
            "instant": False,
            "timestamp": execution.began_at.isoformat().replace("+00:00", "Z"),
        }

    def _stands(self, execution: Execution) -> dict[str, Any]:
        status = execution.status_at(self.store.now())
        stands: dict[str, Any] = {"status": STATUS_WORDS[status]}
        if status in (ERROR, WARNING) and execution.error:
            module = {"name": "Send an e-mail", "appName": "email"}
            stands["error"] = {"name": "RuntimeError", "message": execution.error, "causeModule": module}
        return stands

    def control(self, given: Mapping[str, Any]) -> Any:
        """What tests ask: change a `scenario`, let somebody `run` one, make or `revoke` a token, set the `zone` or the `limit`."""
        if "scenario" in given:
            scenario = self.store.scenarios[int(given["scenario"])]
            for name, value in dict(given.get("change", {})).items():
                setattr(scenario, name, value)
            return self._shown(scenario)
        if "run" in given:
            options = {name: given[name] for name in ("kind", "author", "ago_s", "status") if name in given}
            return {"id": self.store.begin(self.store.scenarios[int(given["run"])], {}, **options).id}
        if "revoke" in given:
            return {"revoked": self.store.tokens.pop(str(given["revoke"]), None) is not None}
        if "scopes" in given:
            return {"token": self.store.new_token(frozenset(given["scopes"]) & SCOPES)}
        self.store.zone = str(given.get("zone", self.store.zone))
        self.store.limit = int(given.get("limit", self.store.limit))
        self.lifted = bool(given.get("lifted", self.lifted))
        return {"zone": self.store.zone, "limit": self.store.limit, "lifted": self.lifted}


def _pg(asked: Mapping[str, str]) -> dict[str, int]:
    def number(name: str, otherwise: int) -> int:
        value = asked.get(f"pg[{name}]", "")
        return int(value) if value.isdigit() else otherwise

    return {"limit": min(100, number("limit", _PAGE)), "offset": number("offset", 0)}
