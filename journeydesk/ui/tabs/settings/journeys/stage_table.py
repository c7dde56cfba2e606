"""A journey's stages, each to be changed in place: name, points, days, whether it ends the journey, its place."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings import Journey, Stage
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.ui.mirror import under
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.page import clear, focus_kept
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.labels import label, tip
from journeydesk.ui.widgets.popup_menu import PopupMenu
from journeydesk.ui.widgets.stage_chip import StageBadge
from journeydesk.ui.widgets.switch import Switch

_COLUMNS = ("", tr("Stage"), tr("From points"), tr("Limit, working days"), tr("Ends it"), tr("Here now"), "")


@dataclass(frozen=True, slots=True)
class StageFact:
    """What the table shows of a stage beside itself: its threshold (None outside of the first journey), and who stands there."""

    points: int | None
    here: int | None


class StageTable(QWidget):
    """Each signal carries the stage's name first. `removed` says where its prospects go, `stepped` -1 or 1."""

    renamed = Signal(str, str)
    points_given = Signal(str, str)
    days_given = Signal(str, str)
    end_given = Signal(str, bool)
    stepped = Signal(str, int)
    removed = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 6)
        self._grid.setColumnStretch(7, 1)
        self._wrong: dict[str, QLabel] = {}
        self.edits: dict[tuple[str, str], InPlaceEdit] = {}
        self._here: list[QLabel] = []
        self._facts: dict[str, StageFact] = {}
        self._shown: object = None

    def show_stages(self, journey: Journey, facts: Mapping[str, StageFact], anew: bool = False) -> None:
        """Shows a journey's stages; where only who stands there changed, what is being typed stays, unless `anew`."""
        shown = (journey, {name: fact.points for name, fact in facts.items()})
        if shown == self._shown and not anew:
            for place, stage in enumerate(journey.stages):
                self._facts[stage.name] = facts[stage.name]
                self._tell_here(place, facts[stage.name])
            return
        self._shown = shown
        self._facts = dict(facts)
        with focus_kept(self):
            self._here.clear()
            clear(self._grid)
            self._wrong.clear()
            self.edits.clear()
            with_points = any(fact.points is not None for fact in facts.values())
            for column, words in enumerate(_COLUMNS):
                if words and (with_points or column != 2):
                    head = label(self._theme, words, step=-1, weight=500, kind="secondary", wrap=True)
                    self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignBottom)
            for place, stage in enumerate(journey.stages):
                self._row(place, stage, journey.stages, facts[stage.name])

    def refuse(self, stage: str, part: str, sentence: str) -> None:
        """Says below the stage what is wrong with what was typed."""
        words, edit = self._wrong.get(stage), self.edits.get((stage, part))
        if words is not None and edit is not None:
            words.setText(sentence)
            words.show()
            edit.mark_wrong(sentence)

    def _row(self, place: int, stage: Stage, stages: Sequence[Stage], fact: StageFact) -> None:
        row = 2 * place + 1
        self._grid.addWidget(StageBadge(self._theme, stage.number), row, 0)
        name = self._edit(stage, "name", stage.name, place, 0)
        name.setMinimumWidth(130)
        name.setMaximumWidth(400)
        name.given.connect(lambda text: self.renamed.emit(stage.name, text))
        self._grid.addWidget(name, row, 1)
        if fact.points is not None:
            points = self._edit(stage, "points", str(fact.points), place, 70)
            points.setEnabled(place > 0)
            if not place:
                points.setToolTip(tr("The first stage begins with 0 points"))
            points.given.connect(lambda text: self.points_given.emit(stage.name, text))
            self._grid.addWidget(points, row, 2)
        days = self._edit(stage, "days", "" if stage.limit_days is None else str(stage.limit_days), place, 66)
        days.setPlaceholderText(tr("none"))
        days.setToolTip(tr("A card that stays longer is marked on the board"))
        days.given.connect(lambda text: self.days_given.emit(stage.name, text))
        self._grid.addWidget(days, row, 3)
        ends = Switch(self._theme, tr("{name} ends the journey", name=stage.name))
        ends.setObjectName(f"ends {place}")
        ends.setChecked(stage.is_end)
        ends.clicked.connect(lambda checked: self.end_given.emit(stage.name, checked))
        self._grid.addWidget(ends, row, 4, Qt.AlignmentFlag.AlignCenter)
        here = label(self._theme, kind="secondary")
        self._here.append(here)
        self._tell_here(place, fact)
        self._grid.addWidget(here, row, 5, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addLayout(self._buttons(place, stage, stages), row, 6)
        wrong = label(self._theme, step=-1, kind="danger", wrap=True)
        wrong.hide()
        self._wrong[stage.name] = wrong
        self._grid.addWidget(wrong, row + 1, 1, 1, 6)

    def _edit(self, stage: Stage, part: str, text: str, place: int, width: int) -> InPlaceEdit:
        words = {"name": tr("name"), "points": tr("from points"), "days": tr("marked after working days")}[part]
        edit = InPlaceEdit(f"{stage.name}: {words}", width, right=part != "name")
        edit.setObjectName(f"{part} {place}")
        edit.show_text(text)
        edit.restored.connect(lambda: self._wrong[stage.name].hide())
        self.edits[stage.name, part] = edit
        return edit

    def _tell_here(self, place: int, fact: StageFact) -> None:
        self._here[place].setText("–" if fact.here is None else figure(fact.here))
        self._here[place].setToolTip(tip(tr("New: nobody can stand here before it is saved") if fact.here is None else ""))

    def _buttons(self, place: int, stage: Stage, stages: Sequence[Stage]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        for icon, words, step, possible in (
            ("arrow-up", tr("Move up"), -1, place > 0),
            ("arrow-down", tr("Move down"), 1, place < len(stages) - 1),
        ):
            button = IconButton(self._theme, icon, f"{words}: {stage.name}")
            button.setObjectName(f"{words} {stage.name}")
            button.setEnabled(possible)
            button.clicked.connect(partial(self.stepped.emit, stage.name, step))
            line.addWidget(button)
        away = IconButton(self._theme, "x", tr("Remove the stage {name}", name=stage.name))
        away.setEnabled(len(stages) > 1)
        if len(stages) == 1:
            away.setToolTip(tr("A journey needs at least one stage"))
        away.clicked.connect(lambda: self._ask_where(away, stage, stages))
        line.addWidget(away)
        return line

    def where_menu(self, stage: Stage, stages: Sequence[Stage]) -> QMenu:
        """Where those who stand there go, and every event that leads there."""
        fact = self._facts[stage.name]
        menu = PopupMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        who = (
            tr("{prospects} here: go to", prospects=tr_count("{count} prospect", "{count} prospects", fact.here))
            if fact.here
            else tr("Nobody stands here. Events that lead here go to")
        )
        menu.addAction(who).setEnabled(False)
        for other in stages:
            if other.name != stage.name:
                words = f"{other.number}  {other.name}".replace("&", "&&")
                menu.addAction(words, partial(self.removed.emit, stage.name, other.name))
        return menu

    def _ask_where(self, button: QWidget, stage: Stage, stages: Sequence[Stage]) -> None:
        self.where_menu(stage, stages).popup(button.mapToGlobal(under(button.rect())))
