"""The context of an alert: entry point, contact, other alerts of the prospect."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import tr, within
from journeydesk.services.rows.alerts import AlertDetail
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.painting import paint_avatar
from journeydesk.ui.restyling import restyle
from journeydesk.ui.tabs.alerts.history_list import HistoryLine, HistoryList
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule
from journeydesk.ui.words.figures import short_day

_ROW = 22
_LABELS = 76


class _Avatar(QWidget):
    """A person's initials, 32 px."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.name = ""
        self.setFixedSize(32, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            paint_avatar(painter, QRect(0, 0, 32, 32), self._theme, self.name)


class _Fact:
    """A row of a grey label and its value, shown again and again: to make it anew takes as long as to paint it."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.name = label(theme, kind="secondary")
        self.value = ElidedLabel(theme)
        self._copying = QAction(self.value)
        self._copying.triggered.connect(self._copy)
        self.value.addAction(self._copying)
        self.value.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._words = ""
        self._weight = 400

    def show(self, name: str, value: str) -> None:
        """Shows this fact; what is empty or "none yet" is grey, "today" is strong."""
        quiet = not value or value.startswith((tr("none"), tr("not given")))
        self._words = value or tr("not given")
        self._look("caption" if quiet else "", 500 if value == tr("today") else 400)
        self.name.setText(name)
        self.value.show_text(self._words)
        self.value.setAccessibleName(f"{name}: {self._words}")
        self._copying.setText(tr("Copy {name}", name=within(name)))
        self.set_visible(True)

    def set_visible(self, visible: bool) -> None:
        self.name.setVisible(visible)
        self.value.setVisible(visible)

    def _look(self, kind: str, weight: int) -> None:
        restyle(self.value, "kind", kind)
        if self._weight != weight:
            self._weight = weight
            self.value.setFont(self._theme.font(0, weight))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)


class Facts(QWidget):
    """Rows of a grey label and a value that can be copied, whole where it is cut for want of room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[_Fact] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, _LABELS)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Shows these facts and no others."""
        while len(self._rows) < len(facts):
            fact = _Fact(self._theme)
            self._grid.addWidget(fact.name, len(self._rows), 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(fact.value, len(self._rows), 1)
            self._rows.append(fact)
        for row, fact in enumerate(self._rows):
            self._grid.setRowMinimumHeight(row, _ROW if row < len(facts) else 0)
            if row < len(facts):
                fact.show(*facts[row])
            else:
                fact.set_visible(False)


class SideColumn(QWidget):
    """Three parts with lines between."""

    def __init__(self, theme: Theme, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._entry = Facts(theme)
        self._contact = Facts(theme)
        self._avatar = _Avatar(theme)
        self._name = label(theme, weight=600)
        self._job = label(theme, step=-1, kind="secondary")
        self._count = label(theme, step=-1, kind="caption")
        self._others = HistoryList(theme, tr("Other alerts"))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._job)
        person = QHBoxLayout()
        person.setSpacing(8)
        person.addWidget(self._avatar)
        person.addLayout(names, 1)
        heading = QHBoxLayout()
        heading.addWidget(label(theme, tr("Other alerts"), weight=600))
        heading.addStretch(1)
        heading.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._entry_part = self._part([label(theme, tr("Entry point"), weight=600), self._entry])
        layout.addWidget(self._entry_part)
        layout.addWidget(rule())
        layout.addWidget(self._part([label(theme, tr("Contact"), weight=600), person, self._contact], 9))
        layout.addWidget(rule())
        self._others_part = self._part([heading, self._others])
        layout.addWidget(self._others_part)
        layout.addStretch(1)

    @staticmethod
    def _part(rows: Sequence[QWidget | QHBoxLayout], spacing: int = 6) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(20, 18, 20, 13)
        layout.setSpacing(spacing)
        for row in rows:
            if isinstance(row, QWidget):
                layout.addWidget(row)
            else:
                layout.addLayout(row)
        return part

    def show_alert(self, detail: AlertDetail, contact: Sequence[tuple[str, str]], today: date) -> None:
        """Shows this alert's context; `contact` has the prospect's facts in words."""
        entry = detail.entry_point
        facts: list[tuple[str, str]] = []
        if entry is not None:
            local = entry.at.astimezone(self._zone) if entry.at else None
            seen = f"{short_day(local.date(), today)}, {local:%H:%M}" if local else ""
            facts = [("CTA", entry.cta), (tr("Page"), entry.page), ("UTM", entry.utm), (tr("First seen"), seen)]
        self._entry.show_facts(facts or [(tr("First seen"), tr("none yet"))])
        self._avatar.name = detail.row.contact or detail.row.company
        self._avatar.update()
        self._name.setText(detail.row.contact or detail.row.company)
        self._job.setText(detail.job_title)
        self._job.setVisible(bool(detail.job_title))
        self._contact.show_facts(contact or detail.contact_lines)
        others = [
            HistoryLine(f"{line.bold} · {line.rest}", "", f"{within(line.caption)} {self._day(line.at, today)}")
            for line in detail.others
        ]
        self._count.setText(tr("{count} in 90 days", count=len(others)) if others else "")
        self._others.show_lines(others)
        self._others_part.setVisible(bool(others))

    def _day(self, at: datetime, today: date) -> str:
        return short_day(at.astimezone(self._zone).date(), today)
