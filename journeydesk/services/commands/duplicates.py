"""What a person says of two that look alike, and making them one; undone like anything else, and for 30 days taken apart again."""

from collections.abc import Mapping

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import Action, start_action
from journeydesk.services.commands.mutes import mute_both
from journeydesk.services.commands.stages.moving import STAGE_FIELDS, set_stages
from journeydesk.services.context import Context
from journeydesk.services.duplicates.candidates import DIFFERENT, SAME
from journeydesk.services.duplicates.merging import Take, choices, merged
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.payments.links import follow_merges
from journeydesk.storage.payments.stripe_payers import payers_of
from journeydesk.storage.records import local_rows, merges, records
from journeydesk.storage.records.records import FieldChange
from journeydesk.storage.sync.table_maps import read_only_fields
from journeydesk.storage.team import automation_log, pair_decisions, taken_back

_KINDS = frozenset({"prospects", "positions", "alerts", "money", "messages", "mail", "proposals", "drafts"})
_LABELS = {SAME: tr("{0} and {1} are the same"), DIFFERENT: tr("{0} and {1} are different")}


def decide_pair(context: Context, one: RecordId, other: RecordId, said: str | None) -> None:
    """Two prospects are the `same` and wait to be merged, or `different` and are not asked about again; None asks again.

    Raises UserError where one of them is gone, or both are one.
    """
    if one == other:
        raise UserError(tr("That is one prospect, named twice. Name two."))
    with start_action(context, "") as action:
        left, right = action.living(one), action.living(other)
        action.label = _LABELS.get(said or "", tr("{0} and {1} are asked about again")).format(left.name, right.name)
        pair = pair_decisions.pair_of(left.key, right.key)
        action.changed(pair_decisions.decide(action.connection, pair, said, action.author))
        action.prospects |= {one, other}


def merge(context: Context, survivor: RecordId, loser: RecordId, taken: Mapping[str, Take] | None = None) -> None:
    """Makes two prospects one: the first stays with the values of `merged` and with everything that belongs to either, the other is
    deleted, here and with the next sync in the base. One step to undo; `unmerge` takes them apart for 30 days.

    `taken` says by field whose value is chosen, the survivor's being the left one. Raises UserError where one of them is gone.
    """
    if survivor == loser:
        raise UserError(tr("That is one prospect, named twice. Name two."))
    with start_action(context, "") as action:
        stays, goes = action.living(survivor), action.living(loser)
        action.label = tr("Merged {name} into {name_2}", name=goes.name, name_2=stays.name)
        rows = [records.get(action.connection, "prospects", record) for record in (survivor, loser)]
        assert rows[0] is not None and rows[1] is not None
        values = merged(choices(context, rows[0], rows[1]), taken or {})
        payers = payers_of(action.connection, loser)
        action.changed(merges.bring_over(action.connection, survivor, loser, action.author))
        computed = read_only_fields(action.connection, "prospects")
        fields = {slug: value for slug, value in values.items() if slug not in STAGE_FIELDS and slug not in computed}
        # What stood with one of them was let in before: it is not checked again.
        action.changed(records.update(action.connection, "prospects", survivor, fields, action.author))
        action.changed(records.set_deleted(action.connection, "prospects", loser, True, action.author))
        _run_nothing_again(action, survivor, stays.key, loser)
        mute_both(action, goes.key, stays.key)
        evaluate_within(context, action.connection, [survivor, loser])
        _keep_stages(context, action, survivor, {slug: value for slug, value in values.items() if slug in STAGE_FIELDS})
        action.changed(_published(rows[0], records.get(action.connection, "prospects", survivor) or {}, survivor))
        merges.remember(action.connection, survivor, loser, goes.name, action.changes, payers, action.author)
        action.prospects |= {survivor, loser} | follow_merges(context, action.connection, [loser])
        local_rows.follow_merges(action.connection, [loser])
        action.kinds |= _KINDS


def _run_nothing_again(action: Action, survivor: RecordId, key: str, loser: RecordId) -> None:
    """What ran by itself for the other does not run for the one that stays, on no machine: its tasks are there already."""
    ran = automation_log.ran(action.connection, [survivor, loser])
    own = {(rule, cause) for prospect, rule, cause in ran if prospect == survivor}
    for rule, cause in sorted({(rule, cause) for prospect, rule, cause in ran if prospect == loser} - own):
        action.changed(taken_back.remember(action.connection, key, rule, cause, action.author))


def _published(before: records.Row, after: records.Row, survivor: RecordId) -> list[FieldChange]:
    """What the events of both together published on the one that stays: taking apart takes it back, too, for a fold clears nothing."""
    fields = (*STAGE_FIELDS, "journey_points", "entry_point")
    return [
        FieldChange("prospects", survivor, slug, before[slug], after[slug])
        for slug in fields
        if slug in after and before[slug] != after[slug]
    ]


def _keep_stages(context: Context, action: Action, survivor: RecordId, chosen: Mapping[str, Stored]) -> None:
    """Where the events of both together lead elsewhere than was chosen, a person's word stands."""
    row = records.get(action.connection, "prospects", survivor) or {}
    otherwise = {slug: value for slug, value in chosen.items() if value and value != row.get(slug)}
    if otherwise:
        set_stages(context, action, survivor, otherwise, "merged")
        evaluate_within(context, action.connection, [survivor])


def unmerge(context: Context, loser: RecordId) -> None:
    """Takes apart what was merged within 30 days: both are as they were, and what belonged to each belongs to it again. What was
    changed here since stays; what the base has changed since is asked about. Raises UserError where there is no such merge."""
    with context.database.read() as connection:
        found = next((each for each in merges.merges(connection, context.now()) if each.loser == loser), None)
    if found is None:
        raise UserError(tr("There is no merge of the last 30 days to take apart; list them with duplicates merged."))
    with start_action(context, "") as action:
        action.label = tr("Took {name} apart from {name_2}", name=found.name, name_2=action.living(found.survivor).name)
        action.changed(merges.take_apart(action.connection, found, action.author))
        both = [found.survivor, loser]
        action.prospects |= {*both, *follow_merges(context, action.connection, [loser])}
        local_rows.follow_merges(action.connection, [loser])
        evaluate_within(context, action.connection, both)
        action.kinds |= _KINDS
