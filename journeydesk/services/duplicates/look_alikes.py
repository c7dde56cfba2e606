"""Who is like somebody who is being typed."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from journeydesk.domain.folding import fold
from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.duplicates.candidates import COMPARED, Likeness, LookAlike
from journeydesk.services.duplicates.everybody import ANY
from journeydesk.services.duplicates.likeness import before_company, compare
from journeydesk.services.duplicates.sketch import LEGAL_FORMS, Sketch, sketch
from journeydesk.storage.records import look_alikes as look_alike_rows
from journeydesk.storage.records.matching import living_fields

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


def likeness_of(fields: Mapping[str, object], others: Mapping[str, object], least: float = ANY) -> Likeness | None:
    """How alike two prospects are by their fields; None below `least`."""
    return compare(sketch(RecordId(0), fields), sketch(RecordId(0), others), least)
