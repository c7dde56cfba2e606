"""Every pair of the table of types: what we write is read as it was, as far as the remote field can say it."""

from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.catalogue import INTERACTIONS, PROSPECTS, SURVEYS, FieldSpec, FieldType
from journeydesk.domain.field_kinds.fit import Fit, fit
from journeydesk.domain.field_kinds.form import PEOPLE as PEOPLE_KINDS
from journeydesk.domain.field_kinds.form import RemoteForm
from journeydesk.domain.field_kinds.reading import is_empty, read
from journeydesk.domain.field_kinds.writing import Named, Unwritable, coarse, write
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Wire, canonical

pytestmark = pytest.mark.fault(66)

ZONE = ZoneInfo("Pacific/Auckland")
PEOPLE = {"usrA": "Amaia Etxarri", "usrB": "Tomasz Wilk"}
OPTIONS = (("sel1", "New"), ("sel2", "ACTIVE "), ("sel3", "Parked"))
YES_NO = (("sel1", "Yes"), ("sel2", "No"))

STATUS = PROSPECTS.by_slug["status"]
OWNER = PROSPECTS.by_slug["owner"]
SCORE = PROSPECTS.by_slug["score"]
MINUTES = INTERACTIONS.by_slug["duration"]
REVENUE = PROSPECTS.by_slug["estimated_revenue"]
SHARE = PROSPECTS.by_slug["deal_probability"]
APPLIED = PROSPECTS.by_slug["applied_on"]
FOLLOW_UP = PROSPECTS.by_slug["next_follow_up"]
CASE_STUDY = SURVEYS.by_slug["case_study"]
NOTES = PROSPECTS.by_slug["notes"]
CALL_WITH = INTERACTIONS.by_slug["prospect"]


def ours(theirs: object) -> object:
    return {"ACTIVE ": "Active", **PEOPLE}.get(str(theirs), theirs)


def theirs(form: RemoteForm) -> Named:
    """Their word for one of ours, or a person's id."""

    def named(name: str) -> str | None:
        if form.holds in PEOPLE_KINDS:
            return next((key for key, known in PEOPLE.items() if known.casefold() == name.strip().casefold()), None)
        return {"new": "New", "active": "ACTIVE ", "parked": "Parked"}.get(name.strip().casefold())

    return named


