"""The e-mail report in the reader's words."""

from collections.abc import Iterator

import pytest

from journeydesk.domain.mail.rates import MailFact, rates
from journeydesk.domain.words import speak
from journeydesk.reports.email.figures import _lead, _replies, _templates
from journeydesk.services.workspace.speaking import speak_without_window


@pytest.fixture
def german() -> Iterator[None]:
    speak_without_window(environment={"JOURNEYDESK_LANGUAGE": "de"})
    yield
    speak(None)


@pytest.mark.usefixtures("german")
def test_mails_by_hand_and_by_template_are_called_as_the_reader_does() -> None:
    facts = [MailFact(template, True, False, frozenset(), False, False) for template in (None, "welcome") for _ in range(12)]
    lines = rates(facts, {})
    chart = _replies(lines)
    assert [bar.name for bar in chart.bars] == [line.cells[0] for line in reversed(_templates(lines).lines)]
    assert "Von Hand geschrieben" in {bar.name for bar in chart.bars}
    assert not {line.title for line in lines} & {bar.name for bar in chart.bars}
    assert "by hand" not in chart.title + _lead(facts, lines)
