"""PDF files that LibreOffice and the program itself make of twenty reports, and the text copied out of them.

Each is exact, doubted, refused, or wrong.

Run with `uv run python -m benchmarks.office_pdfs`; needs `soffice`, `pdftotext` and `pdfunite`. A figure that differs
from the report's without a doubt about it or its table is wrong, and the exit status is 1.
"""

import html
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from decimal import Decimal
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import cli
from export.content import Heading, Note, NumberTable, Paragraph, Signature, Title, blocks
from importers.clipboard import from_clipboard
from importers.read import read, read_document
from importers.reading import Reading
from model.drafts.draft import Draft, dumps
from model.files.problems import FileProblem
from model.form import forms
from model.form.form import Table, Value
from model.report.report import TEXT_IDS, Agency, Report, Texts
from model.structs import Struct, field

FORM = forms.newest()
FEES = "disclosure.fees.amount"
MODES = {"-layout": ["-layout"], "-raw": ["-raw"], "default": []}
AGENCIES = (
    "云岭市石桥区民政局",
    "沧源县青禾镇人民政府",
    "海澜市市场监督管理局",
    "榆关县自然资源局",
    "栖霞市北河街道办事处",
)
_BOX = re.compile(rb"/MediaBox ?\[ ?0 0 ([0-9.]+) ([0-9.]+) ?\]")


class Case(Struct, frozen=True):
    """One file.

    Attributes:
        name: what is particular about it.
        style: further CSS.
        most: how large figures are.
        lead: so many short lines stand before part three, so that pages end elsewhere.
        rules: tables have lines.
        turned: pages are shown turned by so many degrees.
        second: another report follows in the same file.
        running_head: stands above every page, with page numbers below.
    """

    name: str
    style: str = ""
    most: int = 9
    lead: int = 0
    rules: bool = True
    turned: int = 0
    second: bool = False
    running_head: str = ""
    reports: list[Report] = field(default_factory=list)


CASES = (
    Case("plain"),
    Case("large figures", most=4000),
    Case("all zeros", most=0),
    Case("small type", "body{font-size:9pt}", most=60),
    Case("large type", "body{font-size:15pt} td{font-size:12pt}"),
    Case("landscape", "@page{size:29.7cm 21cm}"),
    Case("narrow margins", "@page{margin:1cm}", most=500),
    Case("wide margins", "@page{margin:4cm}"),
    Case("turned 90", turned=90),
    Case("turned 270", turned=270, most=300),
    Case("no rules", rules=False),
    Case("no rules, small figures", "td{font-size:9pt}", rules=False, most=2),
    Case("no rules, landscape", "@page{size:29.7cm 21cm}", rules=False, most=90),
    Case("no rules, break in table three", rules=False, lead=14),
    Case("break in table three", lead=6),
    Case("break in table three, later", lead=18, most=80),
    Case("break in table three, head and foot", lead=12, running_head="政务公开资料汇编"),
    Case("two reports", second=True),
    Case("two reports, no rules", second=True, rules=False),
    Case("centred cells, line height", "td{text-align:center} p{line-height:200%}", most=1200),
)


def made(seed: int, most: int) -> Report:
    """An invented agency's report, its balances in order."""
    random = Random(seed)
    name = AGENCIES[seed % len(AGENCIES)]
    numbers: dict[str, Value] = {
        cell: random.choice((0, 0, random.randint(0, most))) for cell in FORM.typed if cell != FEES
    }
    report = Report(2024, Agency(name, "", "department", "county"), numbers=numbers, text=texts(name), form=FORM)
    for balance in FORM.balances:
        (received, carried_in), (concluded, carried_out) = balance.left, balance.right
        if received in numbers:
            total = int(report.value(concluded) or 0) + numbers[carried_out]
            numbers[carried_in] = min(numbers[carried_in], total)
            numbers[received] = total - numbers[carried_in]
    numbers[FEES] = random.choice((Decimal(0), Decimal(35), Decimal(8634)))
    return Report(2024, report.agency, numbers=numbers, text=report.text, form=FORM)


