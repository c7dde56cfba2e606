"""Which field of a table each of ours is: by name, synonym, kind and values, each of theirs for one of ours at most."""

from collections.abc import Callable, Mapping, Sequence

from journeydesk.domain.catalogue import FieldSpec, FieldType, TableSpec
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mapping.names import known_titles, plain, squeezed
from journeydesk.domain.mapping.offer import Guess, Known, OfferedField, OfferedTable, State, Writing
from journeydesk.domain.mapping.values import evidence
from journeydesk.domain.words import noted, tr

Fit = Callable[[FieldSpec, OfferedField], Writing]
"""What a field of theirs can do for one of ours."""

LIKELY_FROM = 0.5
"""The confidence from which a guess is offered; below it a field of ours has none."""

ALIKE_WITHIN = 0.1
"""Two guesses whose confidence differs by less fit alike: that is a decision."""

OTHER_KIND = tr("of another kind")
"""How the reason begins where a field of our own name cannot hold ours."""

OURS = "Journeydesk"
"""Stands before the name of a field that we created where its own name was taken; the key has it in every base that is not ours."""

_SURE = 1.0
_NAMED = 0.7
"""The most that a text is trusted to name what a field of ours links to."""

_KINDS = {"email": "email", "phone": "phoneNumber", "website": "url", "applied_on": "createdTime"}
"""The type that alone speaks for a field, by slug."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A field of ours and one of theirs, with how sure it is that they are the same, and why."""

    slug: str
    field: OfferedField
    confidence: float
    reason: str


def scored(spec: TableSpec, field_spec: FieldSpec, field: OfferedField, known: Known) -> Pair:
    """How likely a field of theirs is this one of ours; of their values only what `evidence` understands."""
    title = squeezed(field.name)
    ours = (squeezed(field_spec.name), squeezed(field_spec.slug))
    if title in ours or title in {squeezed(OURS) + name for name in ours}:
        return Pair(field_spec.slug, field, _SURE, tr("by name"))
    confidence, reason = _by_title(spec, field_spec, field)
    seen = evidence(field_spec, field, known)
    if seen is not None and seen.share >= 0.5:
        weak = 0.55 if field_spec.slug in ("email", "phone", "website", "owner", "key") or known.words_of(field_spec) else 0.0
        confidence = max(confidence, weak) if field_spec.slug != "owner" or field.type.endswith("ollaborator") else confidence
        if confidence:
            confidence, reason = confidence + (0.97 - confidence) * 0.6 * seen.share, seen.reason
    elif seen is not None and field_spec.slug in ("email", "phone", "website", "contact_name"):
        confidence *= 0.5
    if field_spec.type is FieldType.LINK and field.links_to:
        confidence, reason = max(confidence, 0.6) + 0.25, tr("links to the prospects")
    elif field_spec.type is FieldType.LINK and confidence:
        # A link beside it is the surer of the two.
        confidence, reason = min(confidence, _NAMED), tr("names the prospects")
    if field.type == _KINDS.get(field_spec.slug):
        confidence, reason = max(confidence + 0.1, 0.6), reason or tr("the only kind of field for it: {kind}", kind=field.kind)
    return Pair(field_spec.slug, field, round(min(confidence, 0.97), 2), reason)


def _by_title(spec: TableSpec, field_spec: FieldSpec, field: OfferedField) -> tuple[float, str]:
    titles = known_titles(spec)
    slug, confidence = titles.get(squeezed(field.name), ("", 0.0))
    if slug == field_spec.slug:
        return (0.82 if confidence >= 0.9 else 0.55), tr("often called so")
    if slug:
        return 0.0, ""
    words = plain(field.name).split()
    parts = {squeezed(" ".join(words[:-1])), squeezed(" ".join(words[1:]))} if len(words) > 1 else set()
    if any(titles.get(part, ("", 0.0))[0] == field_spec.slug for part in parts):
        return 0.52, tr("its name holds the word")
    return 0.0, ""


def fit_key(spec: FieldSpec) -> str:
    """What of a field of ours decides which types can hold it: its own, and what a number counts."""
    return f"{spec.type.value} {spec.unit}".strip()


def fit_into(prospects: str | None) -> Fit:
    """What a field can do by its types. A link of ours needs one to the table of the prospects, once that is known."""

    def fit(spec: FieldSpec, field: OfferedField) -> Writing:
        if spec.type is FieldType.LINK and field.links_to and prospects is not None and field.links_to != prospects:
            return Writing.NOT_AT_ALL
        return field.fits.get(fit_key(spec), Writing.NOT_AT_ALL)

    return fit