def rounded_as_shown(form: RemoteForm, cell: object) -> object:
    """A cell after a service has rounded it to the decimals that its field shows."""
    if form.precision is None or not isinstance(cell, int | float):
        return cell
    digits = form.precision + 2 if form.holds == "percent" else form.precision
    return float(Decimal(repr(cell)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
_MOMENTS = st.integers(86_400_000, 5_680_281_600_000).map(lambda ms: moment_text(datetime.fromtimestamp(ms / 1000, UTC)))
_DAYS = st.dates(date(1970, 1, 2), date(2150, 1, 1)).map(date.isoformat)
_WHOLE = st.integers(-(10**9), 10**9).filter(bool)
_CENTS = st.integers(1, 10**9).map(lambda cents: cents / 100 if cents % 100 else cents // 100)
_SHARES = st.integers(1, 10_000).map(lambda parts: canonical(SHARE, parts / 10_000))

_FRACTIONS = st.decimals(-(10**9), 10**9, places=4).map(float)
"""What a field with decimals there once brought into a number of ours."""
_SECONDS = st.integers(1, 10**7).map(lambda seconds: seconds / 60)

_PAIRS: list[tuple[FieldSpec, RemoteForm, st.SearchStrategy[Wire]]] = [
    *[
        (NOTES, RemoteForm(kind), _TEXT)
        for kind in ("singleLineText", "multilineText", "richText", "email", "url", "phoneNumber")
    ],
    (STATUS, RemoteForm("singleSelect", OPTIONS), st.sampled_from(["New", "Active", "Parked"])),
    (STATUS, RemoteForm("multipleSelects", OPTIONS), st.sampled_from(["New", "Active"])),
    (STATUS, RemoteForm("singleLineText"), st.sampled_from(STATUS.choices)),
    (OWNER, RemoteForm("singleSelect", OPTIONS), st.sampled_from(["New", "Active", "Parked"])),
    (OWNER, RemoteForm("multipleSelects", OPTIONS), st.sampled_from(["New", "Active", "Parked"])),
    (OWNER, RemoteForm("singleCollaborator"), st.sampled_from(sorted(PEOPLE.values()))),
    (OWNER, RemoteForm("multipleCollaborators"), st.sampled_from(sorted(PEOPLE.values()))),
    (SCORE, RemoteForm("number", precision=0), _WHOLE),
    (SCORE, RemoteForm("currency", precision=2), _WHOLE),
    (SCORE, RemoteForm("percent", precision=0), _WHOLE),
    (SCORE, RemoteForm("rating", maximum=10), st.integers(1, 10)),
    (MINUTES, RemoteForm("duration"), st.integers(1, 100_000)),
    *[
        (SCORE, RemoteForm(kind, precision=digits), _FRACTIONS)
        for kind in ("number", "currency", "percent")
        for digits in (0, 1, 3)
    ],
    (MINUTES, RemoteForm("duration"), _SECONDS),
    (MINUTES, RemoteForm("number", precision=0), _SECONDS),
    (REVENUE, RemoteForm("currency", precision=2), _CENTS),
    (REVENUE, RemoteForm("currency", precision=0), _CENTS),
    (REVENUE, RemoteForm("number", precision=1), _CENTS),
    (SHARE, RemoteForm("percent", precision=2), _SHARES),
    (SHARE, RemoteForm("percent", precision=0), _SHARES),
    (SHARE, RemoteForm("number", precision=0), _SHARES),
    (APPLIED, RemoteForm("dateTime"), _MOMENTS),
    (APPLIED, RemoteForm("date"), _MOMENTS),
    (FOLLOW_UP, RemoteForm("date"), _DAYS),
    (FOLLOW_UP, RemoteForm("dateTime"), _DAYS),
    (CASE_STUDY, RemoteForm("checkbox"), st.just(True)),
    (CASE_STUDY, RemoteForm("singleSelect", YES_NO), st.just(True)),
    *[(CASE_STUDY, RemoteForm(kind), st.just(True)) for kind in ("singleLineText", "multilineText", "richText")],
    *[(CALL_WITH, RemoteForm(kind), _TEXT.filter(str.strip)) for kind in ("singleLineText", "multilineText", "richText")],
    *[
        (SHARE, RemoteForm("rating", maximum=most), st.integers(10_000 // most, 10_000).map(lambda parts: parts / 10_000))
        for most in (1, 3, 5, 7, 10)
    ],
]


def _name(pair: tuple[FieldSpec, RemoteForm, object]) -> str:
    return f"{pair[0].slug}-{pair[1].type}-{pair[1].precision}"


@pytest.mark.parametrize("pair", _PAIRS, ids=_name)
@given(data=st.data())
def test_what_is_written_is_read_as_far_as_it_is_said(
    pair: tuple[FieldSpec, RemoteForm, st.SearchStrategy[Wire]], data: st.DataObject
) -> None:
    spec, form, values = pair
    assert fit(spec, form) in (Fit.SAME, Fit.BY_RULE)
    value = canonical(spec, data.draw(values))
    if value is None:
        return
    cell = write(spec, form, value, ZONE, theirs(form))
    again = read(spec, form, cell, ZONE, ours)
    assert coarse(spec, form, again, ZONE) == coarse(spec, form, value, ZONE)
    # Once it was there, it stands: reading and writing it again changes nothing.
    assert write(spec, form, again, ZONE, theirs(form)) == cell
    # So it does where the service rounds to what it shows.
    rounded = rounded_as_shown(form, cell)
    assert write(spec, form, read(spec, form, rounded, ZONE, ours), ZONE, theirs(form)) == rounded


@pytest.mark.parametrize("pair", [pair for pair in _PAIRS if fit(pair[0], pair[1]) is Fit.SAME], ids=_name)
@given(data=st.data())
def test_the_same_type_loses_nothing(pair: tuple[FieldSpec, RemoteForm, st.SearchStrategy[Wire]], data: st.DataObject) -> None:
    spec, form, values = pair
    value = canonical(spec, data.draw(values))
    if form.type == "richText":
        # The service ends it with a line end of its own, so those at the end say nothing.
        value = canonical(spec, str(value).rstrip("\n"))
    if form.precision in (None, 2) or spec is SCORE:
        assert read(spec, form, write(spec, form, value, ZONE, theirs(form)), ZONE, ours) == value


@given(moment=_MOMENTS)
def test_a_moment_stands_there_as_the_day_of_the_team(moment: str) -> None:
    day = write(APPLIED, RemoteForm("date"), moment, ZONE, lambda name: name)
    local = datetime.fromisoformat(moment.replace("Z", "+00:00")).astimezone(ZONE)
    assert day == local.date().isoformat()
    first = read(APPLIED, RemoteForm("date"), day, ZONE, ours)
    assert timedelta(0) <= local - datetime.fromisoformat(str(first).replace("Z", "+00:00")) < timedelta(hours=26)


@pytest.mark.parametrize(
    ("spec", "form", "cell", "value"),
    [
        (MINUTES, RemoteForm("duration"), 5400, 90),
        (SCORE, RemoteForm("percent"), 0.31, 31),
        (SHARE, RemoteForm("number"), 40, 0.4),
        (STATUS, RemoteForm("singleLineText"), " aCtIve ", "Active"),
        (STATUS, RemoteForm("multipleSelects", OPTIONS), ["Hot lead", "ACTIVE "], "Active"),
        (STATUS, RemoteForm("multipleSelects", OPTIONS), ["Hot lead"], None),
        (OWNER, RemoteForm("singleCollaborator"), {"id": "usrA", "email": "x@y.example"}, "Amaia Etxarri"),
        (OWNER, RemoteForm("singleCollaborator"), {"id": "usrX", "email": "x@y.example", "name": "Ebba"}, "Ebba"),
        (OWNER, RemoteForm("singleCollaborator"), "Ebba", None),
        (OWNER, RemoteForm("createdBy"), {"id": "usrB"}, "Tomasz Wilk"),
        (APPLIED, RemoteForm("createdTime"), "2026-10-12T08:14:00.000Z", "2026-10-12T08:14:00.000Z"),
        (SCORE, RemoteForm("formula", result="number"), 31, 31),
        (SCORE, RemoteForm("formula", result="number"), {"error": "#ERROR!"}, None),
        (SCORE, RemoteForm("formula", result="number"), {"specialValue": "NaN"}, None),
        (NOTES, RemoteForm("multipleLookupValues", result="singleLineText"), ["a", "b"], "a, b"),
        (SCORE, RemoteForm("multipleLookupValues", result="number"), [7], 7),
        (NOTES, RemoteForm("percent"), 0.5, "50 %"),
        (NOTES, RemoteForm("number"), 100, "100"),
        (NOTES, RemoteForm("number"), 0.1, "0.1"),
        (NOTES, RemoteForm("duration"), 3725, "1:02:05"),
        (NOTES, RemoteForm("barcode"), {"text": "4006381333931"}, "4006381333931"),
        (NOTES, RemoteForm("aiText"), {"state": "generated", "value": "Sells rope", "isStale": False}, "Sells rope"),
        (CASE_STUDY, RemoteForm("singleSelect", YES_NO), "No", None),
        (CASE_STUDY, RemoteForm("singleLineText"), " Ja ", True),
        (CASE_STUDY, RemoteForm("formula", result="number"), 1, True),
        (CASE_STUDY, RemoteForm("formula", result="number"), 0, None),
        (CASE_STUDY, RemoteForm("multipleLookupValues", result="checkbox"), [True], True),
        (SHARE, RemoteForm("rating", maximum=5), 2, 0.4),
        (SHARE, RemoteForm("rating"), 5, 1),
        (SHARE, RemoteForm("rating", maximum=3), 1, 0.3333),
        (STATUS, RemoteForm("multipleLookupValues", OPTIONS, result="singleSelect"), ["Parked ", "ACTIVE "], "Active"),
        (STATUS, RemoteForm("multipleLookupValues", OPTIONS, result="singleSelect"), ["Parked"], "Parked"),
        (CALL_WITH, RemoteForm("singleLineText"), "Rope & Sons", "Rope & Sons"),
        (CALL_WITH, RemoteForm("multipleLookupValues", result="singleLineText"), ["Rope", "Coil"], "Rope, Coil"),
        (CALL_WITH, RemoteForm("singleLineText"), " \n", None),
        (CALL_WITH, RemoteForm("multipleRecordLinks"), ["recB", "recA"], ["recA", "recB"]),
        (CALL_WITH, RemoteForm("multipleRecordLinks"), "Rope & Sons", None),
        (APPLIED, RemoteForm("date"), "+012026-05-22", None),
        (APPLIED, RemoteForm("date"), {"deep": [1]}, None),
        (SCORE, RemoteForm("rating"), float("inf"), None),
    ],
)
def test_a_cell_becomes_our_value(spec: FieldSpec, form: RemoteForm, cell: object, value: Wire) -> None:
    assert read(spec, form, cell, ZONE, ours) == value


@pytest.mark.parametrize(
    ("spec", "form", "cell", "empty"),
    [
        (CASE_STUDY, RemoteForm("singleSelect", YES_NO), "No", True),
        (CASE_STUDY, RemoteForm("singleSelect", YES_NO), " nein ", True),
        (CASE_STUDY, RemoteForm("singleSelect", YES_NO), "Perhaps", False),
        (CASE_STUDY, RemoteForm("checkbox"), False, True),
        (NOTES, RemoteForm("richText"), "\n", True),
        (NOTES, RemoteForm("richText"), "half \ud83d", False),
        (NOTES, RemoteForm("singleLineText"), "", True),
        (NOTES, RemoteForm("multipleLookupValues", result="singleLineText"), [None, ""], True),
        (SCORE, RemoteForm("multipleLookupValues", result="number"), [None, {"error": "#ERROR!"}], False),
        (OWNER, RemoteForm("multipleSelects"), [], True),
        (SCORE, RemoteForm("number"), {"specialValue": "NaN"}, False),
        (STATUS, RemoteForm("singleSelect", OPTIONS), "No", False),
        (STATUS, RemoteForm("multipleSelects", OPTIONS), ["Hot lead", "Rope"], True),
        (STATUS, RemoteForm("multipleSelects", OPTIONS), [{"error": "#ERROR!"}], False),
        (CASE_STUDY, RemoteForm("singleLineText"), "nein", True),
        (CASE_STUDY, RemoteForm("singleLineText"), "Perhaps", False),
        (CASE_STUDY, RemoteForm("formula", result="number"), 0, True),
        (CASE_STUDY, RemoteForm("formula", result="number"), {"error": "#ERROR!"}, False),
        (CALL_WITH, RemoteForm("singleLineText"), " \n", True),
        (CALL_WITH, RemoteForm("multipleRecordLinks"), "Rope & Sons", False),
    ],
)
def test_an_empty_cell_is_not_one_that_cannot_be_read(spec: FieldSpec, form: RemoteForm, cell: object, empty: bool) -> None:
    assert is_empty(spec, form, cell) is empty


def test_the_line_end_that_rich_text_brings_is_no_edit() -> None:
    form = RemoteForm("richText")
    assert read(NOTES, form, "**bold**\n", ZONE, ours) == "**bold**"
    assert read(NOTES, form, "two\n\nparagraphs\n", ZONE, ours) == "two\n\nparagraphs"
    assert coarse(NOTES, form, "**bold**\n", ZONE) == coarse(NOTES, form, "**bold**", ZONE) == "**bold**"
    assert coarse(NOTES, form, "\n", ZONE) is None


def test_the_other_values_of_a_cell_stay() -> None:
    form = RemoteForm("multipleSelects", OPTIONS)
    before: object = ["Hot lead", "ACTIVE ", "Rope"]
    assert write(STATUS, form, "New", ZONE, theirs(form), before, "Active") == ["New", "Hot lead", "Rope"]
    assert write(STATUS, form, None, ZONE, theirs(form), before, "Active") == ["Hot lead", "Rope"]
    assert write(STATUS, form, None, ZONE, theirs(form), ["ACTIVE "], "Active") is None
    people = RemoteForm("multipleCollaborators")
    both: object = [{"id": "usrA", "name": "Amaia"}, {"id": "usrZ", "name": "Zoe"}]
    written = write(OWNER, people, "Tomasz Wilk", ZONE, theirs(people), both, "Amaia Etxarri")
    assert written == [{"id": "usrB"}, {"id": "usrZ"}]


@pytest.mark.parametrize(
    ("spec", "form", "value", "words"),
    [
        (STATUS, RemoteForm("singleSelect", OPTIONS), "Nirvana", "Choose one of New, ACTIVE , Parked"),
        (OWNER, RemoteForm("singleCollaborator"), "Nobody Known", "Assign them one record there"),
        (SCORE, RemoteForm("rating", maximum=5), 31, "from 1 to 5"),
        (CASE_STUDY, RemoteForm("singleSelect", (("sel1", "Perhaps"),)), True, "no option for yes"),
        (SHARE, RemoteForm("rating", maximum=5), 0.05, "1 to 5 stars, each 20 %; 5 % is none"),
        (SHARE, RemoteForm("rating", maximum=3), 1.4, "1 to 3 stars, each 33.3 %; 140 % is none"),
    ],
)
def test_what_cannot_be_written_says_why(spec: FieldSpec, form: RemoteForm, value: Wire, words: str) -> None:
    with pytest.raises(Unwritable, match=words):
        write(spec, form, value, ZONE, theirs(form))


def test_a_form_is_kept_whole() -> None:
    form = RemoteForm("formula", (), 2, 5, "number", "tbl1")
    assert RemoteForm.of_json(form.type, form.as_json()) == form
    assert RemoteForm("date").as_json() == {}
    assert FieldType.DATE.value == RemoteForm("date").holds
