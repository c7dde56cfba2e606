"""Events of test customers: evidence of their run, and nothing else."""

from journeydesk.domain.journeys.events import IncomingEvent
from journeydesk.domain.onboarding.customers import PREFIX, is_test_customer
from journeydesk.domain.onboarding.steps import STEPS, State, step_of
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.team import end_to_end
from journeydesk.storage.team.end_to_end import StepRow


def is_of_test_customer(arrival: IncomingEvent) -> bool:
    """Whether an event is of a test customer, of this computer or of another."""
    return is_test_customer(arrival.customer, arrival.email)


def note_test_event(connection: Connection, arrival: IncomingEvent) -> None:
    """Notes what it says of a step of the run that it belongs to; of another computer's run nothing is kept."""
    customer = arrival.customer
    if not customer.upper().startswith(PREFIX) and arrival.email:
        customer = arrival.email.partition("@")[0]
    run = end_to_end.run_of(connection, customer)
    number = step_of(arrival.event.type)
    if run is None or number is None:
        return
    step = STEPS[number - 1]
    failed = arrival.event.type in step.failed
    began = next((row.began_at for row in end_to_end.runs(connection, 50) if row.id == run), arrival.event.occurred_at)
    seconds = max(0.0, (moment_of(arrival.event.arrived_at) - moment_of(began)).total_seconds())
    said = tr("{event} came back for the test customer", event=arrival.event.type)
    state = State.FAILED if failed else State.PASSED
    end_to_end.put_step(connection, run, StepRow(number, state.value, arrival.event.arrived_at, round(seconds, 3), said))
