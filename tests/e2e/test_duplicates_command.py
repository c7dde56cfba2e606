"""The command `duplicates`: pairs with their reasons, and what is said of them."""

from pathlib import Path

import pytest

from tests.e2e.conftest import Shell


@pytest.fixture
def twice(shell: Shell, tmp_path: Path) -> Shell:
    """A workspace with one prospect written down twice, and another."""
    file = tmp_path / "list.csv"
    file.write_text(
        "Application ID,Company,Contact Name,Phone\n"
        "B-1,Brisalta Logística,Iker Zubiaga,+34 944 123 456\n"
        "B-2,Brisalta Logistica SL,I. Zubiaga,\n"
        "B-3,Quillon Freight,Adaeze Nwokorie,\n",
        encoding="utf-8",
    )
    shell.run("import", str(file), "--table", "Beta Applications")
    return shell


def test_pairs_are_listed_with_reasons_and_what_was_said_is_kept(twice: Shell) -> None:
    (pair,) = twice.json("duplicates")
    assert (pair["left"], pair["right"], pair["said"]) == ("B-1", "B-2", None)
    assert "same company" in pair["reasons"]
    assert "B-1 Brisalta Logística · Iker Zubiaga" in twice.run("duplicates", "list")
    twice.run("duplicates", "different", "B-2", "B-1")
    assert "No two prospects look alike." in twice.run("duplicates")
    assert [pair["said"] for pair in twice.json("duplicates", "list", "--which", "different")] == ["different"]
    twice.run("duplicates", "ask-again", "B-1", "B-2")
    assert len(twice.json("duplicates")) == 1


def test_a_score_that_cannot_be_is_refused(twice: Shell) -> None:
    assert "from 1 to 99" in twice.run("duplicates", "list", "--least", "100", status=1)
    assert "B-9" in twice.run("duplicates", "same", "B-1", "B-9", status=1)


def test_two_are_merged_listed_and_taken_apart(twice: Shell) -> None:
    assert "merged into B-1" in twice.run("duplicates", "merge", "B-1", "B-2", "--take", "Company=right")
    assert twice.json("duplicates") == []
    (done,) = twice.json("duplicates", "merged")
    assert (done["stays"], done["goes"]) == ("B-1", "B-2")
    assert "Brisalta Logistica SL" in twice.run("export", "--table", "Beta Applications", "--format", "csv")
    twice.run("duplicates", "unmerge", "B-2")
    assert len(twice.json("duplicates")) == 1
    assert twice.json("duplicates", "merged") == []


def test_a_field_that_is_none_and_a_merge_that_is_none_are_refused(twice: Shell) -> None:
    assert "FIELD=left" in twice.run("duplicates", "merge", "B-1", "B-2", "--take", "Firm=left", status=1)
    assert "No merge of the last 30 days" in twice.run("duplicates", "unmerge", "B-2", status=1)