def guess_fields(spec: TableSpec, table: OfferedTable, fit: Fit, known: Known) -> dict[str, Guess]:
    """The guess for each of our fields, by slug; the same whatever the order of theirs.

    A certain name comes first, then the surest pair; where two fit alike nothing is chosen. Each of theirs is chosen once.
    """
    order = {field.slug: place for place, field in enumerate(spec.fields)}
    pairs = sorted(
        (
            pair
            for ours in spec.fields
            for theirs in table.fields
            if fit(ours, theirs) is not Writing.NOT_AT_ALL
            for pair in (scored(spec, ours, theirs, known),)
            if pair.confidence >= LIKELY_FROM
        ),
        key=lambda pair: (-pair.confidence, order[pair.slug], pair.field.name, pair.field.id),
    )
    guesses: dict[str, Guess] = {}
    taken: set[str] = set()
    for pair in pairs:
        if pair.slug in guesses or pair.field.id in taken:
            continue
        rivals = _rivals(pair, pairs, guesses, taken)
        if len(rivals) > 1:
            names = ", ".join(rival.name for rival in rivals)
            count = tr("Two") if len(rivals) == 2 else str(len(rivals))
            ids = tuple(rival.id for rival in rivals)
            guesses[pair.slug] = Guess(
                None, State.DECIDE, pair.confidence, tr("{count} fit: {names}", count=count, names=names), ids
            )
            continue
        taken.add(pair.field.id)
        guesses[pair.slug] = _chosen(pair, fit(spec.by_slug[pair.slug], pair.field))
    if spec.slug == "prospects" and not {"company", "contact_name"} & guesses.keys():
        guesses |= _first_field_as_name(spec, table, fit, taken)
    return {field.slug: guesses.get(field.slug) or _none(field, table, taken) for field in spec.fields}


def _none(spec: FieldSpec, table: OfferedTable, taken: set[str]) -> Guess:
    """No field fits: it can be created, unless one of its own name is there that cannot hold it."""
    alike = [field for field in table.fields if squeezed(field.name) == squeezed(spec.name) and field.id not in taken]
    if alike:
        first = min(alike, key=lambda field: (field.name, field.id))
        return Guess(
            None,
            State.LEFT_OUT,
            0.0,
            tr("{other_kind}: “{name}” is a field of {kind}", other_kind=OTHER_KIND, name=first.name, kind=first.kind),
        )
    return Guess(None, State.CREATE, 0.0, tr("no field fits"))


def _first_field_as_name(spec: TableSpec, table: OfferedTable, fit: Fit, taken: set[str]) -> dict[str, Guess]:
    """A record is known by its first field: failing a better one that is the prospect's name."""
    primary = table.field(table.primary)
    if primary is None or primary.id in taken or fit(spec.by_slug["company"], primary) is Writing.NOT_AT_ALL:
        return {}
    return {"company": Guess(primary.id, State.LIKELY, LIKELY_FROM, tr("the first field of the table"))}


def _chosen(pair: Pair, writing: Writing) -> Guess:
    if writing is Writing.READ_ONLY and pair.confidence >= 0.6:
        return Guess(pair.field.id, State.READ_ONLY, pair.confidence, noted("read only: {kind}", kind=pair.field.kind))
    if pair.confidence == _SURE:
        return Guess(pair.field.id, State.MATCHED, pair.confidence, pair.reason)
    return Guess(pair.field.id, State.LIKELY, pair.confidence, pair.reason)


def _rivals(pair: Pair, pairs: Sequence[Pair], guesses: Mapping[str, Guess], taken: set[str]) -> list[OfferedField]:
    """The fields that fit as well as the pair's own, which no other field of ours fits better; itself among them."""
    best = {(p.slug, p.field.id): p.confidence for p in pairs if p.slug not in guesses}
    rivals = []
    for other in pairs:
        if other.slug != pair.slug or other.field.id in taken:
            continue
        is_alike = other.confidence > pair.confidence - ALIKE_WITHIN and (other.confidence == _SURE) == (
            pair.confidence == _SURE
        )
        is_better_elsewhere = other.field.id != pair.field.id and any(
            field == other.field.id and slug != pair.slug and confidence >= other.confidence + ALIKE_WITHIN
            for (slug, field), confidence in best.items()
        )
        if is_alike and not is_better_elsewhere:
            rivals.append(other.field)
    return sorted(rivals, key=lambda field: (field.name, field.id)) if len(rivals) > 1 else rivals


def candidates(spec: TableSpec, field_spec: FieldSpec, fields: Sequence[OfferedField], fit: Fit, known: Known) -> list[str]:
    """The ids of all their fields that could be this one, likely ones first, then as they stand there."""
    fitting = [field for field in fields if fit(field_spec, field) is not Writing.NOT_AT_ALL]
    return [
        pair.field.id
        for pair in sorted((scored(spec, field_spec, field, known) for field in fitting), key=lambda pair: -pair.confidence)
    ]
