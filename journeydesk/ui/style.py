"""The one style sheet: what the palette cannot say. Widgets choose a rule by their dynamic property `kind`."""

from collections.abc import Callable


def style_sheet(c: Callable[[str], str], ring: int, moves_ms: int) -> str:
    """The sheet in the colours that `c` gives by token, with focus rings of so many pixels; what moves may take so long."""
    return "".join((_frames(c), _buttons(c, ring), _fields(c, ring), _views(c, moves_ms)))


def _frames(c: Callable[[str], str]) -> str:
    return f"""
    QWidget#rail {{ background: {c("rail")}; border-right: 1px solid {c("line")}; }}
    QWidget#topBar {{ background: {c("win")}; border-bottom: 1px solid {c("line")}; }}
    QWidget#journeyBlock {{ background: {c("base")}; border-bottom: 1px solid {c("line")}; }}
    QWidget#statusBar {{ background: {c("win")}; border-top: 1px solid {c("line")}; }}
    QWidget[kind="base"] {{ background: {c("base")}; }}
    QWidget[kind="panel"] {{ background: {c("panel")}; }}
    QWidget[kind="win"] {{ background: {c("win")}; }}
    QFrame[kind="line"] {{ background: {c("line")}; border: none; }}
    QFrame[kind="card"] {{ background: {c("base")}; border: 1px solid {c("line")}; border-radius: 6px; }}
    QLabel {{ background: transparent; }}
    QFrame[kind="field"] {{ background: {c("base")}; border: 1px solid {c("ctl")}; border-radius: 4px; }}
    QLabel[kind="tag"] {{ background: {c("sunk")}; color: {c("text2")}; border-radius: 3px; padding: 1px 6px; }}
    QLabel[kind="secondary"] {{ color: {c("text2")}; }}
    QLabel[kind="caption"] {{ color: {c("text3")}; }}
    QLabel[kind="danger"] {{ color: {c("danger")}; }}
    QLabel[kind="warn"] {{ color: {c("warn")}; }}
    QLabel[kind="ok"] {{ color: {c("ok")}; }}
    """


def _buttons(c: Callable[[str], str], ring: int) -> str:
    return f"""
    QPushButton {{ background: {c("base")}; color: {c("text")}; border: 1px solid {c("line2")}; border-radius: 4px;
        padding: 0 10px; min-height: 26px; font-weight: 500; }}
    QPushButton:hover {{ background: {c("hover")}; }}
    QPushButton:pressed {{ background: {c("sunk")}; }}
    QPushButton:focus {{ border: {ring}px solid {c("accent")}; padding: 0 {11 - ring}px; min-height: {28 - 2 * ring}px; }}
    QPushButton:disabled {{ color: {c("disabled")}; border-color: {c("line")}; background: {c("panel")}; }}
    QPushButton[kind="primary"] {{ background: {c("accent-fill")}; color: {c("on-accent")}; border-color: {c("accent-fill")}; }}
    QPushButton[kind="primary"]:hover {{ background: {c("accent-fill-hover")}; border-color: {c("accent-fill-hover")}; }}
    QPushButton[kind="primary"]:pressed {{ background: {c("accent-fill-pressed")}; border-color: {c("accent-fill-pressed")}; }}
    QPushButton[kind="primary"]:focus {{ border: {ring}px solid {c("accent")}; }}
    QPushButton[kind="primary"]:disabled {{ background: {c("panel")}; color: {c("disabled")}; border-color: {c("line")}; }}
    QPushButton[kind="danger"] {{ color: {c("danger")}; border-color: {c("danger-line")}; }}
    QPushButton[kind="danger"]:hover {{ background: {c("danger-soft")}; }}
    QPushButton[kind="danger"]:pressed {{ background: {c("danger-soft")}; border-color: {c("danger")}; }}
    QPushButton[kind="danger"]:focus {{ border: {ring}px solid {c("accent")}; }}
    QPushButton[kind="danger"]:disabled {{ color: {c("disabled")}; border-color: {c("line")}; }}
    QPushButton[kind="flat"] {{ background: transparent; border-color: transparent; color: {c("text2")}; }}
    QPushButton[kind="flat"]:hover {{ background: {c("hover")}; }}
    QPushButton[kind="flat"]:pressed {{ background: {c("sunk")}; }}
    QPushButton[kind="flat"]:focus {{ border: {ring}px solid {c("accent")}; }}
    QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent; border-radius: 3px; padding: 0 3px;
        min-height: 18px; color: {c("accent")}; }}
    QPushButton[kind="link"]:hover {{ background: {c("hover")}; }}
    QPushButton[kind="link"]:pressed {{ background: {c("sunk")}; }}
    QPushButton[kind="link"]:focus {{ border: {ring}px solid {c("accent")}; padding: 0 {4 - ring}px; min-height: {20 - 2 * ring}px; }}
    QPushButton[kind="link"]:disabled {{ color: {c("disabled")}; }}
    QPushButton[kind="choice"] {{ font-weight: 400; }}
    QPushButton[kind="choice"]:checked {{ background: {c("accent-soft")}; color: {c("accent-ink")};
        border-color: {c("accent")}; font-weight: 600; }}
    """


