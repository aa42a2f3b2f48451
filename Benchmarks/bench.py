"""Speed and size of Linli, as ratios and limits within one run. Exit status 1 where a limit is broken.

Everything is bounded and on loopback; every process it starts is its own child and ends with it.
"""

import argparse
import os
import sys
from pathlib import Path

import data
import importing
import pages
import reports
import searching
import size
from report import Report, machine
from server import Server

PARTS = ["size", "pages", "reports", "import", "people"]


def main() -> int:
    options = read_options()
    linli, folder = Path(options.linli).resolve(), Path(options.data).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    about = machine()
    print(f"{about['cores']} cores, load {about['load_before']:.1f} before, commit {about['commit']}", flush=True)
    os.umask(0o077)
    report = Report()
    if set(options.only) - {"import", "people"}:
        community = data.community(linli, folder / "community")
    if "size" in options.only:
        size.measure(report, linli, community)
    if "pages" in options.only:
        million = data.million(community, folder / "million")
        with Server(linli, community) as small, Server(linli, million) as large:
            pages.measure(report, small, large)
    if "reports" in options.only:
        reports.measure(report, linli, Path(options.floor).resolve(), community, folder)
    if "import" in options.only:
        importing.measure(report, linli, folder)
    if "people" in options.only:
        searching.measure(report, linli, folder)
    print("\nFour taps are counted in the browser's journey from the poster's link (`make browser`).")
    report.write(Path(options.out).resolve())
    for line in report.broken:
        print(f"BROKEN {line.name}: {line.cells[0]}, limit {line.cells[1]}")
    print(f"{len(report.lines)} figures, {len(report.broken)} limits broken; results in {options.out}")
    return 1 if report.broken else 0


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--linli", default="../.build/release/linli", help="the command, built for service")
    parser.add_argument("--floor", default=".build/release/floor", help="the floor, built for service")
    parser.add_argument("--data", default="/tmp/linli-bench", help="where filled communities lie; outside the sources")
    parser.add_argument("--out", default="/tmp/linli-bench/results.json", help="the file of results")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="some parts of it")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
