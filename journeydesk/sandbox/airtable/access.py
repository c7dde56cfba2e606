"""Who may do what: tokens with scopes and bases, and the role of the user behind them."""

from collections.abc import Mapping

from journeydesk.domain.frozen_data import dataclass
from journeydesk.sandbox.airtable.errors import AirtableError, no_such_model, not_permitted

ALL_SCOPES = frozenset(
    {
        "data.records:read",
        "data.records:write",
        "schema.bases:read",
        "schema.bases:write",
        "webhook:manage",
        "user.email:read",
    }
)
ROLES = ("none", "read", "comment", "edit", "create", "owner")
"""A user's permission levels, from least to most."""


@dataclass(frozen=True, slots=True)
class Token:
    """A personal access token: what it may do, on which bases (None is all), for a user with one role everywhere."""

    secret: str
    user_id: str
    name: str
    email: str
    scopes: frozenset[str] = ALL_SCOPES
    bases: frozenset[str] | None = None
    role: str = "owner"

    def may_see(self, base_id: str) -> bool:
        """Whether the token was granted that base."""
        return (self.bases is None or base_id in self.bases) and self.role != "none"

    def need_scope(self, scope: str) -> None:
        """Raises AirtableError where the token lacks a scope: the same answer as for an unknown model."""
        if scope not in self.scopes:
            raise no_such_model()

    def need_role(self, role: str, what: str) -> None:
        """Raises AirtableError where the user's role is below `role`; `what` completes "You are not permitted to"."""
        if ROLES.index(self.role) < ROLES.index(role):
            raise not_permitted(what)


def token_of(authorization: str | None, tokens: Mapping[str, Token]) -> Token:
    """The token that a request's Authorization header carries; raises AirtableError 401."""
    scheme, _, secret = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not secret:
        raise AirtableError(401, "AUTHENTICATION_REQUIRED", "Authentication required")
    token = tokens.get(secret.strip())
    if token is None:
        raise AirtableError(401, "UNAUTHORIZED", "Invalid authentication token")
    return token
