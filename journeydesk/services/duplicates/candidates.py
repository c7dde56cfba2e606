"""Two prospects that look alike: who they are, how sure it is, and what was said of them."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId

SAME, DIFFERENT = "same", "different"

Said = tuple[str, str]
"""The keys of two of whom something was said, the lesser first."""

COMPARED = ("company", "contact_name", "email", "phone", "website")
"""The fields of a prospect that tell who it is."""

LIKELY = 0.5
"""The score from which on two are offered as duplicates: likelier one than two."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How sure it is that two are one, from 0 to 1, and why: in words that speak for it, and those that speak against it."""

    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()

    @property
    def percent(self) -> int:
        """The score as it is shown: never all, for that only a person can say."""
        return min(99, round(self.score * 100))

    @property
    def words(self) -> str:
        """“same phone · name 92 %”."""
        return " · ".join(self.reasons)


@dataclass(frozen=True, slots=True)
class Side:
    """One of a pair: its number and key, and what it is called."""

    record: RecordId
    key: str
    company: str
    contact: str

    @property
    def name(self) -> str:
        """The company, else the contact, else the key."""
        return self.company or self.contact or self.key

    @property
    def full_name(self) -> str:
        """Company and contact, as far as they are known; else the key."""
        return " · ".join(filter(None, (self.company, self.contact))) or self.key


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two that look alike: the older first, how sure it is, and what was said of them (empty: nobody was asked yet)."""

    left: Side
    right: Side
    likeness: Likeness
    said: str = ""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Somebody who is there and may be the one that is being typed; `owner` and `stage` (of the engagement journey) as shown."""

    record: RecordId
    company: str
    contact: str
    likeness: Likeness
    owner: str
    stage: int | None
    last_touch_at: str | None
