#!/usr/bin/env python3
"""The city of 700 communities and a million needs: how long it takes to tell, and seven pages under a steady load.

Exit status 1 where a limit is broken. With `--postgres` the same rows are moved to the PostgreSQL at
`LINLI_POSTGRES` (`tools/with-postgres`) and the same pages measured there, its own processor time counted in.
"""

import argparse
import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import data
import load
import steady
from report import Report, machine
from server import ASSETS, Server, cpu_of_family

RATE = 200
SECONDS = 60
TOWNS = 60
MOST_MS, MOST_MEMORY = 50, 600e6
MOST_MINUTES, MOST_BYTES = 30, 20e9
SLOWER = 1.3
PAGES = ["front page", "needs list", "need page", "report a need", "search", "resources", "city view"]
WORDS = ["楼道灯", "电梯", "挂号", "车位", "漏水", "垃圾", "陪诊", "作业", "低保", "下水"]


def main() -> int:
    options = read_options()
    linli, folder = Path(options.linli).resolve(), Path(options.data).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.umask(0o077)
    report = Report()
    city = filled(report, linli, folder / "city")
    report.head(f"Seven pages in turn over {TOWNS} communities, {RATE} requests a second for {options.seconds} s")
    with Server(linli, city) as server:
        quiet(server)
        look(report, [server], asked(server, city, options.seconds), "")
    village = data.community(linli, folder / "village", size="small")
    compare(report, linli, city, village)
    if options.postgres:
        on_postgres(report, linli, city, options)
    report.write(Path(options.out).resolve())
    for line in report.broken:
        print(f"BROKEN {line.name}: {line.cells[0]}, limit {line.cells[1]}")
    return 1 if report.broken else 0


