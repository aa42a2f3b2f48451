"""Linli beside Request Tracker, Django and Flask: processor time a request for a list of 20 of 10,000, one item, and a
durable creation. The loads take turns; each figure is the median of three. Exit status 1 where a limit is broken."""

import argparse
import json
import os
import statistics
import sys
import time
from pathlib import Path

from peer import WORDS
from python_peers import Django, Flask
from request_tracker import RequestTracker

import data
import load
import pages
from report import Report, machine
from server import Server

ROUNDS = 3
SECONDS = 3
# Linli's processor time a request is at most this part of the peer's.
LISTS = {"Request Tracker": 1000, "Django": 10, "Flask": 4}
CREATIONS = {"Request Tracker": 400}
PUBLIC, ANEW, LEDGER = "public list, kept until the next commit", "public list, each made anew", "staff's ledger"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--linli", required=True, help="the command, built for service")
    options.add_argument("--data", default="/tmp/linli-peers", help="where databases lie; outside the sources")
    options = options.parse_args()
    linli, folder = Path(options.linli).resolve(), Path(options.data).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.umask(0o077)
    about = machine()
    print(f"{about['cores']} cores, load {about['load_before']:.1f} before, commit {about['commit']}", flush=True)
    peers = [RequestTracker(folder / "request-tracker"), Django(folder / "django"), Flask(folder / "flask")]
    community = data.community(linli, folder / "community")
    runs: dict[str, dict[str, list[float]]] = {}
    for round in range(ROUNDS):
        ours(runs, linli, community, folder, round)
        for peer in peers:
            theirs(runs, peer, round)
    report = Report()
    tell(report, {name: {what: statistics.median(each) for what, each in run.items()} for name, run in runs.items()})
    floor(report, folder, community)
    report.write(folder / "results.json")
    for line in report.broken:
        print(f"BROKEN {line.name}: {line.cells[0]}, limit {line.cells[1]}")
    return 1 if report.broken else 0


def note(runs: dict, name: str, what: str, run: load.Load):
    if run.failures or not run.requests:
        raise SystemExit(f"{name}, {what}: {run.failures} failures, {run.requests} answers")
    runs.setdefault(name, {}).setdefault(what, []).append(run.cpu_us)


def ours(runs: dict, linli: Path, community: Path, folder: Path, round: int):
    copy = data.copy(community, folder / "copy")
    places = data.places(copy, folder / "places.txt")
    last = data.scalar(copy, "SELECT MAX(number) FROM need")
    with Server(linli, copy) as server:
        cookie = pages.sign_in(server, "social-worker")
        for face in pages.FACES:
            pages.check(server, face, cookie if face.role else "")
        number = json.loads(server.get("/needs.json", {"Cookie": cookie})[2])["rows"][0]["number"]
        # The page of one need carries its history, forms and the resources that fit, with their reasons.
        item = f"/needs/{number}"
        if server.get(item, {"Cookie": cookie, "Accept": "text/html"})[0] != 200:
            raise SystemExit(f"{item} does not open")
        load.get(server, item, 1, cookie)
        note(runs, "Linli", "bare", load.get(server, pages.PLAIN, SECONDS))
        note(runs, "Linli", PUBLIC, load.get(server, "/needs/public", SECONDS))
        note(runs, "Linli", ANEW, load.anew(server, "/needs/public", SECONDS, last - 9000, last))
        note(runs, "Linli", LEDGER, load.get(server, "/needs", SECONDS, cookie))
        note(runs, "Linli", "item", load.get(server, item, SECONDS, cookie))
        load.say(server, 1, WORDS, places, 0)
        note(runs, "Linli", "create", load.say(server, SECONDS, WORDS, places, 1 << 22))


def theirs(runs: dict, peer, round: int):
    with peer:
        for what in ["bare", "listing", "item"]:
            address = getattr(peer, what)
            peer.request("GET", address)
            note(runs, peer.name, what, peer.get(address))
        note(runs, peer.name, "create", peer.post(round + int(time.time()) % 1000 * 10))


def tell(report: Report, runs: dict[str, dict[str, float]]):
    report.head("Processor time a request, all processes of the program")
    for name, run in runs.items():
        for what, cpu in run.items():
            report.tell(f"{name}: {what}", cpu, "us")
    report.head("Times Linli's processor time, the same work")
    linli = runs["Linli"]
    for name in runs:
        if name == "Linli":
            continue
        for what in [PUBLIC, ANEW, LEDGER]:
            limit = {"limit": LISTS[name], "least": True} if what == (LEDGER if name == "Request Tracker" else PUBLIC) else {}
            report.tell(f"{name}'s list beside Linli's {what}", runs[name]["listing"] / linli[what], "ratio", **limit)
        report.tell(f"{name}'s item beside Linli's", runs[name]["item"] / linli["item"], "ratio")
        limit = {"limit": CREATIONS[name], "least": True} if name in CREATIONS else {}
        report.tell(f"{name}'s creation beside Linli's", runs[name]["create"] / linli["create"], "ratio", **limit)


def floor(report: Report, folder: Path, community: Path):
    """What the database alone takes for the twenty newest rows, asked from Python."""
    import sqlite3
    database = sqlite3.connect(folder / "flask" / "needs.sqlite")
    rounds = 20_000
    begun = time.process_time()
    for _ in range(rounds):
        database.execute(
            "SELECT number, words, sort, grid, state, made FROM need ORDER BY number DESC LIMIT 20").fetchall()
    cpu = (time.process_time() - begun) / rounds * 1e6
    database.close()
    report.head("SQLite alone, asked by Python")
    report.tell("twenty newest rows of 10,000", cpu, "us")


if __name__ == "__main__":
    sys.exit(main())
