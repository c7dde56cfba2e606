"""Words on a window that no rep says: days in the form of files, codes of currencies, names of the code."""

import re
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from tests.ui.recorded_text import Text, texts_of

_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_CURRENCY = re.compile(r"\b(?:EUR|USD|GBP)\b")
_NAME_OF_CODE = re.compile(r"\b[a-z]+_[a-z_]+\b|\b[A-Z]{2,}_[A-Z_]+\b")
_MERGE_FIELD = re.compile(r"\{[a-z_]+(?:\|[^{}]*)?\}")
"""In a template of a mail: what stands in its place is put in when it is sent."""
_CHOSEN_BY_CODE = (QLineEdit, QComboBox, ChoiceButton)
"""Where a currency is typed or chosen, its code is what is meant."""


_SAMPLES = frozenset({"setup-mapping"})
"""Screens that show values of a base as they stand there."""


def faults_of_words(window: QWidget, screen: str, texts: Callable[[QWidget], list[Text]] = texts_of) -> list[str]:
    """A sentence for each."""
    if screen in _SAMPLES:
        return []
    return sorted({fault for widget in window.findChildren(QWidget) for fault in _faults(widget, window, texts)})


def _means_the_code(widget: QWidget) -> bool:
    """Whether it is chosen or typed there, or stands beside the currency's name."""
    return isinstance(widget, _CHOSEN_BY_CODE) or widget.objectName() == "code of a currency"


def _faults(widget: QWidget, window: QWidget, texts: Callable[[QWidget], list[Text]]) -> Iterator[str]:
    if not widget.isVisibleTo(window) or widget.visibleRegion().isEmpty():
        return
    for text in texts(widget):
        if "/" in text.words:
            # Paths and addresses are as they are.
            continue
        where = f"{type(widget).__name__} “{text.words}”"
        if _ISO_DAY.search(text.words):
            yield f"{where} writes a day as files do"
        if _CURRENCY.search(text.words) and not _means_the_code(widget):
            yield f"{where} has a currency's code for its sign"
        named = _NAME_OF_CODE.search(_MERGE_FIELD.sub("", text.words))
        if named and not named[0].startswith("JOURNEYDESK_"):
            yield f"{where} has a name of the code"
