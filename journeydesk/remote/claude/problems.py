"""Why Claude wrote nothing."""

from journeydesk.domain.errors import UserError, WorldError


class ClaudeRefused(UserError):
    """The key is not taken, or has no credit; nothing was written."""


class ClaudeLate(WorldError):
    """It did not answer in time, or has trouble."""
