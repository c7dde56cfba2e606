"""The painted blocks above the timeline: who, LTV and status."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.domain.by_hand import title_of
from journeydesk.domain.statuses import CUSTOMER
from journeydesk.domain.words import tr
from journeydesk.services.rows.detail import ProspectDetail
from journeydesk.ui.detail.fact_words import money_sentence
from journeydesk.ui.mirror import draw_text, painter_on, seen_at, seen_rect
from journeydesk.ui.painting import CENTER, initials, line_width, paint_line
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.words.figures import whole_amount

_PAD = 16
_BUTTONS = 110
"""The buttons at the right of the name."""
_LTV_FROM = {"": tr("LTV"), "Stripe net": tr("LTV, Stripe net"), "by hand": tr("LTV, by hand")}
_ICONS = {"email": "mail", "website": "globe", "phone": "phone", "owner": "user"}
_ADD = {
    "contact_name": tr("Add a contact"),
    "job_title": tr("Add a title"),
    "company": tr("Add a company"),
    "email": tr("Add e-mail"),
    "website": tr("Add website"),
    "phone": tr("Add phone"),
    "owner": tr("Nobody’s"),
}
"""What stands where nothing is known yet."""


class Block(QWidget):
    """A painted block with a line below it. A value in it can be pressed to be edited where it stands: `edit_requested` carries its
    field's slug."""

    edit_requested = Signal(str)

    def __init__(self, theme: Theme, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail: ProspectDetail | None = None
        self._hovered = ""
        self.setMouseTracking(True)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(380, self.height())

    def show_detail(self, detail: ProspectDetail) -> None:
        """Shows a prospect."""
        self._detail = detail
        self.setAccessibleName(self.words(detail))
        self.update()

    def words(self, detail: ProspectDetail) -> str:
        """What a screen reader says."""
        return detail.row.company

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("base"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
            if self._detail is not None:
                if self._hovered and (spot := self.spots(self._detail).get(self._hovered)) is not None:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(self._theme.color("hover"))
                    painter.drawRoundedRect(spot, 3, 3)
                self.paint_detail(painter, self._detail)

    def spots(self, detail: ProspectDetail) -> Mapping[str, QRect]:
        """Where values stand that can be edited, by their fields, in the order in which Tab goes through them."""
        return {}

    def spot_of(self, slug: str) -> QRect | None:
        """Where a field's value stands."""
        spot = self.spots(self._detail).get(slug) if self._detail is not None else None
        return seen_rect(self, spot) if spot is not None else None

    @property
    def slugs(self) -> list[str]:
        """The fields that can be edited in it."""
        return list(self.spots(self._detail)) if self._detail is not None else []

    def _spot_at(self, at: QPoint) -> str:
        spots = self.spots(self._detail) if self._detail is not None else {}
        return next((slug for slug, rect in spots.items() if rect.contains(at)), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._spot_at(seen_at(self, event.position().toPoint())))

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover("")

    def _hover(self, slug: str) -> None:
        if slug != self._hovered:
            self._hovered = slug
            self.setCursor(Qt.CursorShape.IBeamCursor if slug else Qt.CursorShape.ArrowCursor)
            self.setToolTip(tip(tr("{title}: click to change it", title=title_of(slug)) if slug else ""))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        slug = self._spot_at(seen_at(self, event.position().toPoint()))
        if slug and event.button() == Qt.MouseButton.LeftButton:
            self.edit_requested.emit(slug)

    def width_of(self, words: str, step: int = 0, weight: int = 400) -> int:
        """How wide a line of text is."""
        return line_width(self._theme, words, step, weight, tabular=True)

    def paint_detail(self, painter: QPainter, detail: ProspectDetail) -> None:
        """The block's own content."""

    def text(self, painter: QPainter, rect: QRect, words: str, step: int = 0, weight: int = 400, token: str = "text") -> int:
        """One line of text."""
        painter.setPen(self._theme.color(token))
        return paint_line(painter, rect, self._theme, words, step, weight, tabular=True)


class Who(Block):
    """Initials, name, title and company; below them how to reach them and who owns them. What lies over its right edge has so many
    pixels kept free."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, kept_right: int = _BUTTONS) -> None:
        super().__init__(theme, 106, parent)
        self._narrow = False
        self._kept_right = kept_right

    def fit(self, narrow: bool) -> None:
        """In a narrow panel the address has its line alone; the website is among all fields."""
        self._narrow = narrow
        self.update()

    def words(self, detail: ProspectDetail) -> str:
        """Name, title, company."""
        return f"{detail.row.contact}, {detail.job_title}, {detail.row.company}, {detail.email}, {detail.phone}"

    def paint_detail(self, painter: QPainter, detail: ProspectDetail) -> None:
        """As in the mock-up."""
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("sunk"))
        painter.drawRoundedRect(QRectF(_PAD + 0.5, 11.5, 33, 33), 4, 4)
        painter.setFont(theme.font(0, 600))
        painter.setPen(theme.color("text2"))
        draw_text(painter, QRect(_PAD, 11, 34, 34), CENTER, initials(detail.row.company or detail.row.contact))
        spots = self.spots(detail)
        name = spots["contact_name"].adjusted(4, 0, 0, 0)
        self.text(painter, name, detail.row.contact or _ADD["contact_name"], 2, 600, "text" if detail.row.contact else "text3")
        title = spots["job_title"].adjusted(4, 0, 0, 0)
        self.text(painter, title, detail.job_title or _ADD["job_title"], -1, 400, "text2" if detail.job_title else "text3")
        company = spots["company"].adjusted(4, 0, 0, 0)
        second = max(title.left(), company.left())
        self.text(painter, QRect(second - 9, title.top(), 8, title.height()), "·", -1, 400, "text2")
        painter.setPen(theme.color("text" if detail.row.company else "text3"))
        paint_line(painter, company, theme, detail.row.company or _ADD["company"], -1, 500)
        self._paint_reach(painter, detail)

    def spots(self, detail: ProspectDetail) -> Mapping[str, QRect]:
        """Name, title, company; then how to reach them and who owns them."""
        right = self.width() - _PAD
        # A number that is cut short is another number, so the right column is as wide as the number is.
        needed = self.width_of(detail.phone, -1) + 24 + _PAD + 10
        middle = max(_PAD + 60, min(int(self.width() * 0.64), self.width() - needed))
        room = right - self._kept_right - 60
        spots = {"contact_name": QRect(56, 9, room + 4, 20)} | self._title_and_company(detail, room)
        if self._narrow:
            half = max(needed, self.width() // 2)
            return spots | {
                "email": QRect(_PAD + 20, 53, right - _PAD - 20, 19),
                "phone": QRect(_PAD + 20, 76, half - _PAD - 30, 19),
                "owner": QRect(half + 20, 76, right - half - 20, 19),
            }
        for x, width, slugs in (
            (_PAD, middle - 60, ("email", "website")),
            (middle, self.width() - middle - 24 - _PAD, ("phone", "owner")),
        ):
            for place, slug in enumerate(slugs):
                spots[slug] = QRect(x + 20, 53 + place * 23, width + 4, 19)
        return spots

    def _title_and_company(self, detail: ProspectDetail, room: int) -> dict[str, QRect]:
        """Beside each other; in a narrow panel the company first. Where not both have room, each has its part, and what the one does
        not need the other takes."""
        title = self.width_of(detail.job_title or _ADD["job_title"], -1) + 8
        company = self.width_of(detail.row.company or _ADD["company"], -1, 500) + 8
        both = room - 5
        if self._narrow:
            company = min(company, max(both * 7 // 10, both - title))
            return {
                "job_title": QRect(56 + company + 5, 28, both - company, 18),
                "company": QRect(56, 28, company, 18),
            }
        title = min(title, max(both * 3 // 5, both - company))
        return {
            "job_title": QRect(56, 28, title, 18),
            "company": QRect(56 + title + 5, 28, both - title, 18),
        }

    def _paint_reach(self, painter: QPainter, detail: ProspectDetail) -> None:
        website = detail.website.removeprefix("https://").removeprefix("http://").rstrip("/")
        values = {"email": detail.email, "website": website, "phone": detail.phone, "owner": detail.row.owner}
        for slug, spot in self.spots(detail).items():
            if slug in values:
                icon = QRect(spot.left() - 20, spot.top() + 2, 15, 15)
                self._theme.paint_icon(painter, icon, _ICONS[slug], "text2" if values[slug] else "text3")
                words, ink = values[slug] or _ADD[slug], "text2" if values[slug] else "text3"
                self.text(painter, spot.adjusted(4, 0, 0, 0), words, -1, 400, ink)


class Money(Block):
    """LTV, MRR and status in three columns."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 54, parent)

    def words(self, detail: ProspectDetail) -> str:
        """The three figures, and the other LTV beside the one that is shown."""
        return money_sentence(detail)

    def _beneath(self, detail: ProspectDetail) -> tuple[str, str]:
        """What stands small under LTV and MRR: sums without a rate, and the other LTV."""
        ltv = [f"+ {whole_amount(amount)}" for amount in detail.ltv_apart]
        if detail.ltv_source == "Stripe net" and detail.ltv_by_hand is not None:
            ltv.append(tr("{amount} by hand", amount=whole_amount(detail.ltv_by_hand)))
        elif detail.ltv_source == "by hand" and detail.ltv_from_stripe is not None:
            ltv.append(tr("{amount} Stripe net", amount=whole_amount(detail.ltv_from_stripe)))
        return " · ".join(ltv), " · ".join(f"+ {whole_amount(amount)}" for amount in detail.mrr_apart)

    def show_detail(self, detail: ProspectDetail) -> None:
        """One line taller where more than one sum is known."""
        self.setFixedHeight(68 if any(self._beneath(detail)) else 54)
        super().show_detail(detail)

    def _figures(self, detail: ProspectDetail) -> tuple[tuple[str, str], ...]:
        """Caption and figure of each column."""
        return (
            (_LTV_FROM[detail.ltv_source], whole_amount(detail.ltv) or tr("none yet")),
            ("MRR", whole_amount(detail.mrr) or tr("none yet")),
            (tr("Status"), detail.row.status or tr("not set")),
        )

    def _edges(self, detail: ProspectDetail) -> list[int]:
        """Where each column begins, and the last ends: thirds, of which the status takes what the sums leave and it needs."""
        third = self.width() // 3
        beside = 2 * _PAD - 8
        spare = []
        for (caption, value), beneath in zip(self._figures(detail), self._beneath(detail), strict=False):
            lines = ((caption, -2, 400), (value, 2, 600), (beneath, -2, 400))
            spare.append(max(0, third - beside - max(self.width_of(*line) for line in lines)))
        status = self.width_of(detail.row.status or tr("not set"), 0, 600) + 6
        lacking = status + self.width_of(detail.tier_words or tr("Add tier")) + beside - third
        given = max(0, min(lacking, sum(spare)))
        first = third - (given * spare[0] // sum(spare) if given else 0)
        return [0, first, 2 * third - given, self.width()]

    def paint_detail(self, painter: QPainter, detail: ProspectDetail) -> None:
        """Caption above figure."""
        edges = self._edges(detail)
        for place, (caption, value) in enumerate(self._figures(detail)):
            x = edges[place]
            if place:
                painter.fillRect(x, 0, 1, self.height(), self._theme.color("line"))
            room = edges[place + 1] - x - 2 * _PAD + 8
            self.text(painter, QRect(x + _PAD, 8, room, 16), caption, -2, 400, "text2")
            empty = value in (tr("none yet"), tr("not set"))
            small = place == 2 or empty
            used = self.text(
                painter,
                QRect(x + _PAD, 25, room, 20),
                value,
                0 if small else 2,
                400 if empty else 600,
                "text3" if empty else "text",
            )
            if place < 2 and (beneath := self._beneath(detail)[place]):
                self.text(painter, QRect(x + _PAD, 45, room, 16), beneath, -2, 400, "text2")
            if place == 2:
                tier = QRect(x + _PAD + used + 6, 25, room - used - 6, 20)
                self.text(painter, tier, detail.tier_words or tr("Add tier"), 0, 400, "text2" if detail.tier else "text3")

    def spots(self, detail: ProspectDetail) -> Mapping[str, QRect]:
        """LTV, status and tier; MRR is Stripe's."""
        edges = self._edges(detail)
        ltv, room = (edges[place + 1] - edges[place] - 2 * _PAD + 8 for place in (0, 2))
        status = min(self.width_of(detail.row.status or tr("not set"), 0, 600) + 8, room)
        x = edges[2] + _PAD - 4
        # A customer's status follows its LTV, in one form; what is shown of others is where their application stands.
        shown = "customer_status" if detail.customer_status == CUSTOMER else "status"
        return {
            "ltv": QRect(_PAD - 4, 24, ltv + 4, 21),
            shown: QRect(x, 24, status, 21),
            "tier": QRect(x + status, 24, max(20, room - status + 8), 21),
        }
