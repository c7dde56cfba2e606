"""What becomes of each kind of entry that is no event."""

from journeydesk.services.receiver.inbox import Fold

FOLDS: dict[str, Fold] = {}
