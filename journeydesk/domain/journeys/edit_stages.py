"""Adding, renaming, reordering and removing stages and journeys, as changes to the settings file's own form
(docs/rules.md, "Journeys").

Each function takes the settings as a file has them and returns them changed. The log keeps the names of its day, so a stage
remembers what it was called and which stages were joined into it.
"""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.words import tr

Raw = dict[str, Any]
_LONGEST = 60


def add_journey(raw: Mapping[str, Any], name: str, stages: Sequence[str]) -> Raw:
    """A new journey after the others. Raises ValueRefused for names that are empty, too long or there already."""
    result = copy.deepcopy(dict(raw))
    _new_name("Journey", name, [other["name"] for other in result["journey"]])
    table: Raw = {"name": name.strip(), "stage": []}
    for stage in stages:
        _new_name("Stage", stage, [other["name"] for other in table["stage"]])
        table["stage"].append({"name": stage.strip()})
    if not table["stage"]:
        raise ValueRefused("Stage", tr("Stage: a journey needs at least one stage."))
    result["journey"].append(table)
    return result


def rename_journey(raw: Mapping[str, Any], journey: str, name: str) -> Raw:
    """Gives a journey another name; the events that speak of the old one still find it."""
    result = copy.deepcopy(dict(raw))
    table = find_journey(result, journey)
    old = table["name"]
    _new_name("Journey", name, [other["name"] for other in result["journey"] if other is not table])
    table["name"] = name.strip()
    _remember(table, [old])
    for targets in result["moves"].values():
        if old in targets:
            targets[name.strip()] = targets.pop(old)
    return result


def remove_journey(raw: Mapping[str, Any], journey: str) -> Raw:
    """Takes a journey away with what moves it. Raises UserError for the first one: points and alerts stand on it."""
    result = copy.deepcopy(dict(raw))
    table = find_journey(result, journey)
    if table is result["journey"][0]:
        raise UserError(
            tr(
                "The journey {name} cannot be removed: points and alerts stand on it. Rename it, or its stages.",
                name=table["name"],
            )
        )
    result["journey"].remove(table)
    for targets in result["moves"].values():
        targets.pop(table["name"], None)
    return result


def add_stage(raw: Mapping[str, Any], journey: str, name: str, place: int, limit_days: int | None = None) -> Raw:
    """A new stage at a place counted from 1; the stages from there on move back by one."""
    result = copy.deepcopy(dict(raw))
    table = find_journey(result, journey)
    stages = table["stage"]
    _new_name("Stage", name, [stage["name"] for stage in stages])
    if not 1 <= place <= len(stages) + 1:
        raise ValueRefused(
            "Place", tr("Place: {place} is not in the journey. Give 1 to {count}.", place=place, count=len(stages) + 1)
        )
    before = [stage["name"] for stage in stages]
    stages.insert(place - 1, {"name": name.strip()} | ({"limit_days": limit_days} if limit_days else {}))
    if table is result["journey"][0]:
        _add_threshold(result, place - 1)
        _renumber(result, before, {})
    return result


def rename_stage(raw: Mapping[str, Any], journey: str, stage: str, name: str) -> Raw:
    """Gives a stage another name; nobody moves."""
    result = copy.deepcopy(dict(raw))
    table = find_journey(result, journey)
    renamed = find_stage(table, stage)
    old = renamed["name"]
    _new_name("Stage", name, [other["name"] for other in table["stage"] if other is not renamed])
    renamed["name"] = name.strip()
    short = renamed.pop("short", None)
    _remember(renamed, [old, *([short] if short else [])])
    _point_at(result, table["name"], {old: name.strip()})
    return result


def set_stage_rules(
    raw: Mapping[str, Any], journey: str, stage: str, limit_days: int | None, card_limit: int | None, needs: Sequence[str]
) -> Raw:
    """Gives a stage its limits (None takes one away) and the names of the fields that it needs."""
    result = copy.deepcopy(dict(raw))
    table = find_stage(find_journey(result, journey), stage)
    for name, value in (("limit_days", limit_days), ("card_limit", card_limit), ("needs", list(needs))):
        table.pop(name, None)
        if value:
            table[name] = value
    return result


def reorder_stages(raw: Mapping[str, Any], journey: str, order: Sequence[str]) -> Raw:
    """Puts the stages into another order, given as all of their names."""
    result = copy.deepcopy(dict(raw))
    table = find_journey(result, journey)
    before = [stage["name"] for stage in table["stage"]]
    ordered = [find_stage(table, name) for name in order]
    if sorted(stage["name"] for stage in ordered) != sorted(before):
        raise ValueRefused("Stages", tr("Stages: give each of {before} once.", before=", ".join(before)))
    table["stage"] = ordered
    if table is result["journey"][0]:
        _renumber(result, before, {})
    return result


