"""Which table of a base each of ours is: by name, by what it is called elsewhere, by the fields that it has."""

from collections.abc import Mapping, Sequence

from journeydesk.domain.catalogue import TABLES, TableSpec
from journeydesk.domain.mapping.fields import ALIKE_WITHIN, LIKELY_FROM, Fit, guess_fields
from journeydesk.domain.mapping.names import TABLE_WORDS, plain, squeezed
from journeydesk.domain.mapping.offer import Guess, Known, OfferedTable, State
from journeydesk.domain.words import tr


def guess_tables(offered: Sequence[OfferedTable], fit: Fit, known: Known) -> dict[str, Guess]:
    """The guess for each of our tables, by slug; each of theirs is chosen once, and two that fit alike are a decision.

    Prospects cannot be done without: where none is likely, that is a decision too.
    """
    scores = sorted(
        (
            (confidence, place, table.name, table.id, spec, reason)
            for place, spec in enumerate(TABLES)
            for table in offered
            for confidence, reason in (_scored(spec, table, fit, known),)
            if confidence >= LIKELY_FROM
        ),
        key=lambda score: (-score[0], score[1], score[2], score[3]),
    )
    guesses: dict[str, Guess] = {}
    taken: set[str] = set()
    names = {table.id: table.name for table in offered}
    for confidence, _place, _name, identifier, spec, reason in scores:
        if spec.slug in guesses or identifier in taken:
            continue
        rivals = [
            other
            for score, _, _, other, rival_spec, _ in scores
            if rival_spec is spec
            and other not in taken
            and score > confidence - ALIKE_WITHIN
            and (score == 1.0) == (confidence == 1.0)
            and not _fits_better(other, score, spec, scores, guesses)
        ]
        if len(rivals) > 1:
            said = ", ".join(sorted(names[rival] for rival in rivals))
            count = tr("Two") if len(rivals) == 2 else str(len(rivals))
            guesses[spec.slug] = Guess(
                None, State.DECIDE, confidence, tr("{count} fit: {said}", count=count, said=said), tuple(sorted(rivals))
            )
            continue
        taken.add(identifier)
        state = State.MATCHED if confidence == 1.0 else State.LIKELY
        guesses[spec.slug] = Guess(identifier, state, confidence, reason)
    return {spec.slug: guesses.get(spec.slug) or _none(spec) for spec in TABLES}


def _fits_better(
    identifier: str,
    confidence: float,
    spec: TableSpec,
    scores: Sequence[tuple[float, int, str, str, TableSpec, str]],
    guesses: Mapping[str, Guess],
) -> bool:
    return any(
        other == identifier and rival is not spec and rival.slug not in guesses and score >= confidence + ALIKE_WITHIN
        for score, _, _, other, rival, _ in scores
    )


def _none(spec: TableSpec) -> Guess:
    return Guess(None, State.CREATE, 0.0, tr("no table fits"))


def _scored(spec: TableSpec, table: OfferedTable, fit: Fit, known: Known) -> tuple[float, str]:
    """How sure it is that a table of theirs is ours. A name alone is not enough for a table whose fields are all others."""
    share = coverage(spec, table, fit, known)
    title = squeezed(table.name)
    if title in (squeezed(spec.name), squeezed(spec.slug)) and share >= 0.3:
        return 1.0, tr("by name")
    if title == squeezed(spec.name):
        return 0.6, tr("by name, with other fields")
    words = _words(spec)
    if title in words and share > 0:
        return round(min(0.95, 0.7 + 0.25 * share), 2), tr("often called so")
    if any(title in _words(other) for other in TABLES if other is not spec):
        return 0.0, ""
    parts = {squeezed(word) for word in plain(table.name).split()}
    if parts & words and share >= 0.2:
        return round(min(0.9, 0.5 + 0.4 * share), 2), tr("its name holds the word")
    return (round(0.9 * share, 2), tr("by its fields")) if share >= 0.6 else (0.0, "")


def _words(spec: TableSpec) -> set[str]:
    return {squeezed(word) for word in TABLE_WORDS[spec.slug].split("|")}


def coverage(spec: TableSpec, table: OfferedTable, fit: Fit, known: Known) -> float:
    """The share of a table's core fields that are ours by more than the least guess: a few are enough, for nobody has them all."""
    guesses = guess_fields(spec, table, fit, known)
    hits = sum(guess.confidence > LIKELY_FROM for guess in guesses.values())
    return min(1.0, hits / min(len(spec.fields), max(3, len(table.fields) // 2)))
