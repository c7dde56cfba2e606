"""The beta programme: applications, how they fare, feedback, usage."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from journeydesk.domain.ids import application_id_of
from journeydesk.receiver.bodies import BetaApplication, BetaFeedback
from journeydesk.receiver.refusals import FieldProblem, Refused
from journeydesk.receiver.routes.answers import READ, READER, posted, refusals
from journeydesk.receiver.routes.forms import accepted, answers, derived, keep, taken
from journeydesk.receiver.routes.reading import CustomerId
from journeydesk.receiver.service import Service
from journeydesk.services.receiver import reading
from journeydesk.services.receiver.folding import APPLICATION, FEEDBACK
from journeydesk.storage.records.records import get

router = APIRouter(tags=["Beta programme"])
_FEEDBACK_REFUSED = "The feedback was not taken."


def _known_key(service: Service, email: str) -> str | None:
    """The Application ID of who has this address already."""
    prospect = reading.known_customer(service.context, email)
    if prospect is None:
        return None
    with service.context.database.read() as connection:
        row = get(connection, "prospects", prospect)
    return str(row["key"]) if row else None


@router.post(
    "/api/beta-application",
    status_code=202,
    responses=answers("application_id"),
    openapi_extra=posted(BetaApplication.model_json_schema()),
)
async def apply(request: Request) -> JSONResponse:
    """Takes an application. Its id says later how it fares."""
    service, form = await taken(request, BetaApplication, "The application was not taken.")
    known = await run_in_threadpool(_known_key, service, form["email"])
    key = known or form.get("application_id") or application_id_of(form["email"])
    # One application a key and content: the same form again is a repeat, a corrected one is not.
    entry = f"{APPLICATION}:{key}:{derived(APPLICATION, form)}"
    await keep(service, entry, APPLICATION, form | {"application_id": key})
    return accepted(application_id=key)


@router.get("/api/beta-application/{customer_id}", responses=refusals(*READ, 404, 422), openapi_extra=READER)
async def application(request: Request, customer_id: CustomerId) -> dict[str, Any]:
    """How an application fares."""
    service: Service = request.app.state.service
    service.check_reader(request)
    state = await run_in_threadpool(reading.application, service.context, customer_id)
    if state is None:
        raise Refused(404, "No application has this id.")
    return state


@router.post(
    "/api/beta-feedback",
    status_code=202,
    responses=answers("survey_id"),
    openapi_extra=posted(BetaFeedback.model_json_schema()),
)
async def feedback(request: Request) -> JSONResponse:
    """Takes the answers of a survey, of a customer who is known."""
    service, form = await taken(request, BetaFeedback, _FEEDBACK_REFUSED)
    if await run_in_threadpool(reading.known_customer, service.context, form["customer_id"]) is None:
        field = FieldProblem("customer_id", "No customer is known by this id.")
        raise Refused(422, _FEEDBACK_REFUSED, [field])
    survey = form.get("survey_id") or f"SRV-{derived(FEEDBACK, form)}"
    content = form | {"survey_id": survey}
    await keep(service, f"{FEEDBACK}:{derived(FEEDBACK, content)}", FEEDBACK, content)
    return accepted(survey_id=survey)


@router.get("/api/beta-usage/{customer_id}", responses=refusals(*READ, 404, 422), openapi_extra=READER)
async def usage(
    request: Request,
    customer_id: CustomerId,
    days: Annotated[int, Query(ge=1, le=reading.USAGE_DAYS)] = 30,
) -> dict[str, Any]:
    """What a customer used in the last days, with the sums."""
    service: Service = request.app.state.service
    service.check_reader(request)
    prospect = await run_in_threadpool(reading.known_customer, service.context, customer_id)
    if prospect is None:
        raise Refused(404, "No customer is known by this id.")
    return await run_in_threadpool(reading.usage, service.context, prospect, days)
