"""The form of a log beside a prospect, and what comes next after it, in another language and in the base's own words."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from journeydesk.domain.field_kinds.team_words import TeamWords
from journeydesk.domain.words import speak
from journeydesk.services.queries.lists.prospects import touch_words
from journeydesk.services.queries.next_steps import suggested_steps
from journeydesk.services.workspace.speaking import speak_without_window
from journeydesk.ui.detail.composer import Composer
from journeydesk.ui.main_window import MainWindow


@pytest.fixture
def german() -> Iterator[None]:
    speak_without_window(environment={"JOURNEYDESK_LANGUAGE": "de"})
    yield
    speak(None)


@pytest.mark.usefixtures("german")
def test_kinds_are_called_in_the_readers_language(window: MainWindow) -> None:
    composer = Composer(window.context, window.theme, window)
    assert [button.text() for button in composer._kinds.buttons()] == ["Anruf", "Treffen", "E-Mail", "Demo", "Notiz"]
    composer.choose("Meeting")
    assert (composer.kind, composer._send.text()) == ("Meeting", "Treffen festhalten")


@pytest.mark.usefixtures("german")
def test_a_suggestion_and_a_touch_keep_the_capitals_of_nouns(window: MainWindow) -> None:
    assert suggested_steps(window.context, "No answer")[0].words == "Nicht erreicht → Anruf in 2 Arbeitstagen"
    assert touch_words(window.context, "Call", "No answer") == "Anruf, Nicht erreicht"


def test_an_outcome_that_the_base_calls_otherwise_is_called_so(window: MainWindow) -> None:
    words = TeamWords({("interactions", "outcome"): (("No answer", "Rang out"),)})
    context = replace(window.context, words=words)
    assert suggested_steps(context, "No answer")[0].words == "Rang out → call in 2 working days"