def filled(report: Report, linli: Path, folder: Path) -> Path:
    """The city as the demo tells it; kept until its directory is removed, for it takes a quarter of an hour."""
    mark = folder / "filled-by"
    if not mark.exists():
        shutil.rmtree(folder, ignore_errors=True)
        begun, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [str(linli), "demo", "--data", str(folder), "--size", "city", "--fill-only", "--log", "error",
             "--assets", str(ASSETS)], check=True, timeout=7200, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        mark.write_text(json.dumps({
            "seconds": time.monotonic() - begun, "memory": after.ru_maxrss * 1024,
            "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime}))
    told = json.loads(mark.read_text())
    data.settle(folder)
    report.head("The city, told by the house's own actions")
    report.tell("needs", data.needs(folder), limit=1_000_000, least=True)
    report.tell("communities", data.scalar(folder, "SELECT COUNT(*) FROM place WHERE kind = 'community'"))
    for table in ["need_event", "link", "resource_use", "record", "place"]:
        report.tell(f"rows of {table}", data.scalar(folder, f"SELECT COUNT(*) FROM {table}"))
    report.tell("minutes to tell it", told["seconds"] / 60, limit=MOST_MINUTES)
    report.tell("minutes of processor", told["cpu"] / 60)
    report.tell("memory at the highest", told["memory"], "MB")
    report.tell("size of the file, in bytes", (folder / data.DATABASE).stat().st_size, limit=MOST_BYTES)
    return folder


def towns(city: Path) -> list[str]:
    """The doors of some communities: the largest, the smallest, and others by lot."""
    database = sqlite3.connect(f"file:{city / data.DATABASE}?mode=ro", uri=True)
    rows = database.execute(
        "SELECT l.slug FROM locality l JOIN need n ON n.community = l.community WHERE l.is_home = 0"
        " GROUP BY l.slug ORDER BY COUNT(*) DESC, l.slug").fetchall()
    database.close()
    slugs = [slug for (slug,) in rows]
    return [slugs[0], slugs[-1], *random.Random(7).sample(slugs[1:-1], TOWNS - 2)]


def enter(server, door: str, role: str) -> str:
    """The cookie of somebody of that role at that door."""
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    status, answer, text = server.request(
        "POST", f"{door}/demo/sign-in", json.dumps({"role": role}).encode(), headers)
    cookie = (answer.get("Set-Cookie") or "").split(";")[0]
    if status not in (200, 201) or not cookie:
        raise SystemExit(f"{door}/demo/sign-in as {role} answers {status}: {text[:300]!r}")
    return cookie


def asked(server, city: Path, seconds: int) -> list[steady.Asked]:
    """The seven pages in turn, each time at another community's door."""
    lot, doors = random.Random(11), []
    for slug in towns(city):
        door = f"/~{slug}"
        worker = enter(server, door, "social-worker")
        rows = json.loads(server.get(f"{door}/needs.json?view=all", {"Cookie": worker})[2])["rows"]
        doors.append((door, worker, [row["number"] for row in rows]))
    head = enter(server, "", "city")
    every = []
    for turn in range(RATE * seconds // len(PAGES)):
        for page in PAGES:
            door, worker, numbers = lot.choice(doors)
            every.append(one(page, door, worker, head, numbers, turn, lot))
    return every


def one(page: str, door: str, worker: str, head: str, numbers: list[int], turn: int, lot) -> steady.Asked:
    match page:
        case "front page": return steady.get(page, f"{door}/")
        case "needs list": return steady.get(page, f"{door}/needs", worker)
        case "need page": return steady.get(page, f"{door}/needs/X-{lot.choice(numbers)}", worker)
        case "search": return steady.get(page, f"{door}/needs?view=all&q={quoted(lot.choice(WORDS))}", worker)
        case "resources": return steady.get(page, f"{door}/resources")
        case "city view": return steady.get(page, "/city", head)
        case _:
            words = {"words": f"{lot.choice(WORDS)}又不好了，第{turn}回说", "place": "b1", "for": "mine"}
            headers = {
                "Accept": "application/json", "Content-Type": "application/json",
                "X-Forwarded-For": f"10.{turn >> 16 & 255}.{turn >> 8 & 255}.{turn & 255}"}
            body = json.dumps(words, ensure_ascii=False).encode()
            return steady.Asked(page, steady.wire("POST", f"{door}/say", body, headers=headers))


def quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def quiet(server, patience: float = 240):
    """Waits while jobs go through what half a year has left for them (late needs are told a thousand at a time)."""
    end, calm = time.monotonic() + patience, 0
    while calm < 12 and time.monotonic() < end:
        before = server.cpu_seconds()
        time.sleep(1)
        calm = calm + 1 if server.cpu_seconds() - before < 0.05 else 0


def look(report: Report, servers: list, every: list[steady.Asked], where: str, others=lambda: 0.0):
    ports = [server.port for server in servers]
    steady.run(ports, every[:RATE * 2], RATE)
    before = sum(server.cpu_seconds() for server in servers) + others()
    seen = steady.run(ports, every[RATE * 2:], RATE)
    cpu = sum(server.cpu_seconds() for server in servers) + others() - before
    for page in PAGES:
        report.tell(f"{page}{where}: median, ms", seen.percentile(page, 0.5))
        report.tell(f"{page}{where}: 99 of 100 within, ms", seen.percentile(page, 0.99), limit=MOST_MS)
        report.tell(f"{page}{where}: answers that failed", seen.failures.get(page, 0), limit=0)
    report.tell(f"processor for each request{where}, of all pages", cpu * 1e6 / (len(every) - RATE * 2), "us")
    memory = sum(server.memory("VmHWM") for server in servers)
    report.tell(f"memory at the highest{where}", memory, "MB", limit=MOST_MEMORY)


def compare(report: Report, linli: Path, city: Path, village: Path):
    """The same community alone and among 700: what a page costs must not grow with the others."""
    report.head("Processor a request: the demo community among 700, beside the same alone")
    with Server(linli, village) as alone, Server(linli, city) as among:
        quiet(alone)
        quiet(among)
        workers = [enter(server, "", "social-worker") for server in (alone, among)]
        number = json.loads(alone.get("/needs.json", {"Cookie": workers[0]})[2])["rows"][5]["number"]
        # A guest's page is kept whole; a cookie has it made.
        look_at = {
            "front page": ("/", None), "needs list": ("/needs", 1), "need page": (f"/needs/X-{number}", 1),
            "search": (f"/needs?q={quoted(WORDS[0])}", 1), "resources": ("/resources", None)}
        for page, (path, signed) in look_at.items():
            costs = []
            for server, worker in zip((alone, among), workers):
                cookie = worker if signed else "theme=light"
                load.get(server, path, 1, cookie)
                costs.append(load.get(server, path, 3, cookie).cpu_us)
            report.tell(f"{page}: alone", costs[0], "us")
            report.tell(f"{page}: among 700, times dearer", costs[1] / costs[0], "ratio", limit=SLOWER)


def on_postgres(report: Report, linli: Path, city: Path, options):
    address = os.environ.get("LINLI_POSTGRES")
    if not address:
        raise SystemExit("--postgres needs LINLI_POSTGRES: run it through tools/with-postgres")
    report.head("The same rows on PostgreSQL, its own processor time counted in")
    begun = time.monotonic()
    subprocess.run(
        [str(linli), "move", "--from", str(city / data.DATABASE), "--to", address, "--data", str(city)],
        check=True, timeout=7200)
    report.tell("minutes to move it, proved equal", (time.monotonic() - begun) / 60)
    postmaster = int((Path(os.environ["LINLI_POSTGRES_FOLDER"]) / "data/postmaster.pid").read_text().split()[0])
    with Server(linli, city, further=["--database", address]) as server:
        quiet(server)
        every = asked(server, city, options.seconds)
        look(report, [server], every, " on PostgreSQL", lambda: cpu_of_family(postmaster))


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--linli", default="../.build/release/linli", help="the command, built for service")
    parser.add_argument("--data", default="/tmp/linli-bench", help="where the filled city lies; outside the sources")
    parser.add_argument("--out", default="/tmp/linli-bench/city.json", help="the file of results")
    parser.add_argument("--seconds", type=int, default=SECONDS, help="how long the steady load lasts")
    parser.add_argument("--postgres", action="store_true", help="also on the PostgreSQL at LINLI_POSTGRES")
    return parser.parse_args()


if __name__ == "__main__":
    print(f"{machine()['cores']} cores, load {machine()['load_before']:.1f} before, commit {machine()['commit']}")
    sys.exit(main())
