"""Commands that read and write files: import, export, delete, backup, restore."""

import argparse
from pathlib import Path

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, PARTLY, complain, say
from journeydesk.domain.catalogue import BY_NAME, BY_SLUG, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.services.commands.records import delete_records
from journeydesk.services.files.csv_import import import_csv
from journeydesk.services.files.export import export_table, table_text
from journeydesk.services.workspace.copies import back_up, restore


def _table(name: str) -> TableSpec:
    found = BY_NAME.get(name) or BY_SLUG.get(name.casefold())
    if found is None:
        raise UserError(f"There is no table “{name}”. The tables are {', '.join(BY_NAME)}.")
    return found


def import_file(arguments: argparse.Namespace) -> int:
    """Brings in a CSV file; every row ends in one bucket."""
    spec = _table(arguments.table)
    with workspace() as (context, _):
        report = import_csv(context, spec, Path(arguments.file), arguments.key, dry_run=arguments.dry_run)
    facts = {
        "created": report.created,
        "updated": report.updated,
        "same": report.same,
        "invalid": len(report.invalid),
        "errors": [{"row": row, "message": message} for row, message in report.invalid],
        "dry_run": arguments.dry_run,
    }
    would = "would be " if arguments.dry_run else ""
    words = f"{report.created} {would}created, {report.updated} {would}updated, {report.same} the same, {len(report.invalid)} invalid."
    say(arguments, words, facts)
    if not arguments.json:
        for row, message in report.invalid:
            complain(f"Row {row}: {message}")
    return PARTLY if report.invalid else DONE


def export_file(arguments: argparse.Namespace) -> int:
    """Writes a table; a file is whole or not there."""
    spec = _table(arguments.table)
    with workspace() as (context, _):
        if arguments.output:
            count = export_table(context, spec, arguments.format, Path(arguments.output))
            complain(f"{count:,} records of {spec.name} written to {arguments.output}.")
        else:
            print(table_text(context, spec, arguments.format), end="")
    return DONE


def delete(arguments: argparse.Namespace) -> int:
    """Deletes records by key, all or none."""
    spec = _table(arguments.table)
    with workspace() as (context, _):
        delete_records(context, spec, arguments.keys)
    say(arguments, f"{len(arguments.keys)} deleted. Undo brings them back.", {"deleted": arguments.keys})
    return DONE


def backup(arguments: argparse.Namespace) -> int:
    """Copies the database to a file, encrypted with the same key."""
    with workspace() as (context, _):
        copy = back_up(context, Path(arguments.file))
    say(arguments, f"Copied to {copy}.", {"file": str(copy)})
    return DONE


def restore_copy(arguments: argparse.Namespace) -> int:
    """Puts a copy in the place of the database; what stood there is copied aside, so that it can be restored in turn."""
    copy = Path(arguments.file)
    with workspace() as (context, _):
        done = restore(context, copy)
    lines = [f"Restored {copy}. What stood before is kept as {done.aside}."]
    lines += [f"{table}: {before:,} records before, {now:,} now." for table, before, now in done.tables]
    lines.append("The next sync brings what is newer in Airtable, and sends nothing twice.")
    tables = {table: {"before": before, "now": now} for table, before, now in done.tables}
    say(arguments, "\n".join(lines), {"restored": str(copy), "aside": str(done.aside), "tables": tables})
    return DONE
