"""Qt's own words in Chinese: its dialogs, its menus, its buttons."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

_MISSING = {
    ("QFileDialog", "&Rename"): "重命名(&R)",
    ("QFileDialog", "&Delete"): "删除(&D)",
    ("QFileDialog", "Show &hidden files"): "显示隐藏文件(&H)",
}
"""Words that Qt's own translation leaves in English."""


class _Rest(QTranslator):
    """The words that Qt's translation lacks."""

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return _MISSING.get((context, source), "")

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def install(owner: QObject) -> bool:
    """Load Qt's Chinese words; says whether they are there."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    rest = _Rest(owner)
    QCoreApplication.installTranslator(rest)
    words = QTranslator(owner)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    loaded = words.load("qtbase_zh_CN", folder)
    if loaded:
        QCoreApplication.installTranslator(words)
    return loaded
