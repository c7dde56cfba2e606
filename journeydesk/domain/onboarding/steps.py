"""The seven steps from an assessment to a customer's own content, what came of checking each, and what to do when one fails
(docs/rules.md, "End-to-end check")."""

from collections.abc import Sequence
from enum import Enum

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr, tr_count


class State(Enum):
    """What came of a step."""

    PASSED = "passed"
    """The test customer went through it, just now."""
    SEEN = "seen working"
    """Nothing that is connected lets the test customer go through; a real customer was seen to."""
    FAILED = "failed"
    OFF = "not connected"
    WAITING = "not reached"
    """A step before it failed."""


@dataclass(frozen=True, slots=True)
class CheckStep:
    """A step: its number, name, the events that say that it worked and that it failed, and the way out in sentences."""

    number: int
    name: str
    worked: tuple[str, ...]
    failed: tuple[str, ...]
    way_out: tuple[str, ...]


STEPS: tuple[CheckStep, ...] = (
    CheckStep(
        1,
        tr("Assessment"),
        ("assessment_completed",),
        (),
        (
            tr("Switch Events in on under Integrations and give the website its address and secret."),
            tr("Until then take assessments in by a file: journeydesk event FILE."),
        ),
    ),
    CheckStep(
        2,
        tr("Payment"),
        ("payment_succeeded", "checkout_completed"),
        (),
        (tr("Connect Stripe under Integrations, or enter its key anew."), tr("Until then set the status of who paid by hand.")),
    ),
    CheckStep(
        3,
        tr("Scenario"),
        ("scenario_succeeded",),
        ("scenario_failed",),
        (
            tr("Switch the scenario on again in the automation tool and look at its last run."),
            tr("Set waiting customers up by hand: the checklist makes a task of each step."),
        ),
    ),
    CheckStep(
        4,
        tr("Content"),
        ("content_generated",),
        ("content_failed",),
        (tr("Use the template content until it works again; it is marked as such and can be edited."),),
    ),
    CheckStep(
        5,
        tr("Airtable record"),
        ("record_stored",),
        (),
        (
            tr("Check Airtable under Integrations and match what is missing."),
            tr("Nothing is lost meanwhile: changes wait here. A copy can be restored under Sync and storage."),
        ),
    ),
    CheckStep(
        6,
        tr("Credentials"),
        ("access_granted", "api_key_created"),
        (),
        (tr("Create the access by hand and tell the customer; the checklist makes a task of each step."),),
    ),
    CheckStep(
        7,
        tr("Own content"),
        ("login", "first_api_call"),
        (),
        (tr("Open the platform as the customer and look for their content; call them if it is missing."),),
    ),
)

_OF_EVENT = {event: step.number for step in STEPS for event in (*step.worked, *step.failed)}


def step_of(event: str) -> int | None:
    """The number of the step that an event speaks of."""
    return _OF_EVENT.get(event)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one step: `said` is the evidence, or what failed; `at` is when it was seen working, or checked (stored moment)."""

    step: CheckStep
    state: State
    said: str
    at: str | None
    seconds: float = 0.0

    @property
    def way_out(self) -> tuple[str, ...]:
        """What to do; nothing where it works."""
        return self.step.way_out if self.state in (State.FAILED, State.OFF) else ()


def summary(outcomes: Sequence[Outcome]) -> str:
    """All of them in a sentence: how many work, and the first that does not."""
    works = sum(each.state in (State.PASSED, State.SEEN) for each in outcomes)
    failed = next((each for each in outcomes if each.state is State.FAILED), None)
    off = [each for each in outcomes if each.state is State.OFF]
    first = tr("{works} of {count} steps work", works=figure(works), count=figure(len(outcomes)))
    if failed is not None:
        return tr("{first}; {name} failed: {said}", first=first, name=failed.step.name, said=failed.said)
    if off:
        return tr_count("{first}; {count} is not connected", "{first}; {count} are not connected", len(off), first=first)
    return first


def judged(step: CheckStep, worked: str | None, failed: str | None, on: bool) -> Outcome:
    """What its last real events say of a step that the test customer cannot go through: `worked` and `failed` are their stored moments,
    `on` whether anything is connected that would send them."""
    if failed is not None and (worked is None or failed > worked):
        return Outcome(step, State.FAILED, tr("the last run failed"), failed)
    if worked is not None:
        return Outcome(step, State.SEEN, tr("a customer was last seen to pass"), worked)
    said = tr("nothing was seen yet") if on else tr("nothing is connected that tells of it")
    return Outcome(step, State.OFF, said, None)
