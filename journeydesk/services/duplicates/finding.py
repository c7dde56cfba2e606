"""Who is there twice: every likely pair of a workspace, and who is like somebody who is being typed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from journeydesk.domain.folding import fold
from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.duplicates.blocks import pairs
from journeydesk.services.duplicates.likeness import LIKELY, Likeness, before_company, compare, forget_names
from journeydesk.services.duplicates.sketch import COMPARED, LEGAL_FORMS, Sketch, sketch
from journeydesk.storage.records import look_alikes as look_alike_rows
from journeydesk.storage.records.matching import living_fields
from journeydesk.storage.team import pair_decisions

SAME, DIFFERENT = "same", "different"
_PAGE = 2_000


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


def find_duplicates(
    context: Context, least: float = LIKELY, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> list[Candidate]:
    """Every pair that is at least so likely, the surest first, and every pair of which somebody said something, whatever its score.

    For a thread beside the window. `progress` is told how many of how many prospects were read; what it raises ends the work.
    """
    with context.database.read() as connection:
        rows = living_fields(connection, COMPARED)
        decided = pair_decisions.decisions(connection)
    sketches = []
    for number, row in enumerate(rows):
        if not number % _PAGE:
            progress(number, len(rows))
        sketches.append(sketch(row[0], row[2:]))
    keys = [row[1] for row in rows]
    found = []
    for count, (one, other) in enumerate(pairs(sketches)):
        if not count % _PAGE:
            progress(len(rows), len(rows))
        likeness = compare(sketches[one], sketches[other], least)
        if likeness is not None:
            pair = pair_decisions.pair_of(keys[one], keys[other])
            found.append(Candidate(_side(rows[one]), _side(rows[other]), likeness, decided.pop(pair, "")))
    places = {key: place for place, key in enumerate(keys)} if decided else {}
    for (first, second), said in decided.items():
        if first in places and second in places:
            one, other = sorted((places[first], places[second]))
            likeness = compare(sketches[one], sketches[other], _ANY) or Likeness(0.0, ())
            found.append(Candidate(_side(rows[one]), _side(rows[other]), likeness, said))
    forget_names()
    found.sort(key=lambda candidate: (-candidate.likeness.score, candidate.left.record, candidate.right.record))
    return found


_ANY = 1e-9


def _side(row: Sequence[object]) -> Side:
    record, key, company, contact, *_ = row
    return Side(RecordId(int(str(record))), str(key), str(company or ""), str(contact or ""))


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


MAY_BE = 0.12
"""From this score on somebody is shown beside what is typed: half of a prospect is known then, and a glance costs little."""


@lru_cache(maxsize=1_000)
def _sketched(record: RecordId, values: tuple[object, ...]) -> Sketch:
    """A sketch that the next key asks for again: most of those who are looked at stay the same while somebody is typed."""
    return sketch(record, values)


_BEFORE_COMPANY = before_company(MAY_BE)


def _like(typed: Sketch, rough: Sketch, record: RecordId, values: Sequence[object]) -> Likeness | None:
    """How like who is typed a prospect is. Its company, of which most are there once, is taken apart only where the rest, of which names
    come again, lets it be: `rough` is who is typed without one."""
    _, person, email, phone, website = values
    by_address = rough.email or rough.host or rough.own_domain
    said = (None, person, email if by_address else None, phone if rough.phone else None, website if by_address else None)
    if compare(rough, sketch(record, said), _BEFORE_COMPANY) is None:
        return None
    return compare(typed, _sketched(record, tuple(values)), MAY_BE)


def look_alikes(context: Context, fields: Mapping[str, object], but: RecordId | None = None, most: int = 3) -> list[LookAlike]:
    """Who may be the prospect of these fields by slug, the likeliest first; nobody before two of the fields of `COMPARED` say something.

    Asks indexes only: for the thread of the window, between two keys.
    """
    typed = sketch(RecordId(0), fields)
    said = [typed.company, typed.person, typed.local and typed.domain, typed.phone, typed.host]
    if sum(bool(part) for part in said) < 2:
        return []
    texts = [str(fields.get(name) or "") for name in ("company", "contact_name")]
    company, person = ([word for word in fold(text).split() if word.isalnum()] for text in texts)
    email = str(fields.get("email") or "").strip()
    domain = typed.own_domain or typed.host
    with context.database.read() as connection:
        records = look_alike_rows.candidates(
            connection, [word for word in company if word not in LEGAL_FORMS] or company, person, email, domain, typed.phone
        )
        rows = living_fields(connection, (*COMPARED, "owner", "engagement_stage", "last_touch_at"), records)
    found = []
    rough = typed._replace(company=(), company_sound="")
    for record, _, *values in rows:
        likeness = None if record == but else _like(typed, rough, RecordId(record), values[: len(COMPARED)])
        if likeness is not None:
            owner, stage, touched = values[len(COMPARED) :]
            found.append(LookAlike(RecordId(record), values[0] or "", values[1] or "", likeness, owner or "", stage, touched))
    return sorted(found, key=lambda each: (-each.likeness.score, each.record))[:most]


def likeness_of(fields: Mapping[str, object], others: Mapping[str, object], least: float = _ANY) -> Likeness | None:
    """How alike two prospects are by their fields; None below `least`."""
    return compare(sketch(RecordId(0), fields), sketch(RecordId(0), others), least)
