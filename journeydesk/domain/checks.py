"""What a value of a field may be, beyond its type: ranges, addresses, lengths. One set of checks for every way in.

A value that sync brings is kept whatever it is, and marked; these are for what people, files and commands enter.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from journeydesk.domain.catalogue import BY_SLUG, FieldSpec, FieldType
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.field_kinds.field_names import field_name
from journeydesk.domain.words import figure, tr

LONGEST_TEXT = 100_000
LONGEST_LINE = 2_000
LONGEST_EMAIL = 254

_COUNT = (0, None)
_RANGES: MappingProxyType[tuple[str, str], tuple[float, float | None]] = MappingProxyType(
    {
        ("prospects", "score"): (0, 50),
        ("prospects", "ltv"): _COUNT,
        ("prospects", "estimated_revenue"): _COUNT,
        ("prospects", "deal_probability"): (0, 1),
        ("prospects", "journey_points"): _COUNT,
        ("interactions", "duration"): (0, 24 * 60),
        ("usage", "api_calls"): _COUNT,
        ("usage", "sign_operations"): _COUNT,
        ("usage", "verify_operations"): _COUNT,
        ("usage", "error_rate"): (0, 1),
        ("usage", "active_users"): _COUNT,
        ("usage", "storage_used"): _COUNT,
        ("usage", "cost"): _COUNT,
        ("surveys", "pmf_score"): (0, 1),
        ("surveys", "satisfaction"): (1, 10),
        ("progress", "sessions"): _COUNT,
        ("tasks", "progress"): (0, 1),
    }
)
"""Least and most of each number, in stored units (money in minor units, percents as fractions), by table and field; None: no end."""

_PLAIN_EMAIL = re.compile(
    r"[A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""What no database keeps: the zero character and halves of one."""

_TWO_DIGITS = "2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]"
_INTERNATIONAL = re.compile(rf"\+(?:[17]|{_TWO_DIGITS}|(?!{_TWO_DIGITS})[2-689]\d\d)[1-9]\d{{4,11}}")
"""A number with its country and no trunk prefix to take away: its digits are all that there is to compare."""

_PARTED = re.compile(r"[\s()/.\-]")
_ABROAD = re.compile(r"^\s*(?:\+|00)")
_ROUNDED = re.compile(r"\d+(?:[.,]\d+)?[eE]\+?\d+")


def check(table: str, spec: FieldSpec, value: str | int | float | None) -> None:
    """Raises ValueRefused, with a sentence that names the field and the remedy, where a stored value may not stand in it."""
    if value is None:
        return
    if table == "prospects" and spec.slug in ("key", "email"):
        _refuse_test_customer(spec, str(value))
    if spec.is_text:
        _check_text(spec, str(value))
    elif not isinstance(value, str):
        _check_range(table, spec, value)


def _refuse_test_customer(spec: FieldSpec, text: str) -> None:
    """Who exists for checks only is no prospect, for no figure may count them."""
    # The first paint of the window needs no test customers.
    from journeydesk.domain.onboarding.customers import is_test_customer

    if is_test_customer(text if spec.slug == "key" else None, text if spec.slug == "email" else None):
        raise ValueRefused(
            spec.name,
            tr(
                "{field}: “{text}” belongs to the customers of the end-to-end check. Use another.",
                field=field_name(spec),
                text=text,
            ),
        )


def check_all(table: str, values: Mapping[str, str | int | float | None]) -> None:
    """`check` for the fields of a record, by slug; what is no field of the table is passed over."""
    fields = BY_SLUG[table].by_slug
    for slug, value in values.items():
        if slug in fields:
            check(table, fields[slug], value)


def out_of_range(table: str, values: Mapping[str, object]) -> list[str]:
    """Of a stored record, by slug: a sentence for each number that nobody could enter. Sync keeps such numbers as the base has them."""
    sentences = []
    for spec in BY_SLUG[table].fields:
        value = values.get(spec.slug)
        if (table, spec.slug) in _RANGES and isinstance(value, int | float):
            try:
                _check_range(table, spec, value)
            except ValueRefused as refused:
                sentences.append(str(refused))
    return sentences


