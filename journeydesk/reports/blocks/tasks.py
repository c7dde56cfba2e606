"""What is to be done: a few lines, each with its reason, whose it is and by when."""

from typing import Any, ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr, tr_count
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Block, Row, joined


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: what, why, who, and by when in words."""

    title: str
    reason: str
    owner: str = ""
    due: str = ""
    behind: Behind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks(Block):
    """In the order in which they matter."""

    kind: ClassVar[str] = "tasks"
    tasks: tuple[Task, ...]
    half: bool = False

    def _finding(self) -> str:
        if not self.tasks:
            return tr("Nothing needs to be done at once.")
        return tr_count("{count} thing to do.", "{count} things to do.", len(self.tasks))

    def _alternative(self) -> str:
        return f"{self.heading}: {joined([(task.title + '.', task.reason) for task in self.tasks]) or self._finding()}"

    def table(self) -> list[tuple[str, ...]]:
        """What, why, who, by when."""
        head: list[tuple[str, ...]] = [(tr("To do"), tr("Why"), tr("Owner"), tr("By"))]
        return head + [(task.title, task.reason, task.owner, task.due) for task in self.tasks]

    def rows(self) -> list[Row]:
        """The reason as value, the owner as last word."""
        part = self.part or tr("To do")
        return [(part, task.title, task.reason, "", task.due, task.owner) for task in self.tasks]

    def _page(self, width: float) -> dict[str, Any]:
        tasks = [{"title": t.title, "reason": t.reason, "owner": t.owner, "due": t.due} for t in self.tasks]
        return {"tasks": tasks, "none": self._finding()}
