"""Which options a field of each type is created with (its "write" format), and what Airtable makes of them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from zoneinfo import available_timezones

from journeydesk.sandbox.airtable.errors import AirtableError
from journeydesk.sandbox.airtable.model import NUMBER_TYPES, PEOPLE_TYPES, TEXT_TYPES

_PRECISION_LIMIT = {"number": 8, "percent": 8, "currency": 7}
_HUES = ("yellow", "orange", "red", "pink", "purple", "blue", "cyan", "teal", "green", "gray")
_ICON_COLORS = frozenset(f"{hue}Bright" for hue in _HUES)
_CHECK_ICONS = frozenset({"check", "xCheckbox", "star", "heart", "thumbsUp", "flag", "dot"})
_RATING_ICONS = frozenset({"star", "heart", "thumbsUp", "flag", "dot"})
_DURATIONS = ("h:mm", "h:mm:ss", "h:mm:ss.S", "h:mm:ss.SS", "h:mm:ss.SSS")


def bad_options(reason: str) -> AirtableError:
    """The refusal of options that a field of that type cannot have."""
    return AirtableError(422, "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE", f"Invalid field options: {reason}")


def _number_options(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    precision = given.get("precision")
    if not isinstance(precision, int) or not 0 <= precision <= _PRECISION_LIMIT[kind]:
        raise bad_options(f"precision must be a whole number from 0 to {_PRECISION_LIMIT[kind]}")
    if kind != "currency":
        return {"precision": precision}
    if not isinstance(given.get("symbol"), str):
        raise bad_options("symbol must be a text")
    return {"precision": precision, "symbol": given["symbol"]}


def _date_options(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    date_format = given.get("dateFormat")
    if not isinstance(date_format, dict) or date_format.get("name") not in _DATE_FORMATS:
        raise bad_options("dateFormat.name must be one of " + ", ".join(_DATE_FORMATS))
    expected = _DATE_FORMATS[date_format["name"]]
    if date_format.get("format", expected) != expected:
        raise bad_options("dateFormat.format does not match its name")
    options: dict[str, Any] = {"dateFormat": {"name": date_format["name"], "format": expected}}
    if kind == "date":
        return options
    time_format = given.get("timeFormat")
    if not isinstance(time_format, dict) or time_format.get("name") not in _TIME_FORMATS:
        raise bad_options("timeFormat.name must be one of " + ", ".join(_TIME_FORMATS))
    if given.get("timeZone") not in {"utc", "client"} | available_timezones():
        raise bad_options("timeZone must be utc, client or a time zone's name")
    options["timeFormat"] = {"name": time_format["name"], "format": _TIME_FORMATS[time_format["name"]]}
    options["timeZone"] = given["timeZone"]
    return options


_DATE_FORMATS = {"local": "l", "friendly": "LL", "us": "M/D/YYYY", "european": "D/M/YYYY", "iso": "YYYY-MM-DD"}
_TIME_FORMATS = {"12hour": "h:mma", "24hour": "HH:mm"}


def _no_options(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    if given:
        raise bad_options(f"{kind} takes no options")
    return {}


def _icon(given: Mapping[str, Any], icons: frozenset[str], icon: str, color: str) -> dict[str, Any]:
    shown = {"icon": given.get("icon", icon), "color": given.get("color", color)}
    if shown["icon"] not in icons:
        raise bad_options("icon must be one of " + ", ".join(sorted(icons)))
    if shown["color"] not in _ICON_COLORS:
        raise bad_options("color must be one of " + ", ".join(sorted(_ICON_COLORS)))
    return shown


def _checkbox_options(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    return _icon(given, _CHECK_ICONS, "check", "greenBright")


def _rating_options(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    highest = given.get("max")
    if isinstance(highest, bool) or not isinstance(highest, int) or not 1 <= highest <= 10:
        raise bad_options("max must be a whole number from 1 to 10")
    return {**_icon(given, _RATING_ICONS, "star", "yellowBright"), "max": highest}


def _duration_options(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    if given.get("durationFormat") not in _DURATIONS:
        raise bad_options("durationFormat must be one of " + ", ".join(_DURATIONS))
    return {"durationFormat": given["durationFormat"]}


def _attachment_options(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    return {"isReversed": bool(given.get("isReversed", False))}


PLAIN_OPTIONS: Mapping[str, Callable[[str, Mapping[str, Any]], dict[str, Any]]] = MappingProxyType(
    {
        **dict.fromkeys(TEXT_TYPES | PEOPLE_TYPES | {"barcode"}, _no_options),
        **dict.fromkeys(NUMBER_TYPES, _number_options),
        "checkbox": _checkbox_options,
        "rating": _rating_options,
        "duration": _duration_options,
        "multipleAttachments": _attachment_options,
        "date": _date_options,
        "dateTime": _date_options,
    }
)
"""By type: the options that are shown of those given. Selects and links need the base and are read by `schema`."""
