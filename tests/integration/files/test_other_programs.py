"""Files as other programs write them, brought in whole: the right value, or a sentence with row and field."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.files.importing import carry_out, failed_rows_text
from journeydesk.services.files.rehearsal import Bucket, Choices, Rehearsal, rehearse
from journeydesk.storage.engine import sql
from tests.workspaces import workspace


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An empty workspace."""
    with workspace(tmp_path / "w") as opened:
        yield opened


def bring(context: Context, text: str | bytes, choices: Choices | None = None) -> Rehearsal:
    data = text.encode() if isinstance(text, str) else text
    rehearsal = rehearse(context, PROSPECTS, "list.csv", data, choices or Choices())
    assert sum(rehearsal.counts.values()) == len(rehearsal.table.rows)
    carry_out(context, rehearsal)
    return rehearsal


def stored(context: Context, *fields: str) -> list[tuple[object, ...]]:
    with context.database.read() as connection:
        return sql.rows(connection, f"SELECT {', '.join(fields)} FROM prospects WHERE deleted = 0 ORDER BY lid")


def problems(rehearsal: Rehearsal) -> list[tuple[int, str, str]]:
    """Line, field and sentence of every row that was left out."""
    return [(row.line, problem.field, problem.words) for row, plan in rehearsal.left_out for problem in plan.problems]


def test_an_airtable_grid_is_read_as_it_shows_values(context: Context) -> None:
    bring(
        context,
        "\ufeffApplication ID,Company,Applied On,Next Follow-up,Estimated Revenue,Deal Probability,Source,Created\n"
        'BETA-1,Muster,5/22/2026 2:30pm,5/29/2026,"€1,250.00",50%,LinkedIn,1/1/2026 9:00am\n'
        "BETA-2,Muster 2,2026-05-22 14:30,2026-05-29,€990.50,5%,linkedin ,1/1/2026 9:00am\n",
    )
    fields = ("key", "applied_on", "next_follow_up", "estimated_revenue", "deal_probability", "source")
    assert stored(context, *fields) == [
        ("BETA-1", "2026-05-22T12:30:00.000Z", "2026-05-29", 125_000, 0.5, "LinkedIn"),
        ("BETA-2", "2026-05-22T12:30:00.000Z", "2026-05-29", 99_050, 0.05, "LinkedIn"),
    ]


def test_a_crm_export_fills_names_from_their_parts(context: Context) -> None:
    bring(
        context,
        "First Name,Last Name,Job Title,Company Name,Contact owner,Email,Mobile Phone Number\n"
        "Zoe,Muster,CTO,Muster Bar,joey,zoe@ex.test,+60 12 345 6789\n",
    )
    fields = ("contact_name", "job_title", "company", "owner", "email", "phone")
    assert stored(context, *fields) == [("Zoe Muster", "CTO", "Muster Bar", "joey", "zoe@ex.test", "+60 12 345 6789")]


def test_a_european_list_is_read_by_its_own_marks(context: Context) -> None:
    rehearsal = bring(
        context,
        "Société;Relance;Budget\nAcme;04.12.2026;12.400,00\nBolt;31.11.2026;n. c.\nCorvus;05.12.2026;-4.000,00\n".encode(
            "cp1252"
        ),
        Choices(encoding="cp1252"),
    )
    assert stored(context, "company", "next_follow_up", "estimated_revenue") == [("Acme", "2026-12-04", 1_240_000)]
    assert [(line, field) for line, field, _ in problems(rehearsal)] == [
        (3, "Next Follow-up"),
        (3, "Estimated Revenue"),
        (4, "Estimated Revenue"),
    ]
    assert "has no day 31 in that month" in problems(rehearsal)[0][2]
    assert "out of range" in problems(rehearsal)[2][2]


@pytest.mark.parametrize(
    ("header", "cell", "words"),
    [
        ("Priority Score", "99", "from 0 to 50"),
        ("LTV", "-5", "of 0.00 or more"),
        ("Deal Probability", "250 %", "from 0 % to 100 %"),
        ("Next Follow-up", "2026-05-22Tgarbage", "garbage"),
        ("Next Follow-up", "0022-05-22", "year 22"),
        ("Applied On", "9999-12-31T23:59:59-14:00", "year 9999"),
        ("Deal Stage", "Nirvana", "is not a stage. Use one of"),
        ("Status", "Hopeful", "is not a choice. Choose one of"),
        ("Email", "a@b@c", "no e-mail address"),
        ("Email", "." * 40_000 + "@x.test", "at most 2,000"),
        ("Phone", "4.93012E+11", "rounded by a spreadsheet"),
        ("Notes", "x" * 140_000, "at most 100,000"),
        ("Company", "a\0b", "cannot be stored"),
    ],
)
def test_a_wrong_value_costs_its_row_a_sentence(context: Context, header: str, cell: str, words: str) -> None:
    first = "Contact Name" if header == "Company" else "Company"
    rehearsal = bring(context, f'{first},{header}\nAcme,"{cell}"\nBolt,\n')
    assert [(line, field) for line, field, _ in problems(rehearsal)] == [(2, header)]
    assert words in problems(rehearsal)[0][2]
    assert len(stored(context, "key")) == 1