def texts(name: str) -> Texts:
    """Ordinary prose of several lines a paragraph."""
    return Texts(
        preamble=f"依照《中华人民共和国政府信息公开条例》第五十条，{name}编制了这份报告，分为六个部分。所列数据的统计期限"
        "自2024年1月1日起至2024年12月31日止。如对报告有疑问，请与办公室联系（地址：建设路88号，邮编：671000）。",
        overview="本机关围绕群众关心的事项推进公开工作，现将有关情况报告如下。\n（一）主动公开。通过门户网站公开各类信息"
        "312条，其中政策解读6篇，回应关切4次；在政务新媒体上发布消息128条，阅读量比上年增加两成以上。\n（二）平台建设。"
        "网站栏目由34个整合为27个，查阅点设在一楼大厅，配备电脑和打印机供群众使用，由专人值守并逐日登记。",
        problems="一是少数业务股室主动公开的意识不强，信息更新不够及时，解读的形式较为单一，图解和视频偏少。\n二是培训的"
        "次数不多。下一步按季度通报各股室的公开情况，结果纳入年度考核，并与政务服务大厅一起制作便民图解。",
        other_matters="本机关全年未收取政府信息公开信息处理费。除上述内容外，没有需要另行报告的事项。",
    )


def page(case: Case, report: Report) -> str:
    """The report as a web page that LibreOffice lays out."""
    border = 'border="1" cellspacing="0" cellpadding="3"' if case.rules else 'border="0" cellpadding="4"'
    head = f'<div title="header"><p>{case.running_head}</p></div>' if case.running_head else ""
    lines = "".join(f"<p>{_line(block, border, case.lead)}</p>" for block in blocks(report))
    return f'<html><head><meta charset="utf-8"><style>{case.style}</style></head><body>{head}{lines}</body></html>'


def _line(block: object, border: str, lead: int) -> str:
    match block:
        case Title(lines) | Signature(lines):
            return "<br>".join(map(html.escape, lines))
        case Heading(text) | Note(text) | Paragraph(text):
            return html.escape(text)
        case NumberTable():
            before = "<br>" * lead if block.table.shape == "list" else ""
            return f"{before}<table width='100%' {border}>{_rows(block.table, block)}</table>"
    raise AssertionError(block)


def _rows(table: Table, block: NumberTable) -> str:
    rows = []
    for row, line in enumerate(table.grid):
        cells = [cell for column, cell in enumerate(line) if (cell.row, cell.column) == (row, column)]
        rows.append("".join(_cell(table, cell.id or "", cell.label, block, row, cell.column) for cell in cells))
    return "".join(f"<tr>{cells}</tr>" for cells in rows)


def _cell(table: Table, cell_id: str, label: str, block: NumberTable, row: int, column: int) -> str:  # noqa: PLR0913, PLR0917
    cell = table.grid[row][column]
    down = sum(line[column] is cell for line in table.grid)
    across = sum(each is cell for each in table.grid[row])
    words = html.escape(block.values.get(cell_id, label))
    return f"<td rowspan={down} colspan={across}>{words}</td>"


