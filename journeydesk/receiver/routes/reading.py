"""What others may read: where customers stand."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.concurrency import run_in_threadpool

from journeydesk.receiver.refusals import Refused
from journeydesk.receiver.routes.answers import READ, READER, refusals
from journeydesk.receiver.service import Service
from journeydesk.services.receiver import reading

router = APIRouter(tags=["Reading"])
CustomerId = Annotated[str, Path(min_length=1, max_length=200, description="Application ID, Stripe customer, or e-mail")]


@router.get("/api/customer-journey/data", responses=refusals(*READ, 422), openapi_extra=READER)
async def data(
    request: Request,
    after: Annotated[int, Query(ge=0, le=2**53, description="`next` of the page before")] = 0,
    limit: Annotated[int, Query(ge=1, le=reading.MOST_CUSTOMERS)] = 100,
) -> dict[str, Any]:
    """The journeys with how many stand in each stage, and customers page by page with where each stands."""
    service: Service = request.app.state.service
    service.check_reader(request)
    return await run_in_threadpool(reading.journey_data, service.context, after, limit)


@router.get("/api/customer-journey/customer/{customer_id}", responses=refusals(*READ, 404, 422), openapi_extra=READER)
async def customer(request: Request, customer_id: CustomerId) -> dict[str, Any]:
    """Where one customer stands in every journey, since when and why, with the entry point and the last touchpoints."""
    service: Service = request.app.state.service
    service.check_reader(request)
    prospect = await run_in_threadpool(reading.known_customer, service.context, customer_id)
    if prospect is None:
        raise Refused(404, "No customer is known by this id.")
    return await run_in_threadpool(reading.customer_journey, service.context, prospect)


@router.get("/api/customer-journey/health", responses=refusals())
async def health(request: Request) -> dict[str, Any]:
    """Whether it answers; with the read token also what waits, and how much came today."""
    service: Service = request.app.state.service
    figures = dict(await run_in_threadpool(reading.health, service.context))
    if "authorization" not in request.headers:
        return {"status": figures["status"]}
    service.check_reader(request)
    return figures
