"""The language of the words on the screen, chosen at start."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kiosk.domain.languages import Language
from kiosk.resources import resource


def install(app: QCoreApplication, language: str) -> None:
    """Makes the application speak a language, and no other that it spoke before.

    Widgets take their words when they are made, so this comes before them.
    Raises ValueError for a language that there is no translation for.
    """
    language = Language(language).value
    for earlier in app.findChildren(QTranslator):
        app.removeTranslator(earlier)
        earlier.deleteLater()
    QLocale.setDefault(QLocale(language))
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", of_qt), (f"kiosk_{language}", resource("i18n"))):
        translator = QTranslator(app)
        if translator.load(name, str(folder)):
            app.installTranslator(translator)
