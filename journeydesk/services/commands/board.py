"""What a hand does with cards of the board: each is one step, however many there are and whatever it changes."""

from collections.abc import Collection, Mapping, Sequence

from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.commands.base import start_action
from journeydesk.services.commands.prospects import edit_within, move_within, stage_named
from journeydesk.services.context import Context


def move_cards(
    context: Context,
    prospects: Sequence[RecordId],
    journey: str,
    stage: str | None = None,
    owner: str | None = None,
    reason: str = "",
    fill: Mapping[RecordId, Mapping[str, Stored]] | None = None,
    stay: Collection[RecordId] = (),
) -> None:
    """Puts cards into another stage, another owner's lane, or both: None leaves it, "" as owner takes it away. `fill` has values to be
    written first, such as what the stage needs; those who `stay` are in the stage already. Raises UserError where the stage is none or
    lacks something; then nothing happened."""
    with start_action(context, "", beside=True) as action:
        names = [action.living(prospect).name for prospect in prospects]
        whom = names[0] if len(names) == 1 else tr("{count} cards", count=figure(len(names)))
        for prospect, values in (fill or {}).items():
            edit_within(context, action, [prospect], values)
        parts = []
        if owner is not None:
            edit_within(context, action, prospects, {"owner": owner or None})
            parts.append(tr("gave {whom} to {owner}", whom=whom, owner=owner or tr("nobody")))
        if stage is not None:
            name, target = stage_named(context, journey, stage)
            move_within(context, action, [prospect for prospect in prospects if prospect not in stay], name, target, reason)
            parts.insert(0, tr("moved {whom} to {short}", whom=whom, short=target.short))
            parts[1:] = (
                [tr_count("gave it to {owner}", "gave them to {owner}", len(names), owner=owner or tr("nobody"))]
                if owner is not None
                else []
            )
        action.label = tr(" and ").join(parts)
        action.label = action.label[:1].upper() + action.label[1:]
