"""Commands that read and write files: import, export, delete, backup, restore."""

import argparse
from pathlib import Path
from typing import Any

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, PARTLY, ask_secret, complain, say
from journeydesk.domain.catalogue import BY_NAME, BY_SLUG, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import figure, tr
from journeydesk.services.commands.records import delete_records
from journeydesk.services.files.export import export_table, table_text
from journeydesk.services.files.importing import carry_out, save_failed_rows
from journeydesk.services.files.rehearsal import Bucket, Choices, Rehearsal, read_bytes, rehearse
from journeydesk.services.workspace.copies import back_up, restore
from journeydesk.services.workspace.recovery import earlier_keys, keys_of_copy


def _table(name: str) -> TableSpec:
    spec = BY_NAME.get(name) or BY_SLUG.get(name.casefold())
    if spec is None:
        raise UserError(tr("There is no table “{name}”. The tables are {by_name}.", name=name, by_name=", ".join(BY_NAME)))
    return spec


def import_file(arguments: argparse.Namespace) -> int:
    """Brings in a file of rows; every row ends in one bucket, and nothing is written where a guess could read it otherwise."""
    spec = _table(arguments.table)
    path = Path(arguments.file)
    with workspace() as (context, _):
        rehearsal = rehearse(context, spec, path.name, read_bytes(path), _choices(arguments))
        open_questions = [] if arguments.yes or arguments.dry_run else rehearsal.questions
        if open_questions:
            raise UserError(
                tr(
                    "{name} can be read in more than one way. {open_questions} With --yes the likeliest is taken. "
                    "Nothing was brought in.",
                    name=path.name,
                    open_questions=" ".join(open_questions),
                )
            )
        if not arguments.dry_run:
            carry_out(context, rehearsal)
        if arguments.failed and rehearsal.left_out:
            save_failed_rows(context, rehearsal, Path(arguments.failed))
    say(arguments, _in_words(rehearsal, arguments.dry_run), _facts(rehearsal, arguments.dry_run))
    if not arguments.json:
        for row, plan in rehearsal.left_out:
            for problem in plan.problems:
                complain(tr("Row {line}: {words}", line=row.line, words=problem.words))
        for sentence in rehearsal.questions:
            complain(tr("Guessed: {sentence}", sentence=sentence))
    return PARTLY if rehearsal.left_out else DONE


def _choices(arguments: argparse.Namespace) -> Choices:
    columns = []
    for said in arguments.map:
        title, sign, field = said.partition("=")
        if not sign:
            raise UserError(tr("--map takes TITLE=FIELD, or TITLE= to leave a column out; “{said}” has no =.", said=said))
        columns.append((title, field))
    delimiter = {"tab": "\t", "\\t": "\t"}.get(arguments.delimiter or "", arguments.delimiter)
    if delimiter is not None and len(delimiter) != 1:
        raise UserError(
            tr("--delimiter takes one sign, or the word tab; “{delimiter}” is neither.", delimiter=arguments.delimiter)
        )
    return Choices(
        arguments.encoding,
        delimiter,
        arguments.decimal,
        arguments.dates,
        tuple(columns),
        arguments.key,
        arguments.empty_clears,
        arguments.sheet or "",
    )


def _facts(rehearsal: Rehearsal, dry_run: bool) -> dict[str, object]:
    counts = {bucket.value: count for bucket, count in rehearsal.counts.items()}
    counts["duplicates"] = counts.pop(Bucket.DUPLICATE.value)
    return {
        **counts,
        "rows": len(rehearsal.rows),
        "clears": rehearsal.clears,
        "errors": [
            {"row": row.line, "field": problem.field, "bucket": plan.bucket.value, "message": problem.words}
            for row, plan in rehearsal.left_out
            for problem in plan.problems
        ],
        "read_as": {
            "sheet": rehearsal.sheet or None,
            "encoding": rehearsal.decoded.encoding,
            "delimiter": rehearsal.table.delimiter,
            "header_row": rehearsal.table.header_line,
            "columns": {c.title: None if c.field is None else c.field.name for c in rehearsal.columns},
            "guessed": rehearsal.questions,
        },
        "dry_run": dry_run,
    }


