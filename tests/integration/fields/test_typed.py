"""What is typed into a field is what is stored, and what is stored can be typed again, with either decimal mark."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.catalogue import PROSPECTS, FieldType
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Stored
from journeydesk.services.fields.reading import field_values
from journeydesk.services.fields.typed import as_typed, understand
from journeydesk.storage.engine import sql
from tests.integration.office import Office

_AGAIN = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=60
)
_MARKS = st.sampled_from((".", ","))
_BY_TYPE: dict[FieldType, st.SearchStrategy[Stored]] = {
    FieldType.CURRENCY: st.integers(0, 1_000_000),
    FieldType.PERCENT: st.integers(0, 10_000).map(lambda parts: parts / 10_000),
    FieldType.DATE: st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(date.isoformat),
    FieldType.DATETIME: st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(  # noqa: DTZ001 - given its zone next
        lambda at: moment_text(at.replace(second=0, microsecond=0, tzinfo=UTC))
    ),
}


@_AGAIN
@given(data=st.data(), mark=_MARKS)
def test_what_is_stored_can_be_typed_again(office: Office, data: st.DataObject, mark: str) -> None:
    spec = data.draw(st.sampled_from([spec for spec in PROSPECTS.fields if spec.type in _BY_TYPE]))
    stored = data.draw(_BY_TYPE[spec.type])
    again = understand(office.context, spec.slug, as_typed(office.context, spec.slug, stored, mark), mark)
    if isinstance(stored, float):
        assert again == pytest.approx(stored)
    elif spec.type is FieldType.DATETIME:
        # The hour that a clock goes through twice is taken once.
        assert abs((datetime.fromisoformat(str(again)) - datetime.fromisoformat(str(stored))).total_seconds()) in (0, 3600)
    else:
        assert again == stored


@pytest.mark.parametrize(
    ("slug", "typed", "mark", "stored"),
    [
        ("estimated_revenue", "1.250,50", ",", 125_050),
        ("estimated_revenue", "1,250.50", ".", 125_050),
        ("estimated_revenue", "€12,5k", ",", 1_250_000),
        ("deal_probability", "40", ".", 0.4),
        ("deal_probability", "12,5 %", ",", 0.125),
        ("score", " 44 ", ".", 44),
        ("company", "  Quillon  ", ".", "Quillon"),
        ("email", "", ".", None),
    ],
)
def test_numbers_are_read_with_the_persons_own_mark(office: Office, slug: str, typed: str, mark: str, stored: Stored) -> None:
    assert understand(office.context, slug, typed, mark) == stored


@pytest.mark.parametrize(
    ("slug", "typed", "sentence"),
    [
        ("email", "adaeze@", "Enter a full address, like name@firm.example."),
        ("phone", "none", "“none” is no phone number. Write it like +43 1 234 567."),
        ("estimated_revenue", "12.505", "12.505 has more than two decimals. Round it to cents."),
        ("estimated_revenue", "50 %", "An amount is no percentage. Write it like 1250."),
        ("score", "12.5", "“12.5” is no whole number."),
        ("deal_probability", "140", "140 % is out of range. Enter a value from 0 % to 100 %."),
        ("next_follow_up", "someday", "“someday” is no day. Write it like fri, 3d, next month or 22 May."),
    ],
)
def test_a_wrong_value_has_its_sentence_and_what_to_do(office: Office, slug: str, typed: str, sentence: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        understand(office.context, slug, typed)
    assert str(refused.value) == sentence


def test_fields_of_the_base_that_are_none_of_ours_are_told_in_words(office: Office) -> None:
    prospect = office.prospect(company="Quillon Freight")
    extra = {
        "Region": ["North", "West"],
        "Signed": True,
        "Empty": [],
        "Contract": [{"filename": "offer.pdf", "url": "https://x.example"}],
        "Owner of record": {"name": "Ida Quill", "email": "ida@x.example"},
        "Rate": 0.25,
    }
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET extra = ? WHERE lid = ?", (json.dumps(extra), prospect))
    found = field_values(office.context, prospect)
    assert found is not None
    assert found.others == (
        ("Contract", "offer.pdf"),
        ("Owner of record", "Ida Quill"),
        ("Rate", "0.25"),
        ("Region", "North, West"),
        ("Signed", "yes"),
    )
