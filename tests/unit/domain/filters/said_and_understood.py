"""What each filter says of itself is understood as that filter, in the language of this process: `python -m … CODE`."""

from journeydesk.services.workspace.speaking import speak_without_window

if __name__ == "__main__":
    speak_without_window()
    from dataclasses import replace

    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    from journeydesk.domain.filters.filter import Filter
    from journeydesk.domain.filters.grammar import understand
    from journeydesk.domain.filters.words import full_words
    from tests.unit.domain.filters.test_words_and_grammar import VOCABULARY, filters

    @settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True)
    @given(asked=filters(), sign=st.sampled_from(("€", "CHF ", "kr ", "zł ")))
    def every_filter(asked: Filter, sign: str) -> None:
        team = replace(VOCABULARY, sign=sign)
        said = full_words(asked, team)
        understood = understand(said, team)
        assert (understood.filters, understood.rest) == ((asked,), ""), (said, understood)

    every_filter()