def _in_words(rehearsal: Rehearsal, dry_run: bool) -> str:
    count = rehearsal.counts
    counts: dict[str, Any] = {
        "created": count[Bucket.CREATED],
        "updated": count[Bucket.UPDATED],
        "same": count[Bucket.SAME],
        "alike": count[Bucket.DUPLICATE],
        "invalid": count[Bucket.INVALID],
        "rows": figure(len(rehearsal.rows)),
    }
    words = [
        tr(
            "{created} would be created, {updated} would be updated, {same} the same, {alike} possible duplicates, "
            "{invalid} invalid: {rows} rows.",
            **counts,
        )
        if dry_run
        else tr(
            "{created} created, {updated} updated, {same} the same, {alike} possible duplicates, {invalid} invalid: {rows} rows.",
            **counts,
        )
    ]
    left = [column.title for column in rehearsal.columns if column.field is None]
    if left:
        words.append(tr("Left out: {left}.", left=", ".join(left)))
    if rehearsal.clears:
        cleared = ", ".join(f"{number} {name}" for name, number in rehearsal.clears.items())
        words.append(tr("Would clear {cleared}.", cleared=cleared) if dry_run else tr("Cleared {cleared}.", cleared=cleared))
    return " ".join(words)


def export_file(arguments: argparse.Namespace) -> int:
    """Writes a table; a file is whole or not there."""
    spec = _table(arguments.table)
    if arguments.format == "xlsx" and not arguments.output:
        raise UserError(tr("A workbook is no text for the terminal. Say where to write it with --output."))
    with workspace() as (context, _):
        if arguments.output:
            count = export_table(context, spec, arguments.format, Path(arguments.output))
            complain(
                tr(
                    "{count} records of {name} written to {output}.",
                    count=figure(count),
                    name=spec.name,
                    output=arguments.output,
                )
            )
        else:
            print(table_text(context, spec, arguments.format), end="")
    return DONE


def delete(arguments: argparse.Namespace) -> int:
    """Deletes records by key, all or none."""
    spec = _table(arguments.table)
    with workspace() as (context, _):
        delete_records(context, spec, arguments.keys)
    say(
        arguments, tr("{count} deleted. Undo brings them back.", count=figure(len(arguments.keys))), {"deleted": arguments.keys}
    )
    return DONE


def backup(arguments: argparse.Namespace) -> int:
    """Copies the database to a file, encrypted with the same key."""
    with workspace() as (context, _):
        copy = back_up(context, Path(arguments.file))
    say(arguments, tr("Copied to {copy}.", copy=copy), {"file": str(copy)})
    return DONE


def restore_copy(arguments: argparse.Namespace) -> int:
    """Puts a copy in the place of the database; what stood there is copied aside, so that it can be restored in turn."""
    copy = Path(arguments.file)
    keys: list[bytes] = (
        keys_of_copy(copy, ask_secret(tr("Recovery key or passphrase of the copy: "))) if arguments.unlock else []
    )
    with workspace() as (context, known):
        if known.passphrase:
            keys += earlier_keys(context, known.passphrase)
        done = restore(context, copy, keys)
    lines = [tr("Restored {copy}. What stood before is kept as {aside}.", copy=copy, aside=done.aside)]
    lines += [
        tr("{table}: {before} records before, {now} now.", table=table, before=figure(before), now=figure(now))
        for table, before, now in done.tables
    ]
    lines.append(tr("The next sync brings what is newer in Airtable, and sends nothing twice."))
    tables = {table: {"before": before, "now": now} for table, before, now in done.tables}
    say(arguments, "\n".join(lines), {"restored": str(copy), "aside": str(done.aside), "tables": tables})
    return DONE
