"""The cards of a board: a measure each, in groups."""

from collections import Counter

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr, within
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.tiles import MISSED, State, state_words


@dataclass(frozen=True, slots=True)
class Card:
    """One measure by its key: its value in words and what that is of, its state, must and target in words and as amounts, its course
    (None where there is no data), the change in words, and what it is made of by name. `above` says whether more is better."""

    key: str
    title: str
    words: str
    of: str
    state: State
    must_words: str
    target_words: str
    must: float
    target: float
    course: tuple[float | None, ...]
    change: str
    parts: tuple[tuple[str, str], ...]
    more_is_better: bool = True
    behind: Behind | None = None

    @property
    def goal_words(self) -> str:
        """Must 50 · target 100."""
        return tr("must {must} · target {target}", must=self.must_words, target=self.target_words)

    @property
    def said(self) -> str:
        """All of it in a sentence."""
        of = f", {self.of}" if self.of else ""
        change = f", {self.change}" if self.change else ""
        return f"{self.title}: {self.words}{of}, {within(state_words(self.state))}, {self.goal_words}{change}"


@dataclass(frozen=True, slots=True)
class Group:
    """Measures under one name."""

    name: str
    cards: tuple[Card, ...]

    def counts(self) -> Counter[State]:
        """How many are in each state; who is over a limit is counted as below."""
        return Counter("Below" if card.state in MISSED else card.state for card in self.cards)
