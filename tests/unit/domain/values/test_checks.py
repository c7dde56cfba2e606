"""What a value of a field may be, for each field of the catalogue (`journeydesk/domain/checks.py`)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.catalogue import BY_SLUG, TABLES, TEXT_TYPES, FieldSpec, FieldType
from journeydesk.domain.checks import LONGEST_EMAIL, LONGEST_LINE, LONGEST_TEXT, check, phone_digits
from journeydesk.domain.errors import ValueRefused

RANGES: dict[tuple[str, str], tuple[float, float | None]] = {
    ("prospects", "score"): (0, 50),
    ("prospects", "ltv"): (0, None),
    ("prospects", "estimated_revenue"): (0, None),
    ("prospects", "deal_probability"): (0, 1),
    ("prospects", "journey_points"): (0, None),
    ("interactions", "duration"): (0, 1440),
    ("usage", "api_calls"): (0, None),
    ("usage", "sign_operations"): (0, None),
    ("usage", "verify_operations"): (0, None),
    ("usage", "error_rate"): (0, 1),
    ("usage", "active_users"): (0, None),
    ("usage", "storage_used"): (0, None),
    ("usage", "cost"): (0, None),
    ("surveys", "pmf_score"): (0, 1),
    ("surveys", "satisfaction"): (1, 10),
    ("progress", "sessions"): (0, None),
}
NUMERIC = (FieldType.PERCENT, FieldType.CURRENCY)
FIELDS = [(table.slug, spec) for table in TABLES for spec in table.fields]
TEXTS = [(table, spec) for table, spec in FIELDS if spec.type in TEXT_TYPES]
PLAIN = [(table, spec) for table, spec in TEXTS if spec.type not in (FieldType.EMAIL, FieldType.PHONE)]
EMAIL, PHONE, COMPANY, NOTES = (BY_SLUG["prospects"].by_slug[slug] for slug in ("email", "phone", "company", "notes"))


def named(part: Any) -> str:
    return part if isinstance(part, str) else str(getattr(part, "slug", part))


def spec_of(key: tuple[str, str]) -> FieldSpec:
    return BY_SLUG[key[0]].by_slug[key[1]]


def is_refused(table: str, spec: FieldSpec, value: str | int | float | None) -> bool:
    try:
        check(table, spec, value)
    except ValueRefused as refusal:
        assert refusal.field == spec.name
        assert str(refusal).startswith(f"{spec.name}: ")
        return True
    return False


@pytest.mark.parametrize("key", RANGES, ids=".".join)
def test_a_number_is_taken_from_its_least_to_its_most(key: tuple[str, str]) -> None:
    least, most = RANGES[key]
    spec = spec_of(key)
    assert not is_refused(key[0], spec, least)
    assert is_refused(key[0], spec, least - 1)
    if most is None:
        assert not is_refused(key[0], spec, 10**15)
    else:
        assert not is_refused(key[0], spec, most)
        assert is_refused(key[0], spec, most + 1)


@pytest.mark.parametrize(("table", "spec"), FIELDS, ids=named)
def test_an_empty_field_is_always_right(table: str, spec: FieldSpec) -> None:
    assert not is_refused(table, spec, None)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        (("prospects", "score"), 51, "51 is out of range. Enter a value from 0 to 50."),
        (("prospects", "score"), -1, "-1 is out of range. Enter a value from 0 to 50."),
        (("prospects", "ltv"), -1050, "-10.50 is out of range. Enter a value of 0.00 or more."),
        (("prospects", "deal_probability"), 1.5, "150 % is out of range. Enter a value from 0 % to 100 %."),
        (("interactions", "duration"), 1441, "1441 is out of range. Enter a value from 0 to 1440."),
        (("usage", "api_calls"), -3, "-3 is out of range. Enter a value of 0 or more."),
    ],
)
def test_a_number_out_of_range_is_shown_as_people_write_it(key: tuple[str, str], value: float, words: str) -> None:
    with pytest.raises(ValueRefused) as refusal:
        check(key[0], spec_of(key), value)
    assert str(refusal.value).endswith(words)


@pytest.mark.parametrize(("table", "spec"), PLAIN, ids=named)
def test_a_text_is_as_long_as_its_field_holds(table: str, spec: FieldSpec) -> None:
    longest = LONGEST_TEXT if spec.type is FieldType.LONG_TEXT else LONGEST_LINE
    assert not is_refused(table, spec, "x" * longest)
    assert is_refused(table, spec, "x" * (longest + 1))


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "half \udfff of one"])
@pytest.mark.parametrize("spec", [COMPANY, NOTES, EMAIL, PHONE], ids=named)
def test_a_character_that_cannot_be_stored_is_refused(spec: FieldSpec, text: str) -> None:
    with pytest.raises(ValueRefused, match="cannot be stored"):
        check("prospects", spec, text)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50))
def test_any_other_character_stands_in_a_text(text: str) -> None:
    assert not is_refused("prospects", COMPANY, text)


GOOD_ADDRESSES = ["a@b.example", "a.b+c@d-e.example", "x_1%@sub.domain.example", "jürgen@müller.example", "A@B.CO"]
BAD_ADDRESSES = [
    "a",
    "a@",
    "@b.example",
    "a@b",
    "a b@c.example",
    "a..b@c.example",
    ".a@b.example",
    "a@-b.example",
    "a@b..example",
]


@pytest.mark.parametrize("text", GOOD_ADDRESSES)
def test_an_address_that_mail_reaches_is_taken(text: str) -> None:
    assert not is_refused("prospects", EMAIL, text)


@pytest.mark.parametrize("text", BAD_ADDRESSES)
def test_an_address_that_mail_cannot_reach_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused, match="is no e-mail address"):
        check("prospects", EMAIL, text)


def test_an_address_has_at_most_254_characters() -> None:
    assert LONGEST_EMAIL == 254
    with pytest.raises(ValueRefused, match="at most 254 characters, this one 262"):
        check("prospects", EMAIL, "x" * 250 + "@b.example"[:12] + "xx")
    assert not is_refused("prospects", EMAIL, f"{'x' * 60}@{'b' * 60}.example")


@pytest.mark.parametrize("text", ["1", "+43 1 234 567", "(0664) 123", "ext. 45", "1" * 60])
def test_a_phone_number_has_a_digit_and_sixty_characters_at_most(text: str) -> None:
    assert not is_refused("prospects", PHONE, text)


@pytest.mark.parametrize("text", ["+", "call me", "1" * 61, "extension five"])
def test_what_nobody_can_dial_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused, match="is no phone number"):
        check("prospects", PHONE, text)


@pytest.mark.parametrize("text", ["4.36641E+11", "4,36641e11", "5E+9", " 1.2e10 "])
def test_a_number_that_a_spreadsheet_rounded_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused, match="rounded by a spreadsheet"):
        check("prospects", PHONE, text)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("+43 1 234 567", "+431234567"),
        ("0043 1 234567", "+431234567"),
        ("  +43/1/234567", "+431234567"),
        ("01 234 567", "01234567"),
        ("12345", "12345"),
        ("1234", ""),
        ("", ""),
        ("call me", ""),
        ("+", ""),
        ("+99999", "99999"),
    ],
)
def test_phone_numbers_are_compared_by_their_digits(text: str, digits: str) -> None:
    assert phone_digits(text) == digits


@given(
    st.lists(st.sampled_from(" -/().")),
    st.text("0123456789", min_size=5, max_size=12).filter(lambda digits: digits[:2] != "00"),
)
def test_signs_between_digits_do_not_matter(signs: list[str], digits: str) -> None:
    spread = "".join(digit + (signs[number % len(signs)] if signs else "") for number, digit in enumerate(digits))
    assert phone_digits(spread) == digits
