"""Which rows are ticked: some by their ids, or all of a view but some, so that ticking all costs no more than ticking one."""

from collections.abc import Iterable, Sequence

from journeydesk.domain.ids import RecordId


class Ticks:
    """Ticked records, whether shown or not."""

    def __init__(self) -> None:
        self._every: Sequence[RecordId] | None = None
        self._differing: set[RecordId] = set()
        self._elsewhere = False

    def __contains__(self, record: RecordId) -> bool:
        return (record in self._differing) is (self._every is None)

    def __len__(self) -> int:
        return len(self._differing) if self._every is None else len(self._every) - len(self._differing)

    def set(self, record: RecordId, on: bool) -> None:
        """Ticks or unticks one, which is shown where all are ticked."""
        if on is (self._every is None):
            self._differing.add(record)
        else:
            self._differing.discard(record)

    def tick_every(self, shown: Sequence[RecordId]) -> None:
        """Ticks all that is shown; what was ticked elsewhere stays so."""
        elsewhere = set(self.all()).difference(shown) if len(self) else set()
        self._every = [*shown, *elsewhere] if elsewhere else shown
        self._elsewhere = bool(elsewhere)
        self._differing = set()

    def settle(self) -> None:
        """Names the ticked ones one by one: before something else is shown."""
        if self._every is not None:
            self._differing = set(self._every) - self._differing
            self._every = None

    def outside(self, shown: Sequence[RecordId]) -> list[RecordId]:
        """The ticked records that are not among these."""
        if self._every is shown or not len(self):
            return []
        return sorted(set(self.all()).difference(shown))

    def forget(self, gone: Iterable[RecordId]) -> None:
        """Unticks these, shown or not."""
        self.settle()
        self._differing.difference_update(gone)

    def clear(self) -> None:
        """Nothing is ticked."""
        self._every = None
        self._differing = set()

    def all(self) -> list[RecordId]:
        """The ticked records, by id."""
        if self._every is None:
            return sorted(self._differing)
        return sorted(record for record in self._every if record not in self._differing)

    @property
    def exceptions(self) -> list[RecordId] | None:
        """What is not ticked of the view, where all else is; None where the ticked ones are named."""
        return sorted(self._differing) if self._whole_view else None

    @property
    def _whole_view(self) -> bool:
        return self._every is not None and not self._elsewhere