def remove_stage(raw: Mapping[str, Any], journey: str, stage: str, into: str) -> Raw:
    """Takes a stage away; whoever stands there, and every event that leads there, goes to another stage of the journey."""
    result = copy.deepcopy(dict(raw))
    table = find_journey(result, journey)
    gone, target = find_stage(table, stage), find_stage(table, into)
    if gone is target:
        raise ValueRefused("Stage", tr("Stage: {name} cannot be joined into itself. Choose another one.", name=gone["name"]))
    before = [other["name"] for other in table["stage"]]
    place = before.index(gone["name"])
    table["stage"].remove(gone)
    _remember(target, [gone["name"], *gone.get("formerly", []), *([gone["short"]] if "short" in gone else [])])
    _point_at(result, table["name"], {gone["name"]: target["name"]})
    if table is result["journey"][0]:
        thresholds = result["points"]["thresholds"]
        if place < len(thresholds) > 1:
            del thresholds[place]
            thresholds[0] = 0
        _renumber(result, before, {gone["name"]: target["name"]})
    return result


def find_journey(raw: Raw, name: str) -> Raw:
    """The journey's own table, to be changed in place. Raises UserError where there is none of that name."""
    folded = name.strip().casefold()
    for table in raw["journey"]:
        if table["name"].casefold() == folded:
            return table  # type: ignore[no-any-return]
    raise UserError(
        tr(
            "There is no journey “{name}”. The journeys are {journey}.",
            name=name,
            journey=", ".join(journey["name"] for journey in raw["journey"]),
        )
    )


def find_stage(table: Raw, name: str) -> Raw:
    """The stage's own table within its journey's. Raises UserError where there is none of that name."""
    folded = name.strip().casefold()
    for stage in table["stage"]:
        if stage["name"].casefold() == folded:
            return stage  # type: ignore[no-any-return]
    names = ", ".join(other["name"] for other in table["stage"])
    raise UserError(
        tr("The journey {name} has no stage “{name_2}”. Its stages are {names}.", name=table["name"], name_2=name, names=names)
    )


def _new_name(field: str, name: str, taken: Sequence[str]) -> None:
    text = name.strip()
    if not text or len(text) > _LONGEST:
        raise ValueRefused(field, tr("{field}: a name has 1 to {longest} characters.", field=field, longest=_LONGEST))
    if text.isdigit():
        raise ValueRefused(
            field,
            tr(
                "{field}: “{text}” is a number; events call stages by number, so a name needs a letter.", field=field, text=text
            ),
        )
    if text.casefold() in (other.casefold() for other in taken):
        raise ValueRefused(field, tr("{field}: there is one called “{text}” already.", field=field, text=text))


def _remember(table: Raw, names: Sequence[str]) -> None:
    known = [*table.get("formerly", []), *names]
    table["formerly"] = [name for name in dict.fromkeys(known) if name != table["name"]]


def _point_at(raw: Raw, journey: str, names: Mapping[str, str]) -> None:
    """What moved a journey to a stage moves it to the one that stands for it now; names may be short ones or numbers, too."""
    for targets in raw["moves"].values():
        if journey in targets and targets[journey] in names:
            targets[journey] = names[targets[journey]]


def _add_threshold(raw: Raw, place: int) -> None:
    """The points for a new stage lie midway between its neighbours'."""
    thresholds = raw["points"]["thresholds"]
    if place >= len(thresholds):
        step = thresholds[-1] - thresholds[-2] if len(thresholds) > 1 else 20
        thresholds.append(thresholds[-1] + step)
        return
    # A new first stage begins with 0; the one that was first then needs points of its own.
    low = thresholds[max(0, place - 1)]
    high = thresholds[max(1, place)] if len(thresholds) > max(1, place) else low + 20
    middle = (low + high) // 2
    if middle in (low, high):
        raise UserError(
            tr("There is no room for a stage between {low} and {high} points. Spread the thresholds first.", low=low, high=high)
        )
    thresholds.insert(max(1, place), middle)


def _renumber(raw: Raw, before: Sequence[str], joined: Mapping[str, str]) -> None:
    """The stages that call for a planning review stay the same stages when their numbers change."""
    after = [stage["name"] for stage in raw["journey"][0]["stage"]]
    chosen = [before[number - 1] for number in raw["automation"]["planning_stages"] if number <= len(before)]
    names = [joined.get(name, name) for name in chosen]
    raw["automation"]["planning_stages"] = sorted({after.index(name) + 1 for name in names if name in after})
