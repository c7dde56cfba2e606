"""Contacts out as cards and codes, and in again by the import."""

from pathlib import Path

import pytest
import segno

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.written.contact_card import contact_card
from journeydesk.services.fields.contacts import contact_code, contact_of, write_cards
from journeydesk.services.files.reading.conversion import Form, convert
from tests.integration.office import Office


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_cards_that_were_written_come_in_again(office: Office, tmp_path: Path, version: str) -> None:
    people = [
        office.prospect(company="Łąkowisko, Meble; S.A.", contact_name="Zuzanna Korbiel", email="z@meble.example"),
        office.prospect(company="ندى القمر للخزف", contact_name="ليان الخطاط", job_title="Buyer"),
    ]
    path = write_cards(office.context, people, tmp_path / "both.vcf", version)  # type: ignore[arg-type]
    rows = convert(path.read_bytes(), "both.vcf", Form.CONTACTS).data.decode().splitlines()
    assert "Zuzanna Korbiel" in rows[1] and "z@meble.example" in rows[1] and "Łąkowisko" in rows[1]
    assert "ليان الخطاط" in rows[2] and "ندى القمر للخزف" in rows[2]


def test_a_code_has_a_quiet_edge_and_holds_the_card(office: Office) -> None:
    contact = contact_of(office.context, office.prospect(contact_name="Ottilie", phone="+44 20 7946 0132"))
    code = contact_code(contact)
    assert len(code) == len(code[0])
    assert not any(any(row) for row in (*code[:4], *code[-4:]))
    assert not any(any((*row[:4], *row[-4:])) for row in code)
    same = segno.make(contact_card(contact, "3.0"), error="m", micro=False, boost_error=False)
    assert len(code) == same.symbol_size(border=4)[0]


def test_who_was_deleted_has_no_card(office: Office) -> None:
    with pytest.raises(UserError, match="no longer there"):
        contact_of(office.context, RecordId(999))
