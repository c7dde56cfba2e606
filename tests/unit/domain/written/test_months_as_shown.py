"""A date as a field shows it in the reader's language can be typed again."""

from datetime import date

import pytest

from journeydesk.config import resources
from journeydesk.domain.written.dates import parse_day
from journeydesk.ui.program.language import read_language

_SHOWN = (
    ("Jan", ""),
    ("Feb", ""),
    ("Mar", ""),
    ("Apr", ""),
    ("May", "in dates"),
    ("Jun", ""),
    ("Jul", ""),
    ("Aug", ""),
    ("Sep", ""),
)
_SHOWN_LATER = (("Oct", ""), ("Nov", ""), ("Dec", ""))


@pytest.mark.parametrize("code", ["de", "es"])
def test_a_short_month_as_it_is_shown_is_understood(code: str) -> None:
    language = read_language(code, resources() / "translations")
    for number, (name, meaning) in enumerate(_SHOWN + _SHOWN_LATER, 1):
        shown = language.text(name, meaning)
        assert shown
        assert parse_day(f"3 {shown} 2026") == date(2026, number, 3)
