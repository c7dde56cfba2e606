"""Bytes of other programs become characters, a header and rows."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.errors import UserError
from journeydesk.services.files.mapping import is_known
from journeydesk.services.files.reading.characters import decode
from journeydesk.services.files.reading.rows import Table, read_rows

WORDS = {
    "cp1252": ["François", "Müller & Söhne", "Señor Peña", "Café “Zürich” – Montréal"],
    "cp1250": ["Dvořák", "Łódź", "Žižek", "Čáslavský"],
    "cp1251": ["Иванов", "Ладожские линзы", "ООО Ромашка"],
    "cp1253": ["Παπαδόπουλος", "Ελληνικά Α.Ε."],
    "cp1254": ["Şişli Oğuz", "Çınarçay", "İstanbul"],
    "mac_roman": ["Zoë Müller", "Peña", "François"],
    "cp850": ["Gonçalves", "Müller", "Peña"],
    "gbk": ["北京公司", "上海贸易", "李小龙"],
    "shift_jis": ["株式会社テスト", "東京", "山田太郎"],
    "euc_kr": ["한나루", "서울전자"],
    "big5": ["臺北公司", "王大明"],
}


def table(text: str) -> Table:
    return read_rows(text.encode("utf-8", "surrogatepass"), "list.csv", lambda title: is_known(PROSPECTS, title))


@pytest.mark.parametrize("encoding", WORDS)
def test_a_list_of_names_is_read_in_its_encoding(encoding: str) -> None:
    names = WORDS[encoding] * 3
    found = decode("\r\n".join(["Company,Notes", *(f"{name},hello" for name in names), ""]).encode(encoding))
    assert all(name in found.text for name in names)
    assert not found.certain
    assert found.proofs


@pytest.mark.parametrize("encoding", WORDS)
def test_the_right_reading_of_one_name_is_first_or_a_rival(encoding: str) -> None:
    for name in WORDS[encoding]:
        data = f"Company,Notes\r\n{name},hello\r\n".encode(encoding)
        found = decode(data)
        assert name in found.text or any(name in data.decode(rival) for rival in found.rivals), name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_unicode_is_known_with_and_without_its_mark(encoding: str) -> None:
    found = decode("Company,Email\r\nŁódź 株式,a@ex.test\r\n".encode(encoding))
    assert found.certain
    assert found.text.endswith("Łódź 株式,a@ex.test\r\n")


def test_utf8_with_one_bad_byte_stays_utf8() -> None:
    found = decode("Company\nŁódź\nÄrger\n".encode() + b"Caf\xe9\n")
    assert found.text.startswith("Company\nŁódź\nÄrger\nCaf\udce9")


def test_a_named_encoding_is_taken_or_refused_with_its_line() -> None:
    assert decode("Company\nDvořák".encode("cp1250"), "Windows-1250").text.endswith("Dvořák")
    with pytest.raises(UserError, match="Line 3 holds bytes"):
        decode(b"Company\nA\n\xff\n", "utf-8")
    with pytest.raises(UserError, match="no encoding “klingon”"):
        decode(b"x", "klingon")


def test_binary_data_is_refused() -> None:
    with pytest.raises(UserError, match="binary"):
        decode(bytes(range(256)) * 8 + b"\0" * 400)


@pytest.mark.parametrize(
    ("text", "delimiter", "header"),
    [
        ("sep=;\r\nCompany;Email\r\nBeta Kft;b@ex.test\r\n", ";", ("Company", "Email")),
        ('"Company";"Email";"Notes"\r\nA;a@ex.test;"x,y,z"\r\n', ";", ("Company", "Email", "Notes")),
        ("Company|Email\nA|a@ex.test\n", "|", ("Company", "Email")),
        ("Company^Email\nA^a@ex.test\n", "^", ("Company", "Email")),
        ("Company\tEmail\nA, Inc\ta@ex.test\n", "\t", ("Company", "Email")),
        ("Company\nA, Inc\n", "", ("Company",)),
        ("\n\n  \nCompany,Email\nA,b\n", ",", ("Company", "Email")),
        ("Company,Email,,,\nT1,t@ex.test,,,\n", ",", ("Company", "Email")),
        ("Company,Email,Email\nX,a@ex.test,b@ex.test\n", ",", ("Company", "Email", "Email (2)")),
        ("Company,Contact\u00a0 Name\nH,Z\n", ",", ("Company", "Contact Name")),
        ("Company,Notes\u2028\nA,b\n", ",", ("Company", "Notes")),
        ("Company,,Email\nA,x,b\n", ",", ("Company", "Column 2", "Email")),
        (
            'Notes:\n"Some are missing."\n\nFirst Name,Last Name,Company\nZoe,Muster,M\n',
            ",",
            ("First Name", "Last Name", "Company"),
        ),
    ],
)
def test_columns_and_their_names_are_found(text: str, delimiter: str, header: tuple[str, ...]) -> None:
    found = table(text)
    assert (found.delimiter, found.header) == (delimiter, header)
    assert len(found.rows) == 1
    assert not found.rows[0].problem


def test_old_mac_and_mixed_line_ends_part_rows() -> None:
    assert [row.cells[0] for row in table("Company,Email\rM1,m@x\rM2,m@y\r").rows] == ["M1", "M2"]
    assert [row.cells[0] for row in table("Company,Email\nA,a\r\nB,b\rC,c").rows] == ["A", "B", "C"]


def test_a_cell_keeps_its_lines_and_quotes() -> None:
    found = table('Company,Notes\n"Acme ""Best"" Ltd","line1\nline2, with comma"\nPlain 24" screens,x\n')
    assert [row.cells for row in found.rows] == [('Acme "Best" Ltd', "line1\nline2, with comma"), ('Plain 24" screens', "x")]
    assert [row.line for row in found.rows] == [2, 4]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('"Acme "Best" Ltd",x,y', "a quote"),
        ('"never closed,x,y', "a quote"),
        ("A,b,c,d", "has 4 cells where the header has 3"),
        ("second line", "may go on from the line above"),
    ],
)
def test_a_bad_row_carries_its_problem_and_the_rest_goes_on(line: str, reason: str) -> None:
    found = table(f"Company,Email,Notes\nGood,a@x,1\n{line}\nGood2,b@x,2\n")
    assert [bool(row.problem) for row in found.rows] == [False, True, False]
    assert reason in found.rows[1].problem
    assert found.rows[1].line == 3


def test_a_short_row_is_filled_with_nothing() -> None:
    assert table("Company,Email,Notes\nA,a@x\n").rows[0].cells == ("A", "a@x", "")


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(UserError, match="is empty"):
        table("\n\n")


@given(
    rows=st.lists(
        st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12), min_size=3, max_size=3),
        min_size=1,
        max_size=8,
    ),
    delimiter=st.sampled_from(",;\t|"),
)
def test_what_a_program_quotes_is_read_back_whole(rows: list[list[str]], delimiter: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(["Company", "Email", "Notes"])
    writer.writerows(rows)
    found = table(out.getvalue())
    assert [row.cells for row in found.rows] == [tuple(row) for row in rows if any(cell.strip() for cell in row)]
