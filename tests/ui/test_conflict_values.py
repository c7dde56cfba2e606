"""A value in question as it is shown and edited, in the marks of the reader's language."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, speak
from journeydesk.services.context import Context
from journeydesk.services.queries.conflicts import ConflictRow
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.dialogs.conflicts.values import from_edit, to_edit, written
from journeydesk.ui.program.language import LANGUAGES, take_up


@pytest.fixture(params=["en", "de", "es"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    take_up(request.param)
    QLocale.setDefault(QLocale(LANGUAGES[request.param]))
    yield request.param
    speak(None)
    QLocale.setDefault(before)


def of_revenue(amount: str) -> ConflictRow:
    mine = f"{figure(Decimal(amount), 2)} EUR"
    return ConflictRow(
        1, "merge", "prospects", RecordId(1), RecordId(1), "Quillon Freight", "BETA-1", "Prospects", "Est. revenue",
        "estimated_revenue", False, "", mine, "", None, "", "", "", "", 0,
    )  # fmt: skip


@pytest.mark.parametrize("amount", ["42000", "1234567.5", "-36000", "0.05", "999"])
def test_an_amount_is_shown_edited_and_saved_as_it_is(context: tuple[Context, Bridge], spoken: str, amount: str) -> None:
    row, opened = of_revenue(amount), context[0]
    begun = to_edit(row)
    assert Decimal(from_edit(opened, row, begun)) == Decimal(amount)
    assert Decimal(from_edit(opened, row, row.mine.split()[0])) == Decimal(amount)
    shown = written(opened, row, row.mine)
    assert "".join(filter(str.isdigit, shown)).lstrip("0") == f"{Decimal(amount):.2f}".removesuffix(".00").replace(
        ".", ""
    ).lstrip("-0")
    assert begun == amount.replace(".", "," if spoken != "en" else ".")
