"""Make's JSON, looked at before it is believed: what is of another shape raises MakeTrouble."""

from collections.abc import Iterable, Mapping
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.scenarios.inputs import Input
from journeydesk.domain.scenarios.runs import LogLine, RunState, state_of_status
from journeydesk.domain.scenarios.states import Scenario, state_of
from journeydesk.domain.time import moment_of
from journeydesk.domain.written.dates import FIRST_YEAR, LAST_YEAR
from journeydesk.remote.make.refusals import unreadable

_LONGEST_NAME = 200
_MOST_INPUTS = 60
_LARGEST = 2**53
"""Beyond it JSON's numbers are not exact, and no database holds what is much larger."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, and the host of its zone where that is told."""

    id: int
    name: str
    host: str


@dataclass(frozen=True, slots=True)
class Team:
    """A team and its organisation; an id of 0 stands for those of an organisation in another zone, which is at `host`."""

    id: int
    name: str
    organisation: str
    host: str = ""


@dataclass(frozen=True, slots=True)
class Execution:
    """Where a run stands, and what went wrong in it."""

    state: RunState
    problem: str = ""


def _object(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise unreadable()
    return value


def _objects(body: Any, name: str) -> Iterable[Mapping[str, Any]]:
    listed = _object(body).get(name)
    if not isinstance(listed, list):
        raise unreadable()
    return [_object(each) for each in listed]


def _id(thing: Mapping[str, Any]) -> int:
    value = thing.get("id")
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < _LARGEST:
        raise unreadable()
    return value


def _count(value: Any) -> int:
    """A number that is only shown, whole; 0 for what is none."""
    return int(value) if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value < _LARGEST else 0


def _name(thing: Mapping[str, Any], key: str = "name") -> str:
    value = thing.get(key)
    return " ".join(value.split())[:_LONGEST_NAME] if isinstance(value, str) else ""


def user(body: Any) -> int:
    """The id of whose token it is."""
    holder = _object(body)
    return _id(_object(holder.get("authUser") or holder.get("user")))


def organisations(body: Any) -> list[Organisation]:
    """Those of the token."""
    return [Organisation(_id(each), _name(each), _name(each, "zone")) for each in _objects(body, "organizations")]


def teams(body: Any, organisation: Organisation) -> list[Team]:
    """Those of an organisation."""
    return [Team(_id(each), _name(each), organisation.name) for each in _objects(body, "teams")]


def scenarios(body: Any) -> tuple[list[Scenario], int]:
    """A page of scenarios, and how many a page has at most, 0 where that is not told."""
    page = _object(body).get("pg")
    limit = page.get("limit") if isinstance(page, dict) else None
    return [_scenario(each) for each in _objects(body, "scenarios")], _count(limit)


def one_scenario(body: Any) -> Scenario:
    """One scenario."""
    return _scenario(_object(_object(body).get("scenario")))


def _scenario(thing: Mapping[str, Any]) -> Scenario:
    number = _id(thing)
    plan = thing.get("scheduling")
    kind = plan.get("type") if isinstance(plan, dict) else ""
    return Scenario(
        number,
        _name(thing) or f"#{number}",
        # Make writes the last of them in small letters.
        state_of(thing.get("isActive") is True, thing.get("isPaused") is True, thing.get("isinvalid") is True, str(kind or "")),
        _count(thing.get("dlqCount")),
    )


def inputs(body: Any) -> tuple[Input, ...]:
    """What a scenario takes; none where its interface has no input."""
    spec = _object(body).get("interface")
    listed = _object(spec).get("input") if spec is not None else None
    if listed is None:
        return ()
    if not isinstance(listed, list):
        raise unreadable()
    return tuple(_input(_object(each)) for each in listed[:_MOST_INPUTS] if _name(_object(each)))


def _input(thing: Mapping[str, Any]) -> Input:
    name, default, options = str(thing["name"]), thing.get("default"), thing.get("options")
    if isinstance(default, bool):
        default = "true" if default else "false"
    chosen = [each for each in options if isinstance(each, dict) and "value" in each] if isinstance(options, list) else []
    return Input(
        name=name,
        label=_name(thing, "label") or _name(thing),
        kind=str(thing.get("type") or "text"),
        default="" if default is None else str(default),
        required=thing.get("required") is True,
        options=tuple((str(each["value"]), _name(each, "label") or str(each["value"])) for each in chosen),
        long=thing.get("multiline") is True,
    )


def log_lines(body: Any) -> list[LogLine]:
    """The lines of a log; those of checks that ran nothing are left out."""
    return [_line(each) for each in _objects(body, "scenarioLogs") if each.get("timestamp") and each.get("id")]


def one_line(body: Any) -> LogLine:
    """One line of a log."""
    return _line(_object(_object(body).get("scenarioLog")))


def _line(thing: Mapping[str, Any]) -> LogLine:
    try:
        at = moment_of(str(thing["timestamp"]))
    except (KeyError, ValueError) as problem:
        raise unreadable() from problem
    # The first and the last year have moments that other zones cannot say.
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise unreadable()
    author, status = thing.get("authorId"), thing.get("status")
    return LogLine(
        id=str(thing.get("id") or ""),
        at=at,
        state=state_of_status(status) if isinstance(status, (int, str)) and not isinstance(status, bool) else None,
        seconds=_count(thing.get("duration")) / 1000,
        kind=_name(thing, "type").lower(),
        author=author if isinstance(author, int) else None,
    )


def execution(body: Any) -> Execution:
    """Where a run stands."""
    status = _object(body).get("status")
    state = state_of_status(status) if isinstance(status, (str, int)) and not isinstance(status, bool) else None
    if state is None:
        raise unreadable()
    wrong = body.get("error")
    if not isinstance(wrong, dict):
        return Execution(state)
    module = wrong.get("causeModule")
    where = _name(module) if isinstance(module, dict) else ""
    message = _name(wrong, "message") or _name(wrong)
    return Execution(state, f"{where}: {message}" if where and message else message or where)


def started(body: Any) -> str:
    """The id of the execution that began."""
    execution = _object(body).get("executionId")
    if not isinstance(execution, str) or not execution.strip() or len(execution) > _LONGEST_NAME or "/" in execution:
        raise unreadable()
    return execution
