"""What a move means before it is made: does it need a reason, and does it break the journey's rule?"""

from collections.abc import Mapping, Sequence
from dataclasses import field

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.settings import Journey, Stage, TeamSettings
from journeydesk.domain.values import Stored
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.rows.board import CardRow
from journeydesk.ui.tabs.kanban.selection import Place, goes, source_of


@dataclass(frozen=True, slots=True)
class Move:
    """Cards that are to go from one place to another, with what was answered on the way: why, and what is filled in with whom."""

    cards: tuple[CardRow, ...]
    source: Place
    over: Place
    reason: str = ""
    fill: Mapping[RecordId, Mapping[str, Stored]] = field(default_factory=dict)
    stay: frozenset[RecordId] = frozenset()
    """Those of them who are in that stage already, and only change their owner."""

    several: bool = False
    """Whether they come from several places; `source` is then what all of them leave."""


def planned(cards: Sequence[CardRow], places: Mapping[RecordId, Place], source: Place, over: Place) -> Move | None:
    """The move of those cards that are not there yet; None where all are. Whose place is not known is at `source`."""
    known = {card.id: places.get(card.id, source) for card in cards}
    going = tuple(card for card in cards if goes(known[card.id], over))
    if not going:
        return None
    stay = frozenset(card.id for card in going if known[card.id].stage == over.stage)
    leaving = source_of([known[card.id] for card in going], over)
    return Move(going, leaving, over, stay=stay, several=len(set(known.values())) > 1)


def whom(cards: Sequence[CardRow]) -> str:
    """Who is meant: a name, or how many."""
    return (cards[0].company or cards[0].contact) if len(cards) == 1 else tr("{count} cards", count=figure(len(cards)))


def moved_words(move: Move, stages: Sequence[Stage], room: int | None) -> str:
    """What was done; with `room` below nothing, that the stage has more cards than it may."""
    who, stage, owner = whom(move.cards), move.over.stage, move.over.owner or tr("nobody")
    short = stages[stage - 1].short
    if move.over.owner == move.source.owner:
        done = tr("{whom} moved to {stage} {short}", whom=who, stage=stage, short=short)
    elif stage == move.source.stage:
        done = tr("{whom} given to {owner}", whom=who, owner=owner)
    else:
        done = tr("{whom} moved to {stage} {short} and given to {owner}", whom=who, stage=stage, short=short, owner=owner)
    if room is None or room >= 0:
        return done
    return tr("{done}; {room} more than its limit", done=done, room=figure(-room))


def asked_words(move: Move, stage: Stage) -> str:
    """What the question for a reason is about."""
    if move.over.stage < move.source.stage:
        return tr("Back to {number} {short}: {whom}", number=stage.number, short=stage.short, whom=whom(move.cards))
    return tr("End in {number} {short}: {whom}", number=stage.number, short=stage.short, whom=whom(move.cards))


def needs_reason(journey: Journey, from_stage: int, to_stage: int) -> bool:
    """A move asks why only where it goes back or ends (docs/interface.md, "Kanban")."""
    return to_stage < from_stage or (to_stage != from_stage and journey.stage(to_stage).is_end)


def points_short(settings: TeamSettings, journey: str, stage: int, points: int | None) -> int:
    """How many points a prospect lacks for this stage; 0 where the journey does not go by points, or has them.

    A prospect is in the highest stage of the first journey whose threshold its points exceed.
    """
    by_points = settings.journeys[0].name == journey
    if not by_points or points is None or stage <= 1 or stage > len(settings.thresholds):
        return 0
    return max(0, settings.thresholds[stage - 1] + 1 - points)


def drop_words(
    settings: TeamSettings,
    journey: str,
    source: Place,
    over: Place,
    points: int | None,
    count: int = 1,
    lacks: Sequence[str] = (),
    room: int | None = None,
) -> str:
    """What a drop there would do, for the line under carried cards: `lacks` are the fields that the stage needs and they have not,
    `room` how many cards the stage still takes, None where it has no limit."""
    definition = settings.journey(journey)
    if definition is None or over == source:
        return ""
    words = []
    if over.stage != source.stage:
        short_name = definition.stage(over.stage).short
        words.append(
            tr("Move {count} cards to {stage} {short}", count=figure(count), stage=over.stage, short=short_name)
            if count > 1
            else tr("Move to {stage} {short}", stage=over.stage, short=short_name)
        )
        if lacks:
            words.append(tr("needs {lacks}", lacks=", ".join(lacks)))
        if room is not None and count > room:
            words.append(tr("{count} more than its limit", count=figure(count - room)))
        short = points_short(settings, journey, over.stage, points)
        if needs_reason(definition, source.stage, over.stage):
            words.append(tr("asks for a reason"))
        elif short:
            words.append(tr_count("{count} point short of the rule", "{count} points short of the rule", short))
    if over.owner != source.owner:
        words.append(
            tr("give to {owner}", owner=over.owner or tr("nobody"))
            if words
            else tr("Give to {owner}", owner=over.owner or tr("nobody"))
        )
    return " · ".join(words)
