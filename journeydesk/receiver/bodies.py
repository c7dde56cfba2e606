"""The forms of what may be posted, field by field (docs/receiver.md, "Routes"). Types are strict: "5" is no number."""

import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from journeydesk.domain.catalogue import BY_SLUG, CAPABILITIES, INDUSTRIES, PRIORITY_LEVELS, SOURCES, VOLUMES
from journeydesk.domain.checks import LONGEST_EMAIL, UNSTORABLE, check
from journeydesk.domain.errors import UserError
from journeydesk.domain.journeys.events import EVENT_TYPES, event_time, is_email

_PHONE = BY_SLUG["prospects"].by_slug["phone"]
MOST_EVENTS = 200
"""How many events one batch holds."""


def _moment(text: str) -> str:
    try:
        event_time(text)
    except UserError as problem:
        raise ValueError(str(problem).removeprefix("timestamp: ")) from problem
    return text


def _email(text: str) -> str:
    if not is_email(text):
        raise ValueError("is not an e-mail address.")
    return text


def _storable(text: str) -> str:
    if UNSTORABLE.search(text):
        raise ValueError("holds a character that cannot be stored.")
    return text


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty.")
    return _storable(text)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    try:
        text = json.dumps(values, ensure_ascii=False, allow_nan=False)
    except ValueError:
        raise ValueError("holds a number that JSON does not have, or one of too many digits.") from None
    json.loads(text)
    return values


def _phone(text: str | None) -> str | None:
    """What pages send for a field that nobody filled in is left out: an application must not be lost for it."""
    if text is None or not text.strip():
        return None
    try:
        check("prospects", _PHONE, text)
    except UserError as problem:
        raise ValueError(str(problem)) from problem
    return text


Line = Annotated[str, Field(max_length=500), AfterValidator(_storable)]
Name = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_said)]
LongText = Annotated[str, Field(max_length=20_000), AfterValidator(_storable)]
Moment = Annotated[str, Field(max_length=64), AfterValidator(_moment)]
Email = Annotated[str, Field(max_length=LONGEST_EMAIL), AfterValidator(_email)]
Metadata = Annotated[dict[str, Any], AfterValidator(_plain)]


class Body(BaseModel):
    """What all have in common: unknown fields are left aside, so that a sender may be newer than its receiver."""

    model_config = ConfigDict(strict=True, extra="ignore")

    def mapping(self) -> dict[str, Any]:
        """What was given, without what was left out."""
        return self.model_dump(exclude_none=True)


class JourneyEvent(Body):
    """Something that a customer did."""

    customer_id: Annotated[Name, Field(description="Application ID, Stripe customer, or e-mail address")]
    event: Annotated[Literal[tuple(sorted(EVENT_TYPES))], Field(description="What happened")]  # type: ignore[valid-type]
    timestamp: Annotated[Moment, Field(description="When, in ISO 8601", examples=["2026-05-19T08:00:00Z"])]
    event_id: Annotated[Line | None, Field(description="The same on every repeat; else made from the content")] = None
    stage: Annotated[Line | int | None, Field(description="A stage by number or name, where the event names one")] = None
    metadata: Metadata | None = None
    customer_name: Line | None = None
    customer_email: Email | None = None


Website = Annotated[str, Field(max_length=500, pattern=r"^https?://[^\s]+$")]


class BetaApplication(Body):
    """An application for the beta programme, as a form sends it."""

    company: Name
    contact_name: Name
    email: Email
    application_id: Annotated[
        str | None, Field(pattern=r"^BETA-[0-9A-Za-z]{8}$", description="The same on every repeat; else made from the e-mail")
    ] = None
    job_title: Line | None = None
    phone: Annotated[Line | None, Field(max_length=60), AfterValidator(_phone)] = None
    website: Website | None = None
    industry: Literal[INDUSTRIES] | None = None  # type: ignore[valid-type]
    use_case: LongText | None = None
    volume_estimate: Literal[VOLUMES] | None = None  # type: ignore[valid-type]
    technical_capability: Literal[CAPABILITIES] | None = None  # type: ignore[valid-type]
    priority_level: Literal[PRIORITY_LEVELS] | None = None  # type: ignore[valid-type]
    current_challenge: LongText | None = None
    source: Literal[SOURCES] | None = None  # type: ignore[valid-type]
    counts_opens: Annotated[
        bool | None,
        Field(description="Whether they ticked that it may be counted whether they open our mails; left out for no"),
    ] = None
    timestamp: Moment | None = None


class BetaFeedback(Body):
    """An answered survey."""

    customer_id: Name
    survey_type: Literal["Onboarding", "Weekly", "PMF", "Exit"]
    survey_id: Annotated[Line | None, Field(description="Of the survey that was sent; else made from the content")] = None
    satisfaction: Annotated[int | None, Field(ge=1, le=10)] = None
    pmf_score: Annotated[float | None, Field(ge=0, le=100, description="In per cent")] = None
    likelihood_to_pay: Literal["Very Likely", "Likely", "Neutral", "Unlikely", "Very Unlikely"] | None = None
    feature_requests: LongText | None = None
    testimonial: LongText | None = None
    case_study: bool | None = None
    timestamp: Moment | None = None


class GateView(Body):
    """Somebody saw gated content."""

    content: Annotated[Name, Field(max_length=120)]
    variant: Annotated[Line | None, Field(max_length=60)] = None
    customer_id: Annotated[Line | None, Field(description="Left out for a visitor whom nobody knows")] = None
    view_id: Annotated[Line | None, Field(description="The same on every repeat")] = None
    timestamp: Moment | None = None


class GateSubmission(Body):
    """Somebody gave their address for gated content."""

    content: Annotated[Name, Field(max_length=120)]
    email: Email
    name: Line | None = None
    company: Line | None = None
    variant: Annotated[Line | None, Field(max_length=60)] = None
    seconds: Annotated[float | None, Field(ge=0, le=86_400, description="From seeing it to sending")] = None
    submission_id: Annotated[Line | None, Field(description="The same on every repeat")] = None
    timestamp: Moment | None = None
