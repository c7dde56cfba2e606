"""The language of the window: chosen on this computer, else the system's; fixed before anything with texts is imported.

Texts are `journeydesk.domain.words`; their translations are `resources/translations/journeydesk_<code>.qm`, made from the `.ts` beside
them by Qt's lrelease.
"""

import json
import logging
import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from journeydesk import config
from journeydesk.domain.words import Language, speak
from journeydesk.services.workspace.preferences import FILE, Preferences
from journeydesk.services.workspace.speaking import OFFERED, VARIABLE, chosen_language

_log = logging.getLogger(__name__)
CONTEXT = "Journeydesk"
"""The one context of all texts; `meaning` tells apart what is written alike."""

LANGUAGES: Mapping[str, QLocale.Language] = {
    "en": QLocale.Language.English,
    "de": QLocale.Language.German,
    "es": QLocale.Language.Spanish,
}
"""By the code that the setting and `JOURNEYDESK_LANGUAGE` take."""


def system_language(system: QLocale) -> str:
    """The first of the system's languages that is offered; English where none is."""
    codes = (name.partition("-")[0] for name in system.uiLanguages())
    return next((code for code in codes if code in OFFERED.values()), "en")


def language_at_start(environment: Mapping[str, str] = os.environ) -> str:
    """The code of the language that this process is to have: the variable, else the choice, else the system's."""
    asked = environment.get(VARIABLE, "")
    if asked not in LANGUAGES:
        asked = chosen_language(Preferences(config.paths(environment).workspace / FILE))
    return asked if asked in LANGUAGES else system_language(QLocale.system())


def speak_at_start() -> None:
    """Takes up this process's language. Before the import of any module with texts in constants."""
    take_up(language_at_start())


def take_up(code: str) -> None:
    """Texts, figures and dates in a language. A system of the same language keeps its country's marks."""
    system = QLocale.system()
    here = system if system.language() in (LANGUAGES[code], QLocale.Language.C) else QLocale(LANGUAGES[code])
    if code == "en":
        QLocale.setDefault(here)
        speak(None)
        return
    QLocale.setDefault(QLocale(LANGUAGES[code]) if here.language() == QLocale.Language.C else here)
    try:
        speak(read_language(code, config.resources() / "translations"))
    except OSError as problem:
        _log.warning("The texts of the language are missing: %s", problem)
        speak(None)


def read_language(code: str, folder: Path) -> Language:
    """A language from its `.qm`. Raises FileNotFoundError where the installation lacks it."""
    translator = QTranslator()
    file = folder / f"journeydesk_{code}.qm"
    if not translator.load(str(file)):
        raise FileNotFoundError(file)
    noted = json.loads((folder / "noted.json").read_text(encoding="utf-8"))

    def text(words: str, meaning: str) -> str:
        return str(translator.translate(CONTEXT, words, meaning or None) or "")

    def digits(number: float, decimals: int) -> str:
        return QLocale().toString(float(number), "f", decimals)

    return Language(code, text, digits, tuple(noted))


def speak_to_qt(application: QCoreApplication) -> None:
    """Qt's own words, of its file dialogs and the menus of its fields, in the language of the window."""
    if QLocale().language() == QLocale.Language.English:
        return
    translator = QTranslator(application)
    if translator.load(QLocale(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
