"""How states of scenarios and runs look: an icon and its colour."""

from journeydesk.domain.scenarios.runs import RunState
from journeydesk.domain.scenarios.states import ScenarioState

SCENARIO_LOOKS = {
    ScenarioState.ON_DEMAND: ("ok-circle", "ok"),
    ScenarioState.ACTIVE: ("clock", "ok"),
    ScenarioState.BY_WEBHOOK: ("download", "text2"),
    ScenarioState.STOPPED: ("x-square", "danger"),
    ScenarioState.PAUSED: ("hourglass", "warn"),
    ScenarioState.OFF: ("minus", "text2"),
}
RUN_LOOKS = {
    RunState.ASKED: ("hourglass", "text2"),
    RunState.RUNNING: ("refresh", "accent"),
    RunState.SUCCEEDED: ("ok-circle", "ok"),
    RunState.WARNED: ("warn", "warn"),
    RunState.FAILED: ("x-square", "danger"),
    RunState.REFUSED: ("x-circle", "text2"),
    RunState.UNSEEN: ("minus", "text2"),
    RunState.UNSURE: ("warn", "warn"),
}
KINDS = {"ok": "ok", "danger": "danger", "warn": "warn"}
"""The kind of a label in the colour of an icon."""
