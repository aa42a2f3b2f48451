"""A register of 50,000 invented people brought into a community where nobody is."""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import people
from report import Report
from server import ASSETS, Server

ROWS = 50_000


def measure(report: Report, linli: Path, folder: Path):
    report.head(f"The register: {ROWS:,} people out of an XLSX into an empty community")
    file, home = folder / f"people-{ROWS}.xlsx", folder / "nobody"
    if not file.exists():
        people.sheet(people.people(ROWS), file)
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    # The first start founds the community.
    with Server(linli, home):
        pass
    begun = time.monotonic()
    child = subprocess.Popen(
        [str(linli), "import", "people", str(file), "--data", str(home), "--log", "error",
         "--assets", str(ASSETS)],
        stdout=subprocess.PIPE, text=True)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - begun
    if child.returncode or "adopted" not in said:
        raise SystemExit(f"the import ended with {child.returncode}:\n{said[-2000:]}")
    report.tell("read, looked through and adopted", seconds, "seconds", limit=30)
    report.tell("processor time of it", usage.ru_utime + usage.ru_stime, "seconds")
    held = re.search(r"held the writer longer than (\d+) ms", said)
    report.tell("longest that others waited for the writer, in ms", int(held.group(1)), limit=100)
    report.tell("memory at its highest", usage.ru_maxrss * 1024, "MB", limit=300e6)
