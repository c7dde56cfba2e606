"""What a storm is made of: its service, its files, its machines."""

from dataclasses import dataclass, replace
from pathlib import Path

from journeydesk.domain.catalogue import BY_SLUG, TABLES
from journeydesk.storage.engine.database import FILE_NAME
from journeydesk.storage.opening import open_database
from journeydesk.sync.setup import set_up
from tests.fakes.memory_remote import MemoryRemote
from tests.storm.clock import VirtualClock
from tests.storm.sandbox_service import SandboxService
from tests.workspaces import KEY

COMPUTED = "score"
"""The field of a prospect that some bases compute."""


@dataclass(frozen=True)
class Kind:
    """What a storm is made of: real HTTP against the stand-in or a base in memory, files with a key, machines with rules at work, a
    base that computes the score of its prospects."""

    http: bool = False
    encrypted: bool = False
    rules: bool = False
    computed: bool = False


def kind_of(seed: int) -> Kind:
    """A third of the seeds go over HTTP, half are encrypted, a quarter have rules at work, a third have a read-only field."""
    return Kind(seed % 3 == 2, seed % 2 == 1, seed % 4 == 3, seed % 6 in (3, 4))


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
    return service
