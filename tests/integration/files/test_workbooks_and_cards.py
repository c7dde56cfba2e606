# ruff: noqa: DTZ001 - a spreadsheet knows no zones
"""Lists that are no CSV: workbooks, and contact cards as phones export them; hostile ones end in a sentence."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from journeydesk.domain.catalogue import BY_SLUG, PROSPECTS
from journeydesk.domain.errors import UserError
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.context import Context
from journeydesk.services.files.export import export_table
from journeydesk.services.files.importing import carry_out
from journeydesk.services.files.reading import conversion
from journeydesk.services.files.rehearsal import Bucket, Choices, Rehearsal, read_bytes, rehearse
from journeydesk.storage.engine import sql
from tests.workspaces import workspace


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An empty workspace."""
    with workspace(tmp_path / "w") as opened:
        yield opened


def _workbook(sheets: dict[str, list[list[object]]], hidden: str = "") -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        day, moment = book.add_format({"num_format": "dd.mm.yyyy"}), book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            if name == hidden:
                sheet.hide()
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, datetime):
                        sheet.write_datetime(number, place, cell, moment)
                    elif isinstance(cell, date):
                        sheet.write_datetime(number, place, cell, day)
                    elif isinstance(cell, str) and cell.startswith("=") and cell.endswith(")"):
                        sheet.write_formula(number, place, cell, None, 33)
                    else:
                        sheet.write(number, place, cell)
    return out.getvalue()


def _rehearsed(context: Context, data: bytes, choices: Choices | None = None, name: str = "leads.xlsx") -> Rehearsal:
    return rehearse(context, PROSPECTS, name, data, choices or Choices())


def _stored(context: Context, columns: str) -> list[tuple[object, ...]]:
    with context.database.read() as connection:
        return sql.rows(connection, f"SELECT {columns} FROM prospects WHERE deleted = 0 ORDER BY lid")


def test_cells_of_a_workbook_keep_their_types(context: Context) -> None:
    header: list[object] = ["Company", "Phone", "Estimated Revenue", "Applied On", "Next Follow-up", "Priority Score", "Notes"]
    rows: list[list[object]] = [
        header,
        ["Müller", 431234567, 1250.125 - 0.005, datetime(2026, 5, 22, 14, 30), date(2026, 6, 1), "=SUM(1,32)", "a\nb"],
        ["Acme", "+43 1 234", 1.5, date(2026, 12, 5), datetime(2026, 6, 2), 7, None],
    ]
    rehearsal = _rehearsed(context, _workbook({"Liste": rows}))
    assert rehearsal.questions == []
    assert rehearsal.sheet == "Liste"
    carry_out(context, rehearsal)
    assert _stored(context, "company, phone, estimated_revenue, applied_on, next_follow_up, score, notes") == [
        ("Müller", "431234567", 125012, "2026-05-22T12:30:00.000Z", "2026-06-01", 33, "a\nb"),
        ("Acme", "+43 1 234", 150, "2026-12-04T23:00:00.000Z", "2026-06-02", 7, None),
    ]


def test_numbers_with_three_decimals_raise_no_question(context: Context) -> None:
    rows: list[list[object]] = [["Company", "Deal Probability"], ["Acme", 0.125], ["Bolt", 0.5]]
    rehearsal = _rehearsed(context, _workbook({"x": rows}))
    assert rehearsal.questions == []
    carry_out(context, rehearsal)
    assert _stored(context, "deal_probability") == [(0.125,), (0.5,)]


def test_the_rows_of_a_sheet_keep_their_numbers(context: Context) -> None:
    rows: list[list[object]] = [
        ["Export of May"],
        [],
        [None, "Company", "Email"],
        [None, "a\nb", "x@y.example"],
        [],
        [None, "Bad", "no mail"],
    ]
    rehearsal = _rehearsed(context, _workbook({"x": rows}))
    assert [(plan.line, plan.bucket) for plan in rehearsal.rows] == [(4, Bucket.CREATED), (6, Bucket.INVALID)]
    assert rehearsal.table.header_line == 3


