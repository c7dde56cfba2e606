"""A scenario and its state, as Make tells it."""

from enum import Enum

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import noted, tr


class ScenarioState(Enum):
    """What a scenario does now. The value is its name in English."""

    ACTIVE = noted("Active")
    ON_DEMAND = noted("On demand")
    BY_WEBHOOK = noted("By webhook")
    OFF = noted("Switched off")
    PAUSED = noted("Paused")
    STOPPED = noted("Stopped by an error")


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario of the team; `incomplete` counts its runs that wait to be finished by hand."""

    id: int
    name: str
    state: ScenarioState
    incomplete: int = 0

    @property
    def runs(self) -> bool:
        """Whether it can be run from here."""
        return self.state in (ScenarioState.ACTIVE, ScenarioState.ON_DEMAND)

    @property
    def why_not(self) -> str:
        """Why it cannot be run from here, and what to do; empty where it can."""
        return {
            ScenarioState.OFF: tr("It is switched off. Switch it on in Make, then run it from here."),
            ScenarioState.PAUSED: tr("Make has paused it, for the plan’s operations are used up. Look at the plan in Make."),
            ScenarioState.STOPPED: tr("Make stopped it after an error. Mend it in Make and switch it on again."),
            ScenarioState.BY_WEBHOOK: tr("It is started by its webhook only; Make runs it for nobody else."),
        }.get(self.state, "")


def state_of(active: bool, paused: bool, invalid: bool, scheduling: str) -> ScenarioState:
    """The state that Make's marks and its kind of schedule stand for. An error goes before the rest: it is what has to be mended."""
    if invalid:
        return ScenarioState.STOPPED
    if paused:
        return ScenarioState.PAUSED
    if not active:
        return ScenarioState.OFF
    if scheduling == "immediately":
        return ScenarioState.BY_WEBHOOK
    return ScenarioState.ON_DEMAND if scheduling == "on-demand" else ScenarioState.ACTIVE