def _check_range(table: str, spec: FieldSpec, value: int | float) -> None:
    least, most = _RANGES.get((table, spec.slug), (None, None))
    if (least is None or value >= least) and (most is None or value <= most):
        return
    entered, low, high = (_shown(spec, number) for number in (value, least, most))
    allowed = tr("from {low} to {high}", low=low, high=high) if most is not None else tr("of {low} or more", low=low)
    raise ValueRefused(
        spec.name,
        tr(
            "{name}: {entered} is out of range. Enter a value {allowed}.",
            name=field_name(spec),
            entered=entered,
            allowed=allowed,
        ),
    )


def _shown(spec: FieldSpec, number: float | None) -> str:
    if number is None:
        return ""
    if spec.type is FieldType.PERCENT:
        return f"{number * 100:g} %"
    return f"{number / 100:,.2f}" if spec.type is FieldType.CURRENCY else f"{number:g}"


def _check_text(spec: FieldSpec, text: str) -> None:
    if not text.isprintable() and UNSTORABLE.search(text):
        raise ValueRefused(
            spec.name,
            tr("{name}: the text holds a character that cannot be stored. Remove it and try again.", name=field_name(spec)),
        )
    longest = LONGEST_TEXT if spec.type is FieldType.LONG_TEXT else LONGEST_LINE
    if len(text) > longest:
        raise ValueRefused(
            spec.name,
            tr(
                "{name}: the text has {count} characters; at most {longest} fit. Shorten it.",
                name=field_name(spec),
                count=figure(len(text)),
                longest=figure(longest),
            ),
        )
    if spec.type is FieldType.EMAIL:
        _check_email(spec, text)
    elif spec.type is FieldType.PHONE:
        _check_phone(spec, text)


def _check_email(spec: FieldSpec, text: str) -> None:
    if len(text) > LONGEST_EMAIL:
        raise ValueRefused(
            spec.name,
            tr(
                "{name}: an address has at most {longest_email} characters, this one {count}.",
                name=field_name(spec),
                longest_email=LONGEST_EMAIL,
                count=figure(len(text)),
            ),
        )
    if _PLAIN_EMAIL.fullmatch(text):
        return
    # Imported for the rare address beyond plain ASCII: the list is painted without it.
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError as problem:
        raise ValueRefused(
            spec.name, tr("{name}: “{text}” is no e-mail address: {problem}", name=field_name(spec), text=text, problem=problem)
        ) from None


def _check_phone(spec: FieldSpec, text: str) -> None:
    if _ROUNDED.fullmatch(text.strip()):
        raise ValueRefused(
            spec.name,
            tr(
                "{name}: “{text}” was rounded by a spreadsheet. Format its column as text and enter it again.",
                name=field_name(spec),
                text=text,
            ),
        )
    if not any(map(str.isdigit, text)) or len(text) > 60:
        raise ValueRefused(
            spec.name,
            tr("{name}: “{text}” is no phone number. Write it like +43 1 234 567.", name=field_name(spec), text=text[:60]),
        )


def phone_digits(text: str) -> str:
    """A phone number for comparing: E.164 where it says its country, else its digits; empty where it has fewer than five."""
    international = _ABROAD.sub("+", text)
    if international.startswith("+"):
        plain = _PARTED.sub("", international)
        if "(0)" not in text and _INTERNATIONAL.fullmatch(plain):
            return plain
        import phonenumbers

        try:
            number = phonenumbers.parse(international)
        except phonenumbers.NumberParseException:
            pass
        else:
            return f"+{number.country_code}{number.national_number}"
    digits = "".join(filter(str.isdigit, text))
    return digits if len(digits) >= 5 else ""