def test_a_sheet_is_asked_for_where_several_hold_something(context: Context) -> None:
    rows: list[list[object]] = [["Company"], ["Acme"]]
    several = _workbook({"Leads": rows, "Old": rows, "Empty": [], "Secret": rows}, hidden="Secret")
    with pytest.raises(UserError, match=r"^leads\.xlsx has several sheets: Leads, Old\. Name one with --sheet\.$"):
        _rehearsed(context, several)
    assert _rehearsed(context, several, Choices(sheet=" old")).sheet == "Old"
    assert _rehearsed(context, several, Choices(sheet="Secret")).sheet == "Secret"
    with pytest.raises(UserError, match=r"has no sheet “New”\. Its sheets are Leads, Old, Empty, Secret"):
        _rehearsed(context, several, Choices(sheet="New"))
    assert _rehearsed(context, _workbook({"Leads": rows, "Secret": rows}, hidden="Secret")).sheet == "Leads"


def test_a_sheet_of_a_list_of_text_is_refused(context: Context) -> None:
    with pytest.raises(UserError, match="is no workbook and has no sheets"):
        _rehearsed(context, b"Company\nAcme\n", Choices(sheet="Leads"), "leads.csv")


_ODS = """<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="Leads">
<table:table-row><table:table-cell office:value-type="string"><text:p>Company</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Next Follow-up</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Estimated Revenue</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Größe</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2026-06-05"><text:p>05.06.26</text:p></table:table-cell>
<table:table-cell office:value-type="currency" office:value="12.5"><text:p>12,50 €</text:p></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


def _ods(content: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content.replace("\n", " ").replace("> <", "><"))
        archive.writestr("META-INF/manifest.xml", "<x/>")
    return out.getvalue()


def test_an_open_document_sheet_is_read_by_its_values(context: Context) -> None:
    carry_out(context, _rehearsed(context, _ods(_ODS), name="leads.ods"))
    assert _stored(context, "company, next_follow_up, estimated_revenue") == [("Größe", "2026-06-05", 1250)]


def _with_sheet(xml: str) -> bytes:
    """A workbook whose first sheet is replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_workbook({"x": [["Company"]]}))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            new.writestr(entry, xml if entry == "xl/worksheets/sheet1.xml" else old.read(entry))
    return out.getvalue()


_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
_FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
_LOL = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' + _SHEET.format(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
)

