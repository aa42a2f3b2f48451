"""Needs accepted durably over HTTP, beside what SQLite itself reaches with the same rows."""

import json
import re
import shutil
import subprocess
import time
from pathlib import Path

import data
import load
from report import Report
from server import Server

SECONDS = 10
COMMITS = "linli_database_commits_total"
WORDS = load.FOLDER / "words.txt"
# The rows that SQLite writes again: enough to be steady, few enough to be read into memory.
AGAIN = 20_000


def measure(report: Report, linli: Path, floor: Path, community: Path, work: Path):
    report.head("Needs accepted durably over HTTP, 64 clients, each report from an address of its own")
    before = data.copy(community, work / "reports-before")
    places = data.places(community, work / "places.txt")
    size = 0.0
    for name, contact in [("without a name", False), ("with name and telephone", True)]:
        folder = data.copy(before, work / "reports")
        observed = accept(report, linli, folder, places, name, contact)
        if not contact:
            size = observed
            again(report, floor, before, folder, work / "floor.sqlite", max(1, round(size)))
    syncs(report, linli, data.copy(before, work / "reports"), places)
    shutil.rmtree(work / "reports")


def accept(report: Report, linli: Path, folder: Path, places: Path, name: str, contact: bool) -> float:
    """One run; answers how many needs one commit held."""
    with Server(linli, folder) as server:
        check(server, places)
        load.say(server, 1, WORDS, places, 0, contact)
        had, counters = data.needs(folder), server.metrics()
        run = load.say(server, SECONDS, WORDS, places, 1 << 22, contact)
        after = server.metrics()
        accepted = data.needs(folder) - had
        commits = after[COMMITS] - counters[COMMITS]
        memory = server.memory("VmHWM")
    each = run.cpu * 1e6 / accepted
    report.tell(f"{name}: needs", accepted / run.seconds, "rate")
    report.tell(f"{name}: CPU of the server for each", each, "us", limit=400)
    report.tell(f"{name}: needs to a commit", accepted / commits, limit=8, least=True)
    report.tell(f"{name}: reports refused or failed", run.failures, limit=0)
    report.tell(f"{name}: memory of the server at its highest", memory, "MB", limit=200e6)
    whole(folder, had, accepted)
    return accepted / commits


def check(server, places: Path):
    """One report must be taken and its number told, else the load measures refusals."""
    place = places.read_text().split()[0]
    body = json.dumps({"words": "楼道灯坏了", "place": place, "for": "mine"}).encode()
    headers = {"Content-Type": "application/json", "Accept": "application/json", "X-Forwarded-For": "10.255.255.1"}
    status, _, text = server.request("POST", "/say", body, headers)
    if status != 201 or not json.loads(text).get("number"):
        raise SystemExit(f"POST /say answers {status}: {text[:300]!r}")


def whole(folder: Path, had: int, accepted: int):
    """Every accepted need has its history, its row of the record and its search words."""
    last = "(SELECT MAX(number) FROM need) - ?"
    for name, table, column in [
        ("history", "need_event", "need"), ("record", "record", "object"), ("words", "word_document", "object"),
    ]:
        query = (f"SELECT COUNT(DISTINCT n.id) FROM need n JOIN {table} t ON t.community = n.community"
                 f" AND t.{column} = n.id WHERE n.number > {last}")
        found = data.scalar(folder, query, accepted)
        if found < accepted:
            raise SystemExit(f"{accepted} needs were accepted, {found} have their {name}")


def again(report: Report, floor: Path, before: Path, after: Path, copy: Path, size: int):
    """The same rows by SQLite alone, in groups of the size that the server reached."""
    for ending in ("", "-wal", "-shm"):
        Path(f"{copy}{ending}").unlink(missing_ok=True)
    data.settle(after)
    shutil.copyfile(before / data.DATABASE, copy)
    done = subprocess.run(
        [str(floor), str(after / data.DATABASE), str(copy), str(size), str(AGAIN)],
        capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise SystemExit(f"floor: {done.stderr}")
    said = json.loads(done.stdout)
    report.note(
        f"SQLite alone: synchronous = {said['synchronous']} (FULL) read back, {said['needs']} needs in groups of {size}")
    report.tell("SQLite alone, the same rows: needs", said["needs_per_second"], "rate")
    report.tell("SQLite alone, the same rows: CPU for each", said["cpu_us"], "us")
    for ending in ("", "-wal", "-shm"):
        Path(f"{copy}{ending}").unlink(missing_ok=True)


def syncs(report: Report, linli: Path, folder: Path, places: Path):
    """A short pass under strace: what the disk was really asked for, checkpoints with it."""
    if not shutil.which("strace"):
        report.note("strace is not installed: syncs are told by the commits alone")
        return
    told = folder / "strace.txt"
    prefix = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=fdatasync,fsync", "-e", "signal=none"]
    prefix += ["-o", str(told)]
    with Server(linli, folder, prefix) as server:
        load.say(server, 1, WORDS, places, 0)
        had, calls, counters = data.needs(folder), count(told), server.metrics()
        load.say(server, 4, WORDS, places, 1 << 22)
        time.sleep(0.2)
        accepted, calls = data.needs(folder) - had, count(told) - calls
        commits = server.metrics()[COMMITS] - counters[COMMITS]
    report.tell("counted by strace: needs to a disk sync", accepted / max(1, calls), limit=8, least=True)
    # With synchronous = NORMAL only a checkpoint would sync: far fewer than one for each commit.
    report.tell(
        "counted by strace: disk syncs to a commit (synchronous = FULL)", calls / commits, "ratio",
        limit=0.99, least=True)


def count(told: Path) -> int:
    return len(re.findall(r"\b(?:fdatasync|fsync)\(", told.read_text(errors="replace")))
