"""What the program is made of, as it is installed: each part with its version and licence."""

from importlib import metadata

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr

_OWN = "journeydesk"
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Part:
    """A library by others."""

    name: str
    version: str
    licence: str


def parts() -> list[Part]:
    """Every library that the program needs and that is installed, by name."""
    try:
        needed = metadata.requires(_OWN) or []
    except metadata.PackageNotFoundError:
        needed = []
    found: dict[str, Part] = {}
    waiting = [line for line in needed if "extra ==" not in line]
    while waiting:
        name = _name(waiting.pop())
        if name in found:
            continue
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found[name] = Part(str(about["Name"]), str(about["Version"]), _licence(about))
        waiting += [line for line in metadata.requires(name) or [] if "extra ==" not in line]
    return sorted(found.values(), key=lambda part: part.name.casefold())


def _name(requirement: str) -> str:
    end = next((place for place, letter in enumerate(requirement) if not (letter.isalnum() or letter in "-_.")), None)
    return requirement[:end].replace("_", "-").casefold()


def _licence(about: "metadata.PackageMetadata") -> str:
    stated = str(about["License-Expression"] or "") if "License-Expression" in about else ""
    if stated:
        return stated
    classified = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or [] if line.startswith("License ::")]
    written = str(about["License"]).strip().splitlines() if "License" in about else []
    short = written[0] if written and len(written[0]) <= _LONGEST else ""
    return short or ", ".join(classified) or tr("see its package")