HOSTILE = {
    "a cell in the last corner": _with_sheet(_SHEET.format(_FAR)),
    "entities": _with_sheet(_LOL),
    "cut off": _workbook({"x": [["Company"], ["Acme"]]})[:900],
    "a zip of something else": _ods("<a>")[:0] + _with_sheet("<no"),
    "an old file that is none": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "an empty archive": b"PK\x05\x06" + b"\0" * 18,
    "a zip without a sheet": b"PK\x03\x04" + b"\0" * 300,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_ends_in_a_sentence(context: Context, name: str) -> None:
    with pytest.raises(UserError, match=r"^(leads\.xlsx|The file) .*\.( |$)"):
        _rehearsed(context, HOSTILE[name])


def test_a_bomb_ends_with_its_process(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "x" * 1000
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c></row>' for n in range(1, 400_000))
    bomb = _with_sheet(_SHEET.format(rows))
    assert len(bomb) < 6_000_000
    with pytest.raises(UserError, match=r"MB of cells|asks for more memory or time"):
        _rehearsed(context, bomb)


def test_a_file_that_takes_too_long_is_ended(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "SECONDS", 0.01)
    with pytest.raises(UserError, match="could not be read within"):
        _rehearsed(context, _workbook({"x": [["Company"], ["Acme"]]}))


CARDS = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=81=C4=85ka;Zo=C3=AB;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB =C5=81=C4=85=
ka
ORG:Acme;Sales
TEL;CELL:+43 1 111111
TEL;PREF;WORK:+43 1 222222
EMAIL;INTERNET:zoe@acme.example
PHOTO;ENCODING=BASE64;JPEG:
 /9j/4AAQSkZJRgABAQAAAQABAAD
 AAAA

END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Bolt;Bea;;;
FN:Bea Bolt
item1.EMAIL;type=INTERNET;type=pref:bea@bolt.example
EMAIL:old@bolt.example
NOTE:one\\ntwo\\, three
URL:https://bolt.example
TITLE:Head of
  Photos
END:VCARD
begin:vcard
VERSION:4.0
FN:Kind Four
TEL;VALUE=uri;TYPE="voice,home":tel:+1-555-555-5555;ext=55
EMAIL;PREF=1:four@x.example
ORG:Four Org
END:VCARD
BEGIN:VCARD
VERSION:3.0
this line has no colon
END:VCARD
BEGIN:VCARD
VERSION:3.0
EMAIL:this one is no address
FN:Wrong
END:VCARD
"""


OTHER = "Other e-mail: old@bolt.example"


def test_a_file_of_cards_brings_each_person(context: Context) -> None:
    rehearsal = _rehearsed(context, CARDS.encode(), name="contacts.vcf")
    assert [plan.bucket.value for plan in rehearsal.rows] == ["created", "created", "created", "invalid", "invalid"]
    assert rehearsal.rows[4].problems[0].field == "Email"
    carry_out(context, rehearsal)
    assert _stored(context, "company, contact_name, email, phone, job_title, website, notes") == [
        ("Acme", "Zoë Łąka", "zoe@acme.example", "+43 1 222222", None, None, "Other phone: +43 1 111111"),
        (
            None,
            "Bea Bolt",
            "bea@bolt.example",
            None,
            "Head of Photos",
            "https://bolt.example",
            "one\ntwo, three\nOther e-mail: old@bolt.example",
        ),
        ("Four Org", "Kind Four", "four@x.example", "+1-555-555-5555 ext. 55", None, None, None),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_cards_are_read_in_their_encoding(context: Context, encoding: str) -> None:
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Müller\r\nORG:Größe\r\nEND:VCARD\r\n"
    carry_out(context, _rehearsed(context, (card * 1).encode(encoding), name="c.vcf"))
    assert _stored(context, "company, contact_name") == [("Größe", "Zoë Müller")]


def test_cards_without_an_end_are_refused_whole(context: Context) -> None:
    with pytest.raises(UserError, match="holds no whole contact card"):
        _rehearsed(context, b"BEGIN:VCARD\nVERSION:3.0\nFN:x\n", name="c.vcf")


def test_a_long_binary_line_is_no_reason_to_refuse_a_workbook(tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    file.write_bytes(b"PK\x03\x04" + b"x" * 6_000_000)
    assert len(read_bytes(file)) == 6_000_004


TEXTS = ("=1+1", "'=1+1", "''+x", "+43 1 234", "plain", "12", "2026-05-22", "a\nb", "-5", "@here", "true")


def test_an_exported_workbook_comes_in_without_a_change(context: Context, tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS):
        create_prospect(
            context,
            {
                "company": text,
                "contact_name": f"P{number}",
                "notes": text,
                "score": number,
                "estimated_revenue": 1250 + number,
                "deal_probability": 0.125,
                "next_follow_up": "2026-06-01",
                "customer_status": "CUSTOMER",
            },
        )
    target = tmp_path / "out.xlsx"
    assert export_table(context, BY_SLUG["tasks"], "xlsx", target) == 0
    assert export_table(context, PROSPECTS, "xlsx", target) == len(TEXTS)
    again = _rehearsed(context, read_bytes(target), name="out.xlsx")
    assert again.questions == []
    assert {plan.bucket for plan in again.rows} == {Bucket.SAME}, [
        plan for plan in again.rows if plan.bucket is not Bucket.SAME
    ]


def test_a_text_that_no_cell_holds_is_said_and_nothing_written(context: Context, tmp_path: Path) -> None:
    create_prospect(context, {"company": "Acme", "notes": "n" * 40_000})
    with pytest.raises(UserError, match=r"Notes of BETA-\w+ has 40,000 characters; a cell of XLSX holds 32,767"):
        export_table(context, PROSPECTS, "xlsx", tmp_path / "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()
