"""How alike two prospects are, and what is said for it."""

from itertools import combinations

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.services.duplicates.blocks import pairs
from journeydesk.services.duplicates.candidates import LIKELY
from journeydesk.services.duplicates.likeness import before_company, compare
from journeydesk.services.duplicates.look_alikes import likeness_of
from journeydesk.services.duplicates.sketch import company_of, host_of, person_of, phone_end, sketch
from tests.fakes.look_alikes import LookAlikes


def _prospect(company: str = "", contact: str = "", email: str = "", phone: str = "", website: str = "") -> dict[str, object]:
    return {"company": company, "contact_name": contact, "email": email, "phone": phone, "website": website}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            _prospect("Brisalta Logística", "Iker Zubiaga", phone="+34 944 12 34 56"),
            _prospect("Brisalta Logistica SL", "I. Zubiaga", phone="944 123 456"),
        ),
        (_prospect("Đồi Sương Tea", "Tạ Khánh Vy"), _prospect("Doi Suong Tea", "Khanh Vy Ta")),
        (_prospect("Müller & Söhne GmbH", "Jürgen Müller"), _prospect("Mueller und Soehne", "Mueller, Juergen")),
        (_prospect("Ладога Линзы ООО", "Юлия Щербакова"), _prospect("Ladoga Linzy", "Yuliya Shcherbakova")),
        (
            _prospect("Marrow & Pine Joinery", "Ottilie Farnsby", "o.farnsby@marrow.example"),
            _prospect("", "Ottilie Farnsby", "O.Farnsby@marrow.example"),
        ),
        (
            _prospect("Quillon Freight", "Adaeze Nwokorie", website="https://quillon.example/en"),
            _prospect("Quilon Freight Ltd", "Adaeze Nwokorie", website="www.quillon.example"),
        ),
    ],
)
def test_one_prospect_written_twice_is_found(one: dict[str, object], other: dict[str, object]) -> None:
    likeness = likeness_of(one, other)
    assert likeness is not None
    assert likeness.score >= LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Colleagues with one switchboard.
        (
            _prospect("Quillon Freight", "Adaeze Nwokorie", "adaeze@quillon.example", "+44 20 7946 0132"),
            _prospect("Quillon Freight", "Tom Ashworth", "tom@quillon.example", "+44 20 7946 0132"),
        ),
        # A family's firm.
        (
            _prospect("Rossi Vini", "Mario Rossi", "mario@rossi.example", "+39 02 1234567"),
            _prospect("Rossi Vini", "Maria Rossi", "maria@rossi.example", "+39 02 1234567"),
        ),
        # Sisters of one group, nobody named yet.
        (_prospect("Nordwind Logistik Deutschland GmbH"), _prospect("Nordwind Logistik Österreich GmbH")),
        # Namesakes with mailboxes that everybody may have.
        (
            _prospect("Sterngate Solar", "Anna Müller", "anna.mueller@gmx.de"),
            _prospect("Whinmoor Tea", "Anna Müller", "anna.mueller@web.de"),
        ),
        # Neighbours with one telephone.
        (
            _prospect("Halcyon Studio 54", "Lucia Ferrari", phone="+39 02 7654321"),
            _prospect("Halcyon Studio 45", "Enora Kéravel", phone="+39 02 7654321"),
        ),
    ],
)
def test_two_who_only_look_alike_are_left_alone(one: dict[str, object], other: dict[str, object]) -> None:
    likeness = likeness_of(one, other)
    assert likeness is None or likeness.score < LIKELY


def test_the_reasons_can_be_checked_by_a_person() -> None:
    likeness = likeness_of(
        _prospect("Brisalta Logística", "Iker Zubiaga", "iker@brisalta.example", "+34 944 12 34 56"),
        _prospect("Brisalta Logistica SL", "Iker Zubiagua", "compras@brisalta.example", "0034 944123456"),
    )
    assert likeness is not None
    assert likeness.reasons == ("same phone", "same e-mail domain", "name 96 %", "same company")
    assert likeness.against == ("other e-mail",)


def test_comparing_does_not_depend_on_who_comes_first() -> None:
    people = LookAlikes(7).team(120)
    sketches = [sketch(RecordId(number), person.fields) for number, person in enumerate(people)]
    for one, other in combinations(sketches, 2):
        there, back = compare(one, other, 0.01), compare(other, one, 0.01)
        assert (there and (there.percent, set(there.reasons))) == (back and (back.percent, set(back.reasons)))


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_of_natural_look_alikes_few_are_wrong_few_missed(seed: int) -> None:
    people = LookAlikes(seed).team(4_000)
    sketches = [sketch(RecordId(number), person.fields) for number, person in enumerate(people)]
    found = {(one, other) for one, other in pairs(sketches) if compare(sketches[one], sketches[other]) is not None}
    by_who: dict[int, list[int]] = {}
    for place, person in enumerate(people):
        by_who.setdefault(person.who, []).append(place)
    true = {pair for places in by_who.values() for pair in combinations(places, 2)}
    assert len(true) > 300
    precision, recall = len(found & true) / len(found), len(found & true) / len(true)
    print(f"seed {seed}: P {precision:.4f}, R {recall:.4f} of {len(true)} pairs among {len(people)} prospects")
    assert precision >= 0.97
    assert recall >= 0.90


@pytest.mark.parametrize("least", [0.12, LIKELY])
def test_whom_the_rest_does_not_let_be_the_same_no_company_makes_so(least: float) -> None:
    people = LookAlikes(4).team(300)
    sketches = [sketch(RecordId(number), person.fields) for number, person in enumerate(people)]
    like = 0
    for one, other in combinations(sketches, 2):
        rough = [each._replace(company=(), company_sound="") for each in (one, other)]
        if compare(one, other, least) is not None:
            like += 1
            assert compare(rough[0], rough[1], before_company(least)) is not None
    assert like


def test_each_pair_is_looked_at_once_and_nobody_with_themselves() -> None:
    people = LookAlikes(3).team(2_000)
    looked_at = list(pairs([sketch(RecordId(number), person.fields) for number, person in enumerate(people)]))
    assert len(looked_at) == len(set(looked_at))
    assert all(one < other for one, other in looked_at)


def test_names_and_numbers_are_compared_without_their_dress() -> None:
    assert company_of("Fährmann & Söhne GmbH & Co. KG") == ("fahrmann", "sohne")
    assert company_of("Talberg S.p.A.") == company_of("TALBERG SpA") == ("talberg",)
    assert company_of("SAS Group") == ("sas", "group")
    assert person_of("Prof. Dr. Ελένη Χατζής") == ("eleni", "chatzis")
    assert phone_end("+44 (0)20 7946-0132 ext. 12") == phone_end("020/79460132") == "79460132"
    assert phone_end("112") == ""
    assert host_of("HTTPS://WWW.Quillon.example:443/about?x=1") == "quillon.example"