def test_what_a_file_leaves_open_is_asked(context: Context) -> None:
    assert bring(context, "Company,Budget\nA,12.500\n").questions[0].startswith("“Budget”: a mark before three digits")
    assert bring(context, "Company,Relance\nB,05/06/2026\n").questions[0].startswith("“Relance”: day and month")
    assert bring(context, "Company,Budget,Umsatz\nC,12.500,\nD,1.000,50\n", Choices(decimal=",")).questions == []
    assert stored(context, "estimated_revenue")[2:] == [(1_250_000,), (100_000,)]


def test_one_open_column_is_read_as_its_neighbours(context: Context) -> None:
    text = "Company,Next Follow-up,Expected Close Date\nA,05/06/2026,12/22/2026\n"
    assert bring(context, text).questions == []
    assert stored(context, "next_follow_up", "expected_close") == [("2026-05-06", "2026-12-22")]


def test_an_empty_cell_keeps_what_stands_there(context: Context) -> None:
    bring(context, "Application ID,Company,Notes,Phone\nBETA-1,Base,Keep me,+1 222\n")
    again = "Application ID,Company,Notes,Phone\nbeta-1 ,Base,,\n"
    assert bring(context, again).counts[Bucket.SAME] == 1
    assert stored(context, "notes", "phone") == [("Keep me", "+1 222")]
    cleared = bring(context, again, Choices(empty_clears=True))
    assert cleared.clears == {"Notes": 1, "Phone": 1}
    assert stored(context, "notes", "phone") == [(None, None)]
    undo(context)
    assert stored(context, "notes", "phone") == [("Keep me", "+1 222")]


@pytest.mark.parametrize(
    ("row", "bucket", "reason"),
    [
        ("ANNA@EX.TEST ,Base Co,,Anna", Bucket.UPDATED, ""),
        ("anna@ex.test,Base Co,,", Bucket.SAME, ""),
        ("other@ex.test,Elsewhere,0043 1 234 567,", Bucket.DUPLICATE, "the same phone"),
        ("other@ex.test,BASE  co,,", Bucket.CREATED, ""),
        ("other@ex.test,base co,,", Bucket.DUPLICATE, "the same company and name"),
        ("new@ex.test,New Co,,", Bucket.CREATED, ""),
    ],
)
def test_a_row_without_a_key_finds_who_it_is(context: Context, row: str, bucket: Bucket, reason: str) -> None:
    create_prospect(context, {"company": "Base Co", "email": "anna@ex.test", "phone": "+43 1 234567"})
    rehearsal = bring(context, f"Email,Company,Phone,Job Title\n{row}\n")
    assert rehearsal.rows[0].bucket is bucket
    assert all(reason in words for _, _, words in problems(rehearsal))


def test_the_same_list_twice_changes_nothing(context: Context) -> None:
    text = "Company,Contact Name,Email,Phone\nA,Ann,a@ex.test,\nB,Bob,,+43 1 999888\nC,,,\n"
    assert bring(context, text).counts[Bucket.CREATED] == 3
    assert bring(context, text).counts[Bucket.SAME] == 3
    assert len(stored(context, "key")) == 3


def test_somebody_who_stands_twice_in_a_file_comes_once(context: Context) -> None:
    rehearsal = bring(context, "Email,Company\nq@ex.test,Q1\nQ@ex.test,Q2\n,NoMail\n,NoMail\n")
    assert [plan.bucket for plan in rehearsal.rows] == [Bucket.CREATED, Bucket.DUPLICATE, Bucket.CREATED, Bucket.DUPLICATE]
    assert [words for _, _, words in problems(rehearsal)] == [
        "has the same e-mail as row 2.",
        "has the same company and name as row 4.",
    ]


def test_rows_are_found_by_the_field_that_is_named(context: Context) -> None:
    bring(context, "Company,Website\nA,a.test\nB,b.test\nC,a.test\n")
    rehearsal = bring(context, "Website,Notes,Company\nB.TEST,found,\na.test,which,\nd.test,new,D\n", Choices(key="Website"))
    assert [plan.bucket for plan in rehearsal.rows] == [Bucket.UPDATED, Bucket.INVALID, Bucket.CREATED]
    assert "more than one record" in problems(rehearsal)[0][2]


def test_failed_rows_are_saved_as_they_stand_and_come_in_put_right(context: Context) -> None:
    rehearsal = bring(context, "Company,Email\nA,a@ex.test\nB,no address\n")
    failed = failed_rows_text(rehearsal)
    assert failed.splitlines()[0] == "\ufeffCompany,Email,What is wrong"
    assert failed.splitlines()[1].startswith("B,no address,Email:" if '"' not in failed else 'B,no address,"Email:')
    bring(context, failed.replace("no address", "b@ex.test"))
    assert stored(context, "company", "email") == [("A", "a@ex.test"), ("B", "b@ex.test")]


def test_many_rows_are_evaluated_after_the_import(context: Context) -> None:
    from journeydesk.services.evaluation.evaluate import evaluate_due

    lines = "".join(f"Firm {number},f{number}@ex.test,New\n" for number in range(2_100))
    bring(context, f"Company,Email,Status\n{lines}")
    assert stored(context, "count(deal_stage)") == [(0,)]
    evaluate_due(context)
    assert stored(context, "count(deal_stage)") == [(2_100,)]
    undo(context)
    assert stored(context, "count(*)") == [(0,)]
