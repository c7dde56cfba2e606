"""The command `setup`: what the base is matched with, by names, by an edited map, and creating what is missing."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from journeydesk import config, credentials
from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, PARTLY, ask_secret, complain, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.sync.mapping.draft import MappingDraft

if TYPE_CHECKING:
    from journeydesk.services.sync.mapping.applying import MappingReport

_SHOW = "journeydesk setup --show-map --json > map.json"
_CHANGE_REGION = "journeydesk settings set team.time_zone Europe/Madrid, or team.currency EUR"
_MOST_BYTES = 20_000_000


def setup(arguments: argparse.Namespace) -> int:
    """Matches the base, on request makes what is missing, and says what stands where."""
    if arguments.stripe or arguments.forget_stripe:
        return _stripe_key(arguments)
    if arguments.checkout or arguments.forget_checkout:
        from journeydesk.cli.upgrades.commands import checkout_key

        return checkout_key(arguments)
    if arguments.unencrypted:
        credentials.go_unencrypted(config.paths().workspace)
    from journeydesk.services.sync.connecting import remote_access
    from journeydesk.services.sync.mapping.applying import apply_mapping, open_mapping
    from journeydesk.services.sync.mapping.file import map_facts, map_words, take_map
    from journeydesk.services.workspace.recovery import is_noted
    from journeydesk.services.workspace.region import is_first_of_team, region_of_computer, take_region

    edited = None if arguments.map is None else _read(arguments.map)
    with workspace() as (context, known):
        access = remote_access(context, known)
        draft = open_mapping(context, access)
        if edited is not None:
            take_map(draft, edited)
        for table in draft.tables if arguments.accept_likely else ():
            draft.accept_likely(table.slug)
        if arguments.show_map:
            say(arguments, map_words(draft), map_facts(draft))
            return DONE
        if arguments.create_missing:
            draft.create_prospects_if_none_fits()
        _refuse_what_is_open(draft, arguments.create_missing)
        if arguments.create_missing:
            for name in draft.to_create():
                complain(tr("Will be created: {name}", name=name))
        is_first = is_first_of_team(context, access, draft)
        report = apply_mapping(context, access, draft, arguments.create_missing)
        region = take_region(context, region_of_computer()) if is_first else ""
        unnoted = not is_noted(context)
    _tell(arguments, report, region, unnoted)
    return DONE


def _tell(arguments: argparse.Namespace, report: "MappingReport", region: str, unnoted: bool) -> None:
    lines = [tr("{fields} fields found in {tables} tables.", fields=report.fields, tables=report.tables)]
    lines += [tr("Created: {name}", name=name) for name in report.created]
    lines += [
        tr("Missing: {name}. Create what is missing: journeydesk setup --create-missing", name=name) for name in report.missing
    ]
    lines += [tr("Read only: {name}", name=name) for name in report.read_only]
    lines += report.left_alone
    if region:
        lines.append(tr("{region} Change them: {change}", region=region, change=_CHANGE_REGION))
    if unnoted:
        lines.append(
            tr("Write down the recovery key, which opens this workspace and its copies anywhere: journeydesk recovery-key")
        )
    facts = {
        "found": report.fields,
        "created": list(report.created),
        "missing": list(report.missing),
        "other_type": list(report.other_type),
        "read_only": list(report.read_only),
        "left_alone": list(report.left_alone),
        "region": region,
    }
    say(arguments, "\n".join(lines), facts)


def _stripe_key(arguments: argparse.Namespace) -> int:
    """Keeps or forgets Stripe's key, which is never an argument: those are in the shell's history and in every process list."""
    from journeydesk.services.payments.stripe_key import VARIABLE, connect_stripe, forget_stripe

    with workspace() as (context, known):
        beside = tr(" {variable} is set, and goes before it.", variable=VARIABLE) if known.stripe_key else ""
        if arguments.forget_stripe:
            forgotten = forget_stripe(context)
            words = (
                tr("The Stripe key is out of the keyring; the payments that were read stay.")
                if forgotten
                else tr("No key was kept.")
            )
            say(arguments, words + beside, {"forgotten": forgotten})
            return DONE
        typed = ask_secret(tr("Stripe key (rk_live_…): "))
        check = connect_stripe(context, known, typed, secret_live=arguments.accept_secret_key)
    kind = tr("restricted") if check.restricted else tr("secret")
    words = tr(
        "Stripe takes the key: {kind}, {mode} mode. It is kept in the keyring, and payments come with the next sync.{beside}",
        kind=kind,
        mode=check.mode,
        beside=beside,
    )
    if not check.restricted:
        words += tr(" A restricted key (rk_…) that only reads is safer.")
    facts = {"mode": check.mode, "restricted": check.restricted, "problems": list(check.problems)}
    say(arguments, words, facts)
    for sentence in check.problems:
        complain(sentence)
    return PARTLY if check.problems else DONE


def _read(name: str) -> object:
    path = Path(name)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UserError(tr("{name} is too long for a map. Begin with: {show}", name=name, show=_SHOW))
        return json.loads(path.read_bytes())
    except OSError as problem:
        raise UserError(
            tr(
                "{name} cannot be read: {why}. Check the name, or begin with: {show}",
                name=name,
                why=problem.strerror or problem,
                show=_SHOW,
            )
        ) from None
    except (ValueError, RecursionError) as problem:
        raise UserError(tr("{name} is no JSON: {why}. Begin with: {show}", name=name, why=problem, show=_SHOW)) from None


def _refuse_what_is_open(draft: MappingDraft, create: bool) -> None:
    """A command cannot ask: it stops where something is to be decided, or is only likely, and says how to answer."""
    open_questions = [problem.sentence for table in draft.tables for problem in draft.problems(table.slug)]
    likely = draft.likely_left()
    if not open_questions and not likely:
        return
    lines = [tr("To decide: {sentence}.", sentence=sentence) for sentence in open_questions]
    lines += [tr("Not certain: {line}.", line=line) for line in likely]
    end = tr("Nothing was created or stored.") if create else tr("Nothing was stored.")
    accept = tr("Take what is likely with --accept-likely, or decide") if likely and not open_questions else tr("Decide")
    lines.append(
        tr(
            "{end} {accept} in a file ({show}; set “theirs”, or “theirs” null and “state” create or "
            "left_out) and hand it in: journeydesk setup --map map.json",
            end=end,
            accept=accept,
            show=_SHOW,
        )
    )
    raise UserError("\n".join(lines))
