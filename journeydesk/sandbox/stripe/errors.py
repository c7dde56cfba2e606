"""Stripe's refusals."""

from journeydesk.sandbox.web import Response, json_response


class StripeError(Exception):
    """A refusal: HTTP status, type, code, message and the parameter that it is about."""

    def __init__(self, status: int, kind: str, message: str, *, code: str = "", param: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.message = message
        self.code = code
        self.param = param

    def response(self) -> Response:
        """The answer that carries this refusal."""
        error: dict[str, str] = {"type": self.kind, "message": self.message}
        if self.code:
            error["code"] = self.code
            error["doc_url"] = f"https://stripe.com/docs/error-codes/{self.code.replace('_', '-')}"
        if self.param:
            error["param"] = self.param
        return json_response({"error": error}, self.status)


def invalid(message: str, param: str = "", code: str = "") -> StripeError:
    """A parameter that is missing, unknown or has a wrong value."""
    return StripeError(400, "invalid_request_error", message, code=code, param=param)


def unknown_parameter(name: str) -> StripeError:
    """A parameter that the endpoint does not have."""
    return invalid(f"Received unknown parameter: {name}", name, "parameter_unknown")


def missing(kind: str, object_id: str, param: str = "id", status: int = 404) -> StripeError:
    """An object that does not exist; 400 where a parameter names it, 404 where the path does."""
    noun = kind.rstrip("s").replace("_", " ")
    message = f"No such {noun}: '{object_id}'"
    return StripeError(status, "invalid_request_error", message, code="resource_missing", param=param)


def unknown_route(method: str, path: str) -> StripeError:
    """A URL that does not exist."""
    return StripeError(404, "invalid_request_error", f"Unrecognized request URL ({method}: {path}).")
