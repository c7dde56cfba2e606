"""A mapping that a person stopped in the middle of, kept in the workspace until it is gone on with."""

import json

from journeydesk.domain.mapping.offer import Guess, OfferedTable, State
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.sync.mapping.applying import MappingDraft
from journeydesk.services.sync.mapping.saved import TableChoice
from journeydesk.storage.sync.meta import get_meta, set_meta

_KEY = "mapping_draft"


def keep_draft(context: Context, base: str, draft: MappingDraft) -> None:
    """Keeps a draft of the base with this id; one that was kept before goes."""
    with context.database.write() as connection:
        set_meta(connection, _KEY, json.dumps({"base": base, "draft": draft.to_json()}, ensure_ascii=False))


def kept_draft(context: Context, base: str) -> MappingDraft | None:
    """The draft that was kept for this base; None where there is none, or it is one of another version."""
    with context.database.read() as connection:
        text = get_meta(connection, _KEY)
    kept = json.loads(text) if text else {}
    if kept.get("base") != base:
        return None
    try:
        return MappingDraft.restore(kept["draft"])
    except ValueError:
        return None


def forget_draft(context: Context) -> None:
    """Lets go of what was kept."""
    with context.database.write() as connection:
        set_meta(connection, _KEY, None)


def matched_again(before: MappingDraft, fresh: MappingDraft, slug: str) -> MappingDraft:
    """What was read anew, with what a person decided for every table but this one as far as it is still in the base."""
    tables = {table.id: table for table in fresh.remote_tables}
    for other, choice in before.choices.items():
        chosen = choice.table.chosen
        if other == slug or (chosen is not None and chosen not in tables):
            continue
        guessed = fresh.choices[other]
        guessed.table = choice.table
        fresh.match_again(other)
        if chosen is not None:
            _take_decisions(choice, guessed, tables[chosen])
    return fresh


def _take_decisions(before: TableChoice, guessed: TableChoice, table: OfferedTable) -> None:
    ids = {field.id: dict(field.options) for field in table.fields}
    decided = {
        name: guess
        for name, guess in before.fields.items()
        if name in guessed.fields
        and (guess.state is State.MATCHED or guess.confidence == 1)
        and (guess.chosen is None or guess.chosen in ids)
    }
    taken = {guess.chosen for guess in decided.values() if guess.chosen is not None}
    for name, guess in guessed.fields.items():
        if name not in decided and guess.chosen in taken:
            guessed.fields[name] = Guess(None, State.DECIDE, 0.0, tr("its field was chosen for another"))
            guessed.options.pop(name, None)
    guessed.fields |= decided
    for name, guess in decided.items():
        there = ids.get(guess.chosen or "", {})
        earlier = {key: option for key, option in before.options.get(name, {}).items() if key in there}
        if earlier:
            guessed.options[name] = guessed.options.get(name, {}) | earlier