def convert(sources: list[Path], folder: Path) -> None:
    """All pages as PDF files, by one run of LibreOffice."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    filters = ["--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder)]
    command = ["soffice", profile, "--headless", *filters, *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)


def turn(path: Path, degrees: int) -> None:
    """Have all pages shown turned, in as many bytes as before."""

    def turned(found: re.Match[bytes]) -> bytes:
        sizes = b" ".join(b"%d" % round(float(size)) for size in found.groups())
        return (b"/MediaBox[0 0 %b]/Rotate %d" % (sizes, degrees)).ljust(len(found.group()))

    data = path.read_bytes()
    shown = _BOX.sub(turned, data)
    if len(shown) != len(data) or b"/Rotate" not in shown:
        raise AssertionError(path)
    path.write_bytes(shown)


def make(folder: Path) -> Iterator[tuple[Case, Path]]:
    """The twenty files, with the reports that they hold."""
    sources = []
    for number, case in enumerate(CASES):
        for part in range(1 + case.second):
            case.reports.append(made(number + 31 * part, case.most))
            sources.append(folder / f"{number:02}_{part}.html")
            sources[-1].write_text(page(case, case.reports[-1]), "utf-8")
    convert(sources, folder)
    for number, case in enumerate(CASES):
        parts = [folder / f"{number:02}_{part}.pdf" for part in range(len(case.reports))]
        yield case, finished(case, parts, folder / f"{number:02}.pdf")


def own(case: Case, folder: Path) -> Path:
    """The reports of a case as the program exports them, in one file, turned as the case is."""
    paths = [folder / f"own_{part}.pdf" for part in range(len(case.reports))]
    for report, path in zip(case.reports, paths, strict=True):
        draft = path.with_suffix(".nianbao")
        draft.write_bytes(dumps(Draft(report)))
        with redirect_stdout(StringIO()):
            if cli.main(["export", str(draft), "-o", str(path), "--force"]) != 0:
                raise AssertionError(case.name)
    return finished(case, paths, folder / "own.pdf")


def finished(case: Case, paths: list[Path], target: Path) -> Path:
    """The files of a case as one, turned as the case is."""
    for path in paths if case.turned else ():
        turn(path, case.turned)
    subprocess.run(["pdfunite", *map(str, paths), str(target)], check=True)
    return target


def judge(reading: Reading, report: Report) -> str:
    """Exact; doubted where all that differs is doubted; wrong where something is not."""
    places = {doubt.place for doubt in reading.doubts}
    tables = {place.partition(".")[0] for place in places}
    cells = [cell for cell in FORM.typed if reading.numbers.get(cell) != report.value(cell)]
    wrong = [cell for cell in cells if cell not in places and cell.partition(".")[0] not in tables]
    parts = [text for text in TEXT_IDS if _bare(reading.text[text]) != _bare(report.text[text])]
    wrong += [text for text in parts if not places & {text, "lines", *(table.id for table in FORM.tables)}]
    if wrong:
        return f"wrong: {', '.join(wrong[:5])}"
    return f"doubted: {len(cells)} figures, {len(parts)} texts" if cells or parts else "exact"


def _bare(text: str) -> str:
    return "".join(text.split())


def main() -> int:
    """Print what became of each file and of each copy of its text."""
    tally: Counter[str] = Counter()
    with TemporaryDirectory() as name:
        for case, path in make(Path(name)):
            for maker, file in (("office", path), ("own", own(case, Path(name)))):
                for way in ("pdf", *MODES):
                    found = outcome(file, way, case.reports[0])
                    tally[f"{maker} {'pdf' if way == 'pdf' else 'text'} {found.partition(':')[0]}"] += 1
                    if found != "exact":
                        print(f"{maker}, {case.name}, {way}: {found}")
    print(", ".join(f"{what} {count}" for what, count in sorted(tally.items())))
    return any(what.endswith("wrong") for what in tally)


def outcome(path: Path, way: str, report: Report) -> str:
    """What became of a file, or of the text copied out of it in one of the three ways."""
    try:
        return judge(_reading(path, way), report)
    except FileProblem as problem:
        return f"refused: {problem.reason}"


def _reading(path: Path, way: str) -> Reading:
    if way == "pdf":
        return read(path)
    text = subprocess.run(["pdftotext", *MODES[way], str(path), "-"], check=True, capture_output=True).stdout
    return read_document(from_clipboard(None, text.decode()), "剪贴板")


if __name__ == "__main__":
    sys.exit(main())
