"""Stripe's form encoding: `a[b]=1&c[0][d]=2&e[]=3`, in queries and bodies alike."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl

from journeydesk.sandbox.stripe.errors import invalid


def parse_body(body: bytes) -> dict[str, Any]:
    """A request body as nested values; texts stay texts."""
    return parse_pairs(parse_qsl(body.decode("utf-8"), keep_blank_values=True))


def parse_pairs(pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Key and value pairs as nested values: names become keys of objects, `[]` and `[0]` places in lists."""
    root: dict[str, Any] = {}
    for key, value in pairs:
        name, _, rest = key.partition("[")
        parts = [name, *(part for part in rest.rstrip("]").split("][") if rest)]
        _put(root, parts, value, key)
    return {name: _with_lists(value) for name, value in root.items()}


def _put(root: dict[str, Any], parts: Sequence[str], value: str, key: str) -> None:
    at = root
    for part in parts[:-1]:
        at = at.setdefault(part, {})
        if not isinstance(at, dict):
            raise invalid(f"Invalid parameter: {key}", key)
    last = parts[-1] if parts[-1] else str(len(at))
    at[last] = value


def _with_lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(key.isdigit() for key in value):
        return [_with_lists(value[key]) for key in sorted(value, key=int)]
    return {key: _with_lists(inner) for key, inner in value.items()}


def whole(given: Any, name: str, least: int, most: int) -> int:
    """A parameter that must be a whole number in a range; raises StripeError otherwise."""
    try:
        number = int(given)
    except (TypeError, ValueError) as error:
        raise invalid(f"Invalid integer: {given}", name, "parameter_invalid_integer") from error
    if not least <= number <= most:
        raise invalid(f"This value must be between {least} and {most} (inclusive).", name)
    return number


def yes(given: Any, name: str) -> bool:
    """A parameter that must be true or false; raises StripeError otherwise."""
    if given not in ("true", "false"):
        raise invalid(f"Invalid boolean: {given}", name)
    return bool(given == "true")
