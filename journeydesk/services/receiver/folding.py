"""What becomes of each kind of entry of the inbox."""

from journeydesk.services.context import Context
from journeydesk.services.receiver.inbox import Fold, fold_inbox

FOLDS: dict[str, Fold] = {}
"""The kinds beside events."""


def fold_some(context: Context, most: int = 25) -> int:
    """Folds the oldest entries, at most so many, in one transaction; returns how many they were."""
    return fold_inbox(context, most, FOLDS)
