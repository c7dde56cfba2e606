"""What some values of a field look like: the share that are e-mail addresses, telephone numbers, names, known people."""

import re
from collections.abc import Callable, Sequence
from types import MappingProxyType

from journeydesk.domain.catalogue import FieldSpec
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mapping.names import squeezed
from journeydesk.domain.mapping.offer import Known, OfferedField
from journeydesk.domain.words import figure, percent, tr

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,190}\.[^@\s.]{2,}")
_PHONE = re.compile(r"[+(]?[\d(][\d\s()./-]{5,24}\d")
_URL = re.compile(r"(https?://|www\.)\S+|[a-z0-9-]{2,63}(\.[a-z0-9-]{2,63}){1,3}", re.IGNORECASE)
_KEY = re.compile(r"BETA-[0-9A-Z]{8}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NAME = re.compile(r"[^\W\d_][^\d@/:;]{0,30}( [^\W\d_][^\d@/:;]{0,30}){1,3}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much of what was looked at speaks for a field, from 0 to 1, and that in words."""

    share: float
    reason: str


_LOOKS: MappingProxyType[str, tuple[re.Pattern[str], str]] = MappingProxyType(
    {
        "email": (_EMAIL, tr("e-mail addresses")),
        "phone": (_PHONE, tr("numbers")),
        "website": (_URL, tr("web addresses")),
        "key": (_KEY, tr("keys of ours")),
    }
)


def evidence(spec: FieldSpec, field: OfferedField, known: Known) -> Evidence | None:
    """What the values say of the field being ours; None where they can say nothing, or there are none."""
    samples = [sample.strip() for sample in field.samples if sample.strip()]
    words = known.words_of(spec)
    if words and field.options:
        return _of_options(words, field)
    if not samples:
        return None
    if spec.slug in _LOOKS:
        pattern, what = _LOOKS[spec.slug]
        return _counted(samples, lambda text: pattern.fullmatch(text) is not None, what)
    if spec.slug == "owner" and known.people:
        people = sorted(set(samples))
        hits = sum(person.casefold() in known.people for person in people)
        return Evidence(hits / len(people), tr("{hits} of {count} people known", hits=hits, count=figure(len(people))))
    if spec.slug == "contact_name":
        share = sum(_NAME.fullmatch(text) is not None for text in samples) / len(samples)
        return Evidence(share, tr("first and last name"))
    if words:
        theirs, ours = {squeezed(text) for text in samples}, {squeezed(word) for word in words}
        return Evidence(
            len(theirs & ours) / len(theirs),
            tr("{count} of {count_2} words known", count=figure(len(theirs & ours)), count_2=figure(len(theirs))),
        )
    return None


def _of_options(words: Sequence[str], field: OfferedField) -> Evidence:
    ours = {squeezed(word) for word in words}
    hits = sum(squeezed(name) in ours for _, name in field.options)
    return Evidence(
        hits / len(field.options), tr("{hits} of {count} options known", hits=hits, count=figure(len(field.options)))
    )


def _counted(samples: Sequence[str], is_such: Callable[[str], bool], what: str) -> Evidence:
    hits = sum(map(is_such, samples))
    share = hits / len(samples)
    return Evidence(
        share,
        tr("all are {what}", what=what) if hits == len(samples) else tr("{share} are {what}", share=percent(share), what=what),
    )