def _fields(c: Callable[[str], str], ring: int) -> str:
    return f"""
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox {{ background: {c("base")}; color: {c("text")};
        border: 1px solid {c("ctl")}; border-radius: 4px; padding: 0 8px;
        placeholder-text-color: {c("text3")}; selection-background-color: {c("sel")};
        selection-color: {c("text")}; }}
    QLineEdit, QComboBox, QDateEdit, QSpinBox {{ min-height: 28px; }}
    QPlainTextEdit, QTextEdit {{ padding: 4px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {{ border: {ring}px solid {c("accent")}; }}
    QLineEdit:disabled, QComboBox:disabled {{ color: {c("disabled")}; border-color: {c("line")}; background: {c("panel")}; }}
    QLineEdit[wrong="true"] {{ border-color: {c("danger")}; }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    """


def _views(c: Callable[[str], str], moves_ms: int) -> str:
    return f"""
    QAbstractItemView {{ background: {c("base")}; border: none; outline: none; }}
    QListView[kind="rail"] {{ background: {c("rail")}; }}
    QHeaderView {{ background: {c("panel")}; border: none; }}
    QHeaderView[kind="plain"]::section {{ background: {c("panel")}; color: {c("text2")}; border: none;
        border-bottom: 1px solid {c("line")}; padding-left: 12px; padding-right: 8px; }}
    QMenu {{ background: {c("base")}; border: 1px solid {c("line2")}; border-radius: 6px; padding: 4px; }}
    QMenu::item {{ padding: 5px 24px 5px 10px; border-radius: 4px; color: {c("text")}; }}
    QMenu::item:selected {{ background: {c("sel")}; }}
    QMenu::item:disabled {{ color: {c("disabled")}; }}
    QMenu::separator {{ height: 1px; background: {c("line")}; margin: 4px 0; }}
    QMenu::icon {{ padding-left: 8px; }}
    QToolTip {{ background: {c("tip")}; color: {c("on-tip")}; border: none; padding: 4px 8px; }}
    QSplitter::handle {{ background: {c("line")}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c("line2")}; border-radius: 3px; min-height: 28px; margin: 3px; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {c("line2")}; border-radius: 3px; min-width: 28px; margin: 3px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QCheckBox {{ spacing: 8px; }}
    QProgressBar {{ widget-animation-duration: {moves_ms}; background: {c("line")}; border: none; border-radius: 2px; }}
    QProgressBar::chunk {{ background: {c("accent-fill")}; border-radius: 2px; }}
    QScrollArea {{ border: none; background: transparent; }}
    QAbstractScrollArea::corner {{ border: none; background: transparent; }}
    """
