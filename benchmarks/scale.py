"""A country's reports on an existing engine: `dask.bag` over paths, a local cluster, Parquet, queried with DuckDB.

The program brings the function of one file (`importers.many.one_file.row`); spreading it, writing columns and asking
them is left to what others have made for that. Run with `uv run --group scale python -m benchmarks.scale 200`.
"""

import resource
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import dask.bag
import duckdb
import pyarrow as pa
from dask.distributed import Client, LocalCluster
from pyarrow import parquet

from importers import child
from importers.many.one_file import row
from model.review.row import Row
from tests.review.corpus import district

KINDS = (".docx", ".html", ".xlsx", ".docx")
TODAY = date(2025, 1, 10)
BATCH = 25
"""How many files are one task: enough to pay for its overhead, few enough to be done again when a worker is lost."""
PROVINCE, COUNTRY = 10_000, 300_000
CHECK = """
    select unit, sum(case when cell = 'applications.received.total' then value end) as received
    from read_parquet('{}/figures-*.parquet') group by unit order by received desc limit 3
"""
FINDINGS = "select check_code, count(*) from read_parquet('{}/findings-*.parquet') group by 1 order by 2 desc limit 5"


def main() -> int:
    """Print what one and two workers take for some reports, and what that would be for a province and a country."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with TemporaryDirectory() as place:
        made = district(Path(place) / "区", count, KINDS)
        paths = sorted(str(path) for path in made.folder.rglob("*") if path.is_file())
        for workers in (1, 2):
            measure(paths, Path(place) / f"columns-{workers}", workers)
    return 0


def measure(paths: list[str], columns: Path, workers: int) -> None:
    """One run with so many workers."""
    columns.mkdir()
    start = time.perf_counter()
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster),
    ):
        batches = dask.bag.from_sequence(paths, partition_size=BATCH)
        done = batches.map_partitions(batch, str(columns)).compute()
    wall, processor = time.perf_counter() - start, sum(each["seconds"] for each in done)
    files = sum(each["files"] for each in done)
    peak = max(each["memory"] for each in done)
    size = sum(path.stat().st_size for path in columns.iterdir())
    print(
        f"{workers} worker(s): {files} files, {wall:.1f} s on the wall, {processor:.1f} s of processor time, ", end=""
    )
    print(
        f"{1000 * processor / files:.0f} ms a file, {peak // 1024} MB at most in a worker, {size // 1024} KB of Parquet"
    )
    for name, many in (("province", PROVINCE), ("country", COUNTRY)):
        hours = processor / files * many / workers / 3600
        print(
            f"    a {name} of {many} reports, by proportion and not measured: {hours:.2f} h on {workers} processor(s)"
        )
    for query in (CHECK, FINDINGS):
        print("   ", duckdb.sql(query.format(columns)).fetchall())


def batch(paths: Iterable[str], columns: str) -> list[dict[str, Any]]:
    """The task: read and check some files, write their columns, and say what it took."""
    start = _processor()
    with child.kept():
        rows = [row(Path(path), TODAY) for path in paths]
    name = rows[0].digest[:16] if rows else "none"
    write(list(figures(rows)), FIGURES, Path(columns) / f"figures-{name}.parquet")
    write(list(findings(rows)), FINDINGS_HEAD, Path(columns) / f"findings-{name}.parquet")
    used = resource.getrusage(resource.RUSAGE_SELF)
    return [{"files": len(rows), "seconds": _processor() - start, "memory": used.ru_maxrss}]


def _processor() -> float:
    """What this process, and the one that reads for it, have used, in seconds."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


FIGURES = pa.schema(
    (
        *(("unit", pa.string()), ("year", pa.int16()), ("form", pa.string())),
        *(("cell", pa.string()), ("value", pa.decimal128(38, 6))),
    )
)
FINDINGS_HEAD = pa.schema(
    (
        *(("unit", pa.string()), ("year", pa.int16()), ("check_code", pa.string())),
        *(("severity", pa.string()), ("column", pa.string()), ("message", pa.string())),
    )
)


def figures(rows: Iterable[Row]) -> Iterator[tuple[Any, ...]]:
    """A line for each figure."""
    for each in rows:
        if not each.error:
            report = each.report
            for cell in report.form.cells:
                value = report.value(cell)
                yield each.agency.name, each.year, each.form, cell, None if value is None else Decimal(value)


def findings(rows: Iterable[Row]) -> Iterator[tuple[Any, ...]]:
    """A line for each finding; a file that cannot be read has one that says why."""
    for each in rows:
        if each.error:
            yield each.file, 0, "unreadable", "error", "", each.error
        for found in each.findings:
            yield each.agency.name, each.year, found.check, found.severity, found.column, found.message


def write(lines: list[tuple[Any, ...]], schema: pa.Schema, path: Path) -> None:
    """Write lines as columns."""
    arrays = [pa.array([line[at] for line in lines], field.type) for at, field in enumerate(schema)]
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), path)


if __name__ == "__main__":
    sys.exit(main())
