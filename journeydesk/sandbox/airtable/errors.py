"""Airtable's refusals, in each of the body shapes that the real service uses."""

from typing import Any

from journeydesk.sandbox.web import Response, json_response

VALIDATION_MESSAGE = "Invalid request: parameter validation failed. Check your request data."
PERMISSION_MESSAGE = (
    "Invalid permissions, or the requested model was not found. Check that both your user and your token have the "
    "required permissions, and that the model names and/or ids are correct."
)


class AirtableError(Exception):
    """A refusal: HTTP status, type and message; `message` None leaves the key out, `bare` makes the error a string."""

    def __init__(self, status: int, kind: str, message: str | None = None, *, bare: bool = False) -> None:
        super().__init__(message or kind)
        self.status = status
        self.kind = kind
        self.message = message
        self.bare = bare

    def response(self) -> Response:
        """The answer that carries this refusal."""
        if self.bare:
            return json_response({"error": self.kind}, self.status)
        error: dict[str, Any] = {"type": self.kind}
        if self.message is not None:
            error["message"] = self.message
        return json_response({"error": error}, self.status)


def not_found() -> AirtableError:
    """A bad route or a malformed id: the error is a bare string."""
    return AirtableError(404, "NOT_FOUND", bare=True)


def no_such_model() -> AirtableError:
    """An unknown base or table, or one that the token was not granted: deliberately the same answer."""
    return AirtableError(403, "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND", PERMISSION_MESSAGE)


def no_such_record() -> AirtableError:
    """A well-formed record id that no record has."""
    return AirtableError(404, "MODEL_ID_NOT_FOUND", "Record not found")


def not_permitted(what: str) -> AirtableError:
    """The user's role is too low."""
    return AirtableError(403, "INVALID_PERMISSIONS", f"You are not permitted to {what}")


def invalid_request(message: str = VALIDATION_MESSAGE) -> AirtableError:
    """Parameters that do not validate."""
    return AirtableError(422, "INVALID_REQUEST_UNKNOWN", message)


def invalid_records() -> AirtableError:
    """A batch of the wrong shape or size."""
    return AirtableError(
        422,
        "INVALID_RECORDS",
        'You must provide an array of up to 10 record objects, each with an "id" ID field and a "fields" object for '
        "cell values.",
    )


def invalid_value(field_name: str) -> AirtableError:
    """A cell value of the wrong type or form."""
    return AirtableError(422, "INVALID_VALUE_FOR_COLUMN", f'Field "{field_name}" cannot accept the provided value')


def rate_limited(documented: bool) -> Response:
    """429 as it is seen live (`errors`, a list), or as the documentation has it (`error`, an object)."""
    if documented:
        error = {"type": "RATE_LIMIT_REACHED", "message": "Rate limit exceeded. Please try again later"}
        return json_response({"error": error}, 429)
    errors = [{"error": "RATE_LIMIT_REACHED", "message": "Rate limit exceeded. Please try again later"}]
    return json_response({"errors": errors}, 429)


def quota_exceeded() -> Response:
    """429 when the workspace's calls of the month are used up."""
    message = "The API billing plan limit has been exceeded for this workspace. Please upgrade your plan."
    errors = [{"error": "PUBLIC_API_BILLING_LIMIT_EXCEEDED", "message": message}]
    return json_response({"errors": errors}, 429)
