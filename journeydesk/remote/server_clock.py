"""The moment that a service says it is, out of an answer's Date header."""

from datetime import datetime
from email.utils import parsedate_to_datetime

# A clock beyond these is broken; as a watermark it would hide every change until the next whole walk, as Stripe's time it
# would end every grace period.
_YEARS = range(2020, 2100)


def server_moment(stamp: str | None) -> datetime | None:
    """The moment of a Date header; None where it is missing, none or absurd."""
    try:
        moment = parsedate_to_datetime(stamp) if stamp else None
    except (ValueError, OverflowError):
        return None
    return moment if moment is not None and moment.year in _YEARS else None
