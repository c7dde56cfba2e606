"""Commands that read and write files: import, export, delete, backup, restore."""

import argparse
from pathlib import Path

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, PARTLY, complain, say
from journeydesk.domain.catalogue import BY_NAME, BY_SLUG, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.services.commands.base import action
from journeydesk.services.files.csv_import import import_csv
from journeydesk.services.files.export import export_table, table_text
from journeydesk.storage.records import records


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
    with workspace() as (context, _), action(context, f"Deleted {len(arguments.keys)} of {spec.name}") as doing:
        for key in arguments.keys:
            record = records.find_by_key(doing.connection, spec.slug, key)
            if record is None:
                raise UserError(f"{spec.name} has no record “{key}”. Nothing was deleted.")
            doing.changed(records.set_deleted(doing.connection, spec.slug, record, True, doing.author))
    say(arguments, f"{len(arguments.keys)} deleted. Undo brings them back.", {"deleted": arguments.keys})
    return DONE


def backup(arguments: argparse.Namespace) -> int:
    """Copies the database to a file, encrypted with the same key."""
    from journeydesk.storage.upkeep.snapshots import copy_database

    with workspace() as (context, _):
        made = copy_database(context.database, Path(arguments.file))
    say(arguments, f"Copied to {made}.", {"file": str(made)})
    return DONE


def restore_copy(arguments: argparse.Namespace) -> int:
    """Puts a copy in the place of the database; what stood there is copied aside, so that it can be restored in turn."""
    from journeydesk.storage.upkeep.snapshots import restore, restore_difference

    copy = Path(arguments.file)
    with workspace() as (context, _):
        found = [one for one in restore_difference(context.database, copy) if one.now != one.then]
        aside = context.database.folder / "backups" / f"before-restore-{context.clock():%Y%m%dT%H%M%S}.db"
        restore(context.database, copy, aside)
    lines = [f"Restored {copy}. What stood before is kept as {aside}."]
    lines += [f"{one.table}: {one.now:,} records before, {one.then:,} now." for one in found]
    lines.append("The next sync brings what is newer in Airtable, and sends nothing twice.")
    tables = {one.table: {"before": one.now, "now": one.then} for one in found}
    say(arguments, "\n".join(lines), {"restored": str(copy), "aside": str(aside), "tables": tables})
    return DONE
