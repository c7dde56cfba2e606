"""What a storm is made of: its service, its files, its machines."""

from dataclasses import dataclass, replace
from pathlib import Path

from journeydesk.domain.catalogue import BY_SLUG, TABLES
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.opening import open_database
from journeydesk.sync.setup import set_up
from tests.fakes.memory_remote import MemoryRemote
from tests.storm.clock import VirtualClock
from tests.storm.sandbox_service import SandboxService
from tests.workspaces import KEY

COMPUTED = "score"
"""The field of a prospect that some bases compute."""


NAMED = ("interactions", "tasks", "surveys")
"""The tables that some bases link to the prospects by a text with their names."""


@dataclass(frozen=True)
class Kind:
    """What a storm is made of: real HTTP against the stand-in or a base in memory, files with a key, machines with rules at work, a
    base that computes the score of its prospects, one that keeps whom a record is about as a text, or one whose options are renamed."""

    http: bool = False
    encrypted: bool = False
    rules: bool = False
    computed: bool = False
    names: bool = False
    options: bool = False


def kind_of(seed: int) -> Kind:
    """A third of the seeds go over HTTP, half are encrypted, a quarter have rules at work, a third have a read-only field, a quarter
    have links that are texts there, in two fifths the options change their names."""
    return Kind(seed % 3 == 2, seed % 2 == 1, seed % 4 == 3, seed % 6 in (3, 4), seed % 4 == 1, seed % 5 in (1, 2))


def make_template(folder: Path, kind: Kind) -> Path:
    """The file of a machine that was connected to a service of today's shape and has pulled nothing yet."""
    clock = VirtualClock()
    database = open_database(folder, KEY if kind.encrypted else None)
    service = make_service(clock, kind)
    set_up(database, service, True, "2026-05-19T09:00:00.000Z")
    database.close()
    if isinstance(service, SandboxService):
        service.close()
    return folder / FILE_NAME


def make_service(clock: VirtualClock, kind: Kind) -> MemoryRemote | SandboxService:
    """A service with every table; made twice, its ids are the same."""
    service = SandboxService(clock) if kind.http else MemoryRemote(clock.theirs)
    targets: dict[str, str] = {}
    for spec in TABLES:
        service.create_table(spec, targets)
        targets[spec.slug] = next(one.id for one in service.schema() if one.name == spec.name)
    if kind.computed and isinstance(service, MemoryRemote):
        shape = next(one for one in service.schema() if one.id == targets["prospects"])
        name = BY_SLUG["prospects"].by_slug[COMPUTED].name
        fields = [replace(one, type="formula", result="number") if one.name == name else one for one in shape.fields]
        service.reshape(shape.id, fields)
    if kind.names:
        for slug in NAMED:
            shape = next(one for one in service.schema() if one.id == targets[slug])
            link = next(one for one in shape.fields if one.type == "multipleRecordLinks" and one.name in BY_SLUG[slug].by_name)
            service.make_text(shape.id, link.id)
    return service
