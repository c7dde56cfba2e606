"""Settings of this computer that are kept in the workspace as one text."""

import json
from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.meta import get_meta, set_meta

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def read_kept(connection: Connection, key: str, usual: T) -> T:
    """The settings under `key`; what is not there, or of another type than in `usual`, is as there."""
    try:
        values = json.loads(get_meta(connection, key) or "{}")
    except ValueError:
        values = {}
    if not isinstance(values, dict):
        return usual
    known: dict[str, Any] = {}
    for field in fields(usual):
        value, default = values.get(field.name), getattr(usual, field.name)
        if isinstance(default, tuple) and isinstance(value, list) and all(isinstance(part, str) for part in value):
            known[field.name] = tuple(value)
        elif type(value) is type(default):
            known[field.name] = value
    return replace(usual, **known)


def keep(connection: Connection, key: str, settings: "DataclassInstance") -> None:
    """Keeps the settings under `key`."""
    set_meta(connection, key, json.dumps(asdict(settings)))
