"""Filters and days in German and Spanish words; English is understood in each language."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from journeydesk.domain.due import parse_due
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.filters.filter import Filter
from journeydesk.domain.filters.grammar import understand
from journeydesk.domain.filters.when import day_value, length_value
from journeydesk.domain.lists.columns import Operator
from journeydesk.domain.occurred_at import parse_occurred_at
from journeydesk.domain.words import Language, speak
from journeydesk.domain.working_days import WorkingDays
from journeydesk.ui.words.days import full_day
from tests.unit.domain.filters.test_words_and_grammar import VOCABULARY

TODAY = date(2026, 11, 25)
"""A Wednesday."""

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Madrid")


@pytest.fixture
def spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    speak(Language(request.param, lambda text, meaning: "", lambda number, decimals: f"{number:.{decimals}f}"))
    yield
    speak(None)


def _table(code: str, lines: str) -> list[tuple[str, str, str]]:
    pairs = (line.split(" = ") for line in lines.strip().splitlines())
    return [(code, typed.strip(), meant.strip()) for typed, meant in pairs]


_DAYS = [
    *_table(
        "de",
        """
        heute = today
        morgen = tomorrow
        gestern = yesterday
        vorgestern = 2 days ago
        Freitag = Friday
        am Freitag = Friday
        nächsten Freitag = next Friday
        letzten Montag = last Monday
        Mi = Wednesday
        vor 2 Wochen = 2 weeks ago
        vor einem Monat = 1 month ago
        in 3 Tagen = 3 days from now
        in zwei Monaten = 2 months from now
        diese Woche = this week
        dieses Quartal = this quarter
        nächstes Jahr = next year
        letzten Monat = last month
        Ende des Monats = end of this month
        Ende nächsten Monats = end of next month
        Anfang dieser Woche = start of this week
        22. Mai 2027 = 2027-05-22
        3. März 2027 = 2027-03-03
        1. Okt. 2026 = 2026-10-01
        22.5.2027 = 2027-05-22
        next friday = next Friday
        2 weeks ago = 2 weeks ago
        """,
    ),
    *_table(
        "es",
        """
        hoy = today
        mañana = tomorrow
        ayer = yesterday
        anteayer = 2 days ago
        viernes = Friday
        el viernes = Friday
        el próximo viernes = next Friday
        el viernes que viene = next Friday
        el lunes pasado = last Monday
        mar = Tuesday
        hace 2 semanas = 2 weeks ago
        hace un mes = 1 month ago
        en 3 días = 3 days from now
        dentro de dos meses = 2 months from now
        esta semana = this week
        este trimestre = this quarter
        el año que viene = next year
        el mes pasado = last month
        fin de mes = end of this month
        fin del próximo mes = end of next month
        inicio de esta semana = start of this week
        22 de mayo de 2027 = 2027-05-22
        22 mayo 2027 = 2027-05-22
        15 mar 2027 = 2027-03-15
        next friday = next Friday
        """,
    ),
]


@pytest.mark.parametrize(("spoken", "typed", "kept"), _DAYS, indirect=["spoken"])
def test_a_day_of_a_filter_is_understood(spoken: None, typed: str, kept: str) -> None:
    assert day_value(typed, TODAY) == kept


@pytest.mark.parametrize(
    ("spoken", "typed", "kept"),
    [
        ("de", "2 Wochen", "2 weeks"),
        ("de", "30 Tage", "30 days"),
        ("de", "ein Jahr", "1 year"),
        ("de", "3 months", "3 months"),
        ("es", "2 semanas", "2 weeks"),
        ("es", "30 días", "30 days"),
        ("es", "un año", "1 year"),
    ],
    indirect=["spoken"],
)
def test_a_length_is_understood(spoken: None, typed: str, kept: str) -> None:
    assert length_value(typed) == kept


_DUES = [
    *_table(
        "de",
        """
        morgen = 2026-11-26
        übermorgen = 2026-11-27
        fr 14:30 = 2026-11-27 14:30
        nächsten Freitag um 9 Uhr = 2026-12-04 09:00
        morgen um 14 Uhr = 2026-11-26 14:00
        morgen früh = 2026-11-26 09:00
        heute Abend = 2026-11-25 18:00
        in 3 Tagen = 2026-11-30
        in einer Woche = 2026-12-02
        2 Arbeitstage = 2026-11-27
        nächste Woche = 2026-11-30
        nächster Monat = 2026-12-25
        Ende der Woche = 2026-11-27
        Ende des Monats = 2026-11-30
        22. Mai = 2027-05-22
        in 2 Stunden = 2026-11-25 12:00
        fri 14:30 = 2026-11-27 14:30
        """,
    ),
    *_table(
        "es",
        """
        mañana = 2026-11-26
        pasado mañana = 2026-11-27
        vie 14:30 = 2026-11-27 14:30
        el próximo viernes a las 9 = 2026-12-04 09:00
        mañana a las 14:00 = 2026-11-26 14:00
        mañana por la mañana = 2026-11-26 09:00
        en 3 días = 2026-11-30
        en una semana = 2026-12-02
        2 días laborables = 2026-11-27
        la semana que viene = 2026-11-30
        el próximo mes = 2026-12-25
        fin de mes = 2026-11-30
        22 de mayo = 2027-05-22
        dentro de 2 horas = 2026-11-25 12:00
        fri 14:30 = 2026-11-27 14:30
        """,
    ),
]


@pytest.mark.parametrize(("spoken", "typed", "due"), _DUES, indirect=["spoken"])
def test_a_due_date_is_understood(spoken: None, typed: str, due: str) -> None:
    found = parse_due(typed, NOW, ZONE, WorkingDays())
    moment = f" {found.moment.astimezone(ZONE):%H:%M}" if found.moment else ""
    assert f"{found.day}{moment}" == due


@pytest.mark.parametrize("spoken", ["de", "es"], indirect=True)
@pytest.mark.parametrize("typed", ["gestern", "ayer", "irgendwann", "cuando sea", "31. Juni", "31 de junio"])
def test_what_is_no_day_to_come_is_refused(spoken: None, typed: str) -> None:
    with pytest.raises(ValueRefused):
        parse_due(typed, NOW, ZONE, WorkingDays())


@pytest.mark.parametrize(
    ("spoken", "typed", "at"),
    [
        ("de", "jetzt", "2026-11-25T09:00"),
        ("de", "Heute 09:15", "2026-11-25T08:15"),
        ("de", "gestern um 16:00", "2026-11-24T15:00"),
        ("de", "vor 20 Minuten", "2026-11-25T08:40"),
        ("de", "Mo 10:00", "2026-11-23T09:00"),
        ("de", "20m ago", "2026-11-25T08:40"),
        ("es", "ahora", "2026-11-25T09:00"),
        ("es", "Hoy, 09:15", "2026-11-25T08:15"),
        ("es", "ayer a las 16:00", "2026-11-24T15:00"),
        ("es", "hace 2 horas", "2026-11-25T07:00"),
    ],
    indirect=["spoken"],
)
def test_when_something_was_is_understood(spoken: None, typed: str, at: str) -> None:
    assert parse_occurred_at(typed, NOW, ZONE).isoformat()[:16] == at


def test_without_the_language_its_words_are_none() -> None:
    assert day_value("nächsten Freitag", TODAY) is None
    assert understand("von LinkedIn", VOCABULARY).filters == ()


LINKEDIN = Filter("source", Operator.IS, ("LinkedIn",))
QUIET = Filter("last_call", Operator.NOT_IN_LAST, ("2 weeks",))
APART = Filter("last_touch", Operator.NOT_IN_LAST, ("2 weeks",))
BY_THEN = Filter("follow_up", Operator.ON_OR_BEFORE, ("7 days from now",))
MINE = Filter("owner", Operator.IS, ("Amaia Etxarri",))
OVERDUE = Filter("follow_up", Operator.BEFORE, ("today",))
ABOVE = Filter("score", Operator.MORE_THAN, (20,))
SOON = Filter("follow_up", Operator.BEFORE, ("next Friday",))
STUCK = Filter("days_in_stage", Operator.MORE_THAN, (10,))
THERE = Filter("days_in_stage", Operator.AT_LEAST, (10,))
SHORT = Filter("days_in_stage", Operator.LESS_THAN, (5,))
DEAR = Filter("revenue", Operator.AT_LEAST, (250_050,))


@pytest.mark.parametrize(
    ("spoken", "typed", "filters", "rest"),
    [
        ("de", "von LinkedIn, seit 2 Wochen nicht angerufen", (LINKEDIN, QUIET), ""),
        ("de", "aus LinkedIn und nicht kontaktiert seit 2 Wochen", (LINKEDIN, APART), ""),
        ("de", "meine, überfällig, Hafen", (MINE, OVERDUE), "Hafen"),
        ("de", "Punktzahl über 20, Wiedervorlage vor nächstem Freitag", (ABOVE, SOON), ""),
        ("de", "Punkte zwischen 10 und 20", (Filter("score", Operator.BETWEEN, (10, 20)),), ""),
        ("de", "Umsatz mindestens 2.500,50 €", (DEAR,), ""),
        ("de", "Umsatz mindestens 2.500,50 CHF", (DEAR,), ""),
        ("de", "Umsatz mindestens CHF 2.500,50", (DEAR,), ""),
        ("de", "ohne E-Mail, mit Telefon", (Filter("email", Operator.EMPTY), Filter("phone", Operator.NOT_EMPTY)), ""),
        ("de", "nie angerufen", (Filter("last_call", Operator.EMPTY),), ""),
        ("de", "Wiedervorlage innerhalb von 7 Tagen", (BY_THEN,), ""),
        ("es", "seguimiento en un plazo de 7 días", (BY_THEN,), ""),
        ("de", "ohne Zuständige", (Filter("owner", Operator.EMPTY),), ""),
        ("de", "in Phase Commitment", (Filter("stage", Operator.IS, (3,)),), ""),
        ("de", "seit mehr als 10 Tagen in der Phase", (STUCK,), ""),
        ("de", "von LinkedIn, länger als 2 Wochen in dieser Phase", (LINKEDIN, STUCK), ""),
        ("de", "in der Phase seit über 10 Arbeitstagen", (STUCK,), ""),
        ("de", "seit 10 Tagen in der Phase", (THERE,), ""),
        ("de", "Tage in der Phase mehr als 10 Tage", (STUCK,), ""),
        ("de", "weniger als 5 Tage in der Phase, Hafen", (SHORT,), "Hafen"),
        ("es", "más de 10 días en la etapa", (STUCK,), ""),
        ("es", "lleva mas de 10 dias en la etapa", (STUCK,), ""),
        ("es", "de LinkedIn y más de 2 semanas en la etapa", (LINKEDIN, STUCK), ""),
        ("es", "en la etapa desde hace más de 10 días", (STUCK,), ""),
        ("es", "desde hace 10 días en la etapa", (THERE,), ""),
        ("es", "menos de 5 días en esta etapa, puerto", (SHORT,), "puerto"),
        ("de", "more than 2 weeks in stage", (STUCK,), ""),
        ("es", "in this stage for over 10 days", (STUCK,), ""),
        ("de", "Expected close date is empty", (Filter("expected_close", Operator.EMPTY),), ""),
        ("de", "from LinkedIn, not called for 2 weeks", (LINKEDIN, QUIET), ""),
        ("es", "de LinkedIn, no llamado desde hace 2 semanas", (LINKEDIN, QUIET), ""),
        ("es", "de LinkedIn y hace 2 semanas que no llamado", (LINKEDIN, QUIET), ""),
        ("es", "míos, atrasados, puerto", (MINE, OVERDUE), "puerto"),
        ("es", "puntuación más de 20, seguimiento antes del próximo viernes", (ABOVE, SOON), ""),
        ("es", "puntos entre 10 y 20", (Filter("score", Operator.BETWEEN, (10, 20)),), ""),
        ("es", "ingresos al menos 2.500,50 €", (DEAR,), ""),
        ("es", "sin correo, con teléfono", (Filter("email", Operator.EMPTY), Filter("phone", Operator.NOT_EMPTY)), ""),
        ("es", "nunca contactado", (Filter("last_touch", Operator.EMPTY),), ""),
        ("es", "sin asignar", (Filter("owner", Operator.EMPTY),), ""),
        ("es", "en la etapa Commitment", (Filter("stage", Operator.IS, (3,)),), ""),
        ("es", "from LinkedIn, not called for 2 weeks", (LINKEDIN, QUIET), ""),
    ],
    indirect=["spoken"],
)
def test_a_line_of_words_is_understood(spoken: None, typed: str, filters: tuple[Filter, ...], rest: str) -> None:
    understood = understand(typed, replace(VOCABULARY, sign="CHF "))
    assert (understood.filters, understood.rest) == (filters, rest)


@pytest.mark.parametrize("code", ["de", "es"])
def test_what_a_filter_says_is_understood_in_each_language(code: str) -> None:
    """In a process of its own, for titles and comparisons are translated as they are imported."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.unit.domain.filters.said_and_understood", code],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=Path(__file__).resolve().parents[4],
        env=os.environ | {"JOURNEYDESK_LANGUAGE": code},
    )
    assert done.returncode == 0, done.stderr[-2000:]


def test_a_near_day_is_called_in_the_language() -> None:
    speak(Language("de", lambda text, meaning: {"tomorrow": "morgen"}.get(text, ""), lambda number, decimals: str(number)))
    try:
        assert full_day(date(2026, 11, 26), TODAY).startswith("morgen, ")
    finally:
        speak(None)
