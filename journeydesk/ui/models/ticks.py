"""Which rows are ticked: some by their ids, or all of a view but some, so that ticking all costs no more than ticking one.

All of a view may be ticked before its ids have come: until `name` they are as many as the view has, and nobody knows how many.
"""

from collections.abc import Iterable, Sequence

from journeydesk.domain.ids import RecordId


class Ticks:
    """Ticked records, whether shown or not."""

    def __init__(self) -> None:
        self._whole_view = False
        self._every: Sequence[RecordId] | None = None
        self._differing: set[RecordId] = set()
        self._before: set[RecordId] = set()
        self._elsewhere = False

    def __contains__(self, record: RecordId) -> bool:
        return (record in self._differing) is not self._whole_view

    def __bool__(self) -> bool:
        return self.count != 0

    @property
    def count(self) -> int | None:
        """How many are ticked; None where they are all of a view whose ids have not come."""
        if not self._whole_view:
            return len(self._differing)
        return None if self._every is None else len(self._every) - len(self._differing)

    @property
    def unnamed(self) -> bool:
        """Whether all of a view are ticked whose ids have not come."""
        return self._whole_view and self._every is None

    def set(self, record: RecordId, on: bool) -> None:
        """Ticks or unticks one, which is shown where all are ticked."""
        if on is not self._whole_view:
            self._differing.add(record)
        else:
            self._differing.discard(record)

    def tick_every(self, shown: Sequence[RecordId] | None) -> None:
        """Ticks all that is shown, None where its ids have not come; what was ticked elsewhere stays so."""
        self._before = self._before if self.unnamed else set(self.all())
        self._whole_view, self._every, self._differing = True, None, set()
        if shown is not None:
            self.name(shown)

    def name(self, shown: Sequence[RecordId]) -> None:
        """The ids of the view have come of which all were ticked."""
        elsewhere = self._before.difference(shown) if self._before else None
        self._every = [*shown, *elsewhere] if elsewhere else shown
        self._elsewhere, self._before = bool(elsewhere), set()

    def settle(self) -> None:
        """Names the ticked ones one by one: before something else is shown."""
        if self._every is not None:
            self._differing = set(self._every) - self._differing
            self._whole_view, self._every = False, None

    def outside(self, shown: Sequence[RecordId]) -> list[RecordId]:
        """The ticked records that are not among these."""
        if self._every is shown or not self:
            return []
        return sorted(set(self.all()).difference(shown))

    def forget(self, gone: Iterable[RecordId]) -> None:
        """Unticks these, shown or not."""
        self.settle()
        self._differing.difference_update(gone)

    def clear(self) -> None:
        """Nothing is ticked."""
        self._whole_view, self._every = False, None
        self._differing, self._before = set(), set()

    def all(self) -> list[RecordId]:
        """The ticked records, by id; their ids have come."""
        if not self._whole_view:
            return sorted(self._differing)
        assert self._every is not None
        return sorted(record for record in self._every if record not in self._differing)

    @property
    def exceptions(self) -> list[RecordId] | None:
        """What is not ticked of the view, where all else is; None where the ticked ones are named."""
        return sorted(self._differing) if self._whole_view and not self._elsewhere and not self._before else None
