"""The forms of what may be posted, field by field (docs/receiver.md, "Routes"). Types are strict: "5" is no number."""

import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from journeydesk.domain.checks import LONGEST_EMAIL, UNSTORABLE
from journeydesk.domain.errors import UserError
from journeydesk.domain.journeys.events import EVENT_TYPES, is_email
from journeydesk.domain.values import parse_moment

MOST_EVENTS = 200
"""How many events one batch holds."""


def _moment(text: str) -> str:
    try:
        parse_moment("timestamp", text)
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
