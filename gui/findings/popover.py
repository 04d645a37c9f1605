"""A small card under the words a finding is about: what is wrong, its cure, and the answer that nothing is."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Row
from gui.controls.plain import set_tip
from gui.controls.text import SEVERITY_COLOURS, Sign, Text, severity_icon_colour
from gui.controls.text import SEVERITY_ICONS as ICONS
from gui.findings.card import WordsCard
from gui.services.words import shortened
from gui.session.bridge import Bridge
from model.checks import CHECKS, SEVERITIES, Finding
from model.form.form import CellError
from model.report.change import Place
from model.session.answers import dismissed

_WIDTH, _LONGEST = 424, 22
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)


class FindingPopover(WordsCard):
    """The card of one finding at a time."""

    go = Signal(object)
    """The `Place` of the figures in the tables that the words are about."""
    message = Signal(str)
    """Why a cure could not be made."""

    def __init__(self, bridge: Bridge, editor: QWidget, *, beside_table: bool = False) -> None:
        """Begin hidden.

        Args:
            bridge: the session.
            editor: what it lies over.
            beside_table: whether that is a table, so that there is no need to go and see its figures.
        """
        super().__init__("finding_popover", _WIDTH, editor)
        self._bridge, self._beside_table = bridge, beside_table
        self._finding: Finding | None = None
        self._sign = Sign("warning", "warn_icon", 20, filled=True)
        self._kind = Text("", 14, bold=True)
        self._words = Text("", 15, wrap=True)
        self._fix = Button("照建议改", "primary", name="popover_fix")
        self._confirm_source = Button("已核对", "secondary", name="popover_confirmed")
        self._see = Button("去看表格", "link", name="popover_see", height=32, px=14)
        self._dismiss = Button("不改，说明理由", "link", name="popover_dismiss", height=32, px=14)
        self._reason = QLineEdit()
        self._confirm = Button("确定", "primary", name="popover_confirm")
        self._usual = QWidget()
        self._usual_row = Row(self._usual, 0, 16)
        self._build()

    def explain(self, finding: Finding, words: QRect) -> None:
        """Show a finding under (or, without room there, above) the first line of its words."""
        self._finding = finding
        self._sign.set_sign(ICONS[finding.severity], severity_icon_colour(finding.severity), filled=True)
        self._kind.setText(SEVERITIES[finding.severity])
        self._words.setText(finding.message)
        self.setAccessibleName(f"{SEVERITIES[finding.severity]}，{finding.message}")
        self._ask(asking=False)
        self._colour()
        self.show_at(words)

    def take_fix(self) -> bool:
        """Make the cure that is shown; whether there was one."""
        finding = self._finding
        if finding is None or finding.fix is None or self._bridge.session.read_only:
            return False
        self.put_away()
        try:
            self._bridge.cure([finding])
        except CellError as error:
            self.message.emit(str(error))
        return True

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Colour the word for the severity again after a new style sheet has taken its colour away."""
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._colour()

    def _build(self) -> None:
        close = Button("关闭", "ghost", name="popover_close", sign="dismiss", bare=True, height=32)
        head = Row(None, 0, 8)
        head.put(self._sign, self._kind)
        head.addStretch(1)
        head.put(close)
        self._reason.setObjectName("popover_reason")
        self._reason.setAccessibleName("不改的理由")
        self._reason.setPlaceholderText("为什么不改，例如：文件名称原文如此")
        foot = Row(None, 0, 12)
        foot.put(self._fix, self._confirm_source, self._see, self._dismiss)
        foot.put(self._reason, stretch=1)
        foot.put(self._confirm)
        foot.addStretch(0)
        self.column.put(head, self._words, foot, self._usual)
        for button in (close, self._fix, self._confirm_source, self._see, self._dismiss, self._confirm):
            button.installEventFilter(self)
        close.clicked.connect(self.put_away)
        self._fix.clicked.connect(self.take_fix)
        self._see.clicked.connect(self._show_figures)
        self._confirm_source.clicked.connect(self._confirm_evidence)
        self._dismiss.clicked.connect(lambda: self._ask(asking=True))
        self._confirm.clicked.connect(lambda: self._answer(self._reason.text()))
        self._reason.returnPressed.connect(lambda: self._answer(self._reason.text()))
        self._reason.textChanged.connect(lambda words: self._confirm.setEnabled(bool(words.strip())))

    def _colour(self) -> None:
        if self._finding is not None:
            self._kind.set_color(SEVERITY_COLOURS[self._finding.severity])

    def _ask(self, *, asking: bool) -> None:
        """Ask for the reason, or offer what can be done; an error cannot be answered."""
        self._reason.setVisible(asking)
        self._confirm.setVisible(asking)
        if asking:  # before what had the keyboard is hidden
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer(offering=not asking)
        self._show_usual(shown=asking)
        self._reason.clear()
        self._confirm.setEnabled(False)
        if asking:
            self.place(self._place)

    def _offer(self, *, offering: bool) -> None:
        finding, writable = self._finding, not self._bridge.session.read_only
        if finding is None:
            return
        label = finding.fix.label if finding.fix else ""
        on_evidence = bool(finding.evidence)
        tables = dict.fromkeys(cell.partition(".")[0] for cell in finding.cells)
        self._fix.set_words(shortened(label, _LONGEST))
        self._fix.setAccessibleName(label)
        set_tip(self._fix, f"{label}（Alt+回车）")
        self._fix.setVisible(offering and bool(label) and writable)
        self._confirm_source.setVisible(offering and on_evidence and writable)
        self._see.set_words("、".join(f"去看{self._bridge.session.report.form.table(table).name}" for table in tables))
        self._see.setVisible(offering and bool(tables) and not self._beside_table)
        answerable = finding.severity != "error" and not on_evidence
        self._dismiss.setVisible(offering and answerable and writable)

    def _show_usual(self, *, shown: bool) -> None:
        """The usual reasons: pressing one is the whole answer."""
        self._usual_row.clear()
        self._usual.setVisible(shown)
        if not shown or self._finding is None:
            return
        for number, words in enumerate(CHECKS[self._finding.check].reasons[:2]):
            button = Button(words, "link", name=f"popover_reason_{number}", height=32, px=14)
            button.installEventFilter(self)
            button.clicked.connect(lambda _checked, words=words: self._answer(words))
            self._usual_row.put(button)
        self._usual_row.addStretch(1)
        self._usual.setVisible(self.has_room())

    def _show_figures(self) -> None:
        if self._finding is not None and self._finding.cells:
            cell_id = self._finding.cells[0]
            self.hide()
            self.go.emit(Place(cell_id.partition(".")[0], cell_id))

    def _confirm_evidence(self) -> None:
        if self._finding is not None:
            self._bridge.confirm(self._finding)
            self.put_away()

    def _answer(self, words: str) -> None:
        if self._finding is not None and words.strip():
            self._bridge.do(dismissed([self._finding], words.strip()))
            self.put_away()
