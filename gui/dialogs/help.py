"""The help: how a report is made in four steps, and the keys; the ways to the licences and to support."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Divider, Flowing, Row, Scroll
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme
from model.files.problems import FileProblem

_WIDTH, _HEIGHT = 600, 720
_STEPS = (
    "在“单位信息”里核对机关全称、类型、年度和联系方式；标题和引言会自动写好。",
    "填三张表：直接输数字，回车向下，Tab 向右；没有发生的填 0，可以用“全部填 0”。灰底的格由程序计算。",
    "写三段文字。右边的“校验结果”会指出哪里要改，点一下就到。",
    "到“检查与导出”看一遍，点“导出 Word”。写好的文件会读回来逐格核对。",
)
_KEYS = (
    ("F8 / Shift+F8", "下一个 / 上一个问题"),
    ("Alt+回车", "照建议改正当前的问题，或把数字改为随表更新"),
    ("Ctrl+Z / Ctrl+Y", "撤销 / 重做"),
    ("Ctrl+PgDn / Ctrl+PgUp", "下一步 / 上一步"),
    ("Ctrl+加号 / 减号 / 0", "放大 / 缩小 / 回到 100%"),
    ("F2、Delete", "修改 / 清空当前格"),
    ("Ctrl+C / Ctrl+V", "表格里成块复制、粘贴，和 Excel、WPS 互通"),
    ("Ctrl+F / Ctrl+H", "在全文里查找 / 替换；F3 下一处"),
    ("Ctrl+P", "打印报告"),
    ("Ctrl+S", "立即保存（平时会自动保存）"),
    ("F1", "这一格、这一部分的说明；在“我的年报”是这份帮助"),
)


class HelpDialog(Dialog):
    """The dialog."""

    manual_wanted = Signal()

    def __init__(self, version: str, documents: Path, data: Path, parent: QWidget | None = None) -> None:
        """Show the help of a version; the folders with drafts and data are for the diagnostics alone."""
        super().__init__(parent)
        self._version, self._documents, self._data = version, documents, data
        self.setObjectName("help_dialog")
        self.setWindowTitle("帮助")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        body = Flowing()
        column = Column(body, (24, 24, 24, 12), 10)
        column.put(Text("四步写好一份年报", 18, bold=True))
        for number, step in enumerate(_STEPS, 1):
            column.put(_numbered(number, step))
        column.put(Divider(), Text("按键", 18, bold=True))
        column.addLayout(_keys())
        column.put(Divider(), Text("改动会自动保存，关掉窗口、断电都不会丢。", color="text2", wrap=True))
        column.put(Text(f"所有内容只保存在这台电脑上，本软件不联网。年报助手 {version}", 14, color="text2", wrap=True))
        self._said = Text("", 14, color="text2", wrap=True)
        self._said.setObjectName("diagnostics_line")
        self._said.hide()
        column.put(self._said)
        column.addStretch(1)
        whole = Column(self, 0, 0)
        whole.put(Scroll(body), stretch=1)
        whole.put(self._foot())
        self.take_room(_WIDTH, _HEIGHT)

    def _foot(self) -> Row:
        foot = Row(None, (24, 12, 24, 20), 12)
        close = Button("关闭", "primary", name="help_close", height=40)
        close.setDefault(True)
        manual = Button("使用说明…", "secondary", name="show_manual", height=40)
        manual.setAutoDefault(False)
        licences = Button("许可", "link", name="show_licences")
        diagnostics = Button("保存诊断信息…", "link", name="save_diagnostics")
        foot.put(licences, diagnostics)
        foot.addStretch(1)
        foot.put(manual, close)
        manual.clicked.connect(self._show_manual)
        close.clicked.connect(self.close)
        licences.clicked.connect(self._show_licences)
        diagnostics.clicked.connect(self._save_diagnostics)
        return foot

    def _show_manual(self) -> None:
        self.close()
        self.manual_wanted.emit()

    def _show_licences(self) -> None:
        from gui.dialogs.licences import LicencesDialog  # the metadata of all parts, seldom looked at

        LicencesDialog(self).open()

    def _save_diagnostics(self) -> None:
        """Ask where to, and say what was written there, or why not."""
        from gui.services import diagnostics  # the same

        desktop = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
        usual = str(Path(desktop) / "年报助手诊断信息.zip")
        chosen, _ = QFileDialog.getSaveFileName(self, "保存诊断信息", usual, "压缩文件 (*.zip)")
        if not chosen:
            return
        try:
            diagnostics.write(Path(chosen), self._documents, self._data, self._version)
            words = f"已保存：{chosen}。里面只有版本、系统、日志和设置，没有报告的内容和文件名，可以交给技术支持。"
        except FileProblem as problem:
            words = f"没能保存：{problem.reason}"
        self._said.setText(words)
        self._said.show()


def _numbered(number: int, words: str) -> QWidget:
    line, side = QWidget(), Column(None, 0, 0)
    row = Row(line, 0, 12)
    side.put(Text(str(number), 16, bold=True, color="accent_t"))
    side.addStretch(1)
    row.put(side)
    row.put(Text(words, wrap=True), stretch=1)
    return line


def _keys() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().px(24))
    grid.setVerticalSpacing(theme().px(8))
    grid.setColumnStretch(1, 1)
    for row, (key, words) in enumerate(_KEYS):
        grid.addWidget(Text(key, 14, bold=True), row, 0)
        grid.addWidget(Text(words, 14, color="text2", wrap=True), row, 1)
    return grid
