"""Finding people of the register: 50,000 in one community, then the same community among two million.

A search never leaves its community, so two million are spread as forty communities of fifty thousand: harder for
each of them than seven hundred of three thousand. Processor time counts the whole page, written as HTML.
"""

import json
import os
import random
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import data
import multiplying
import people
from pages import sign_in
from report import Report
from server import ASSETS, Server, cpu_of_family

ROWS = 50_000
MILLIONS = 2_000_000
SEED = 5
TURNS = 60
MOST_US, MOST_US_OF_MILLIONS = 10_000, 20_000
# The first letters of the names' sounds, as somebody types them.
LETTERS = dict(zip(
    people.SURNAMES + people.GIVEN,
    "wlzlcyzhzwxshzglhgmllszxhtfydxccydxfszplsljcjdwxyy"
    "wfnxymjlqljyyyjjtmclxpggmjghyzhwbhlzyjsgyxlhsrbngfslyq"))


@dataclass
class Search:
    """What is typed into the box, and how many rows must answer at least and at most."""

    name: str
    words: list[str]
    least: int = 1
    most: int = 50


def searches() -> list[Search]:
    """Each kind by people of the file, drawn by lot."""
    file = list(people.people(ROWS, SEED, people.BESIDE_THE_DEMO))
    lot = random.Random(3)
    some = lot.sample(file, TURNS)
    adults = [row for row in some if row[3].year < 2012]
    callers = lot.sample([row for row in file if row[7]], TURNS)
    doors = [row[4] for row in some]
    return [
        Search("name", [row[0] for row in adults]),
        Search("child's name, by its keyed hash", [row[0] for row in lot.sample(
            [row for row in file if row[3].year > 2013], TURNS)]),
        Search("family name alone", sorted({row[0][0] for row in some})),
        Search("first letters", ["".join(LETTERS[sign] for sign in row[0]) for row in adults]),
        Search("one first letter", sorted({LETTERS[row[0][0]] for row in some})),
        Search("telephone", [row[7] for row in callers]),
        Search("number", [row[1] for row in some], most=1),
        Search("home", doors),
        Search("building", [door[:door.index("栋") + 1] for door in doors], least=20),
        Search("nobody's name", [row[0][::-1] + "鑫淼" for row in some], least=0, most=0),
    ]


def measure(report: Report, linli: Path, folder: Path):
    house = filled(linli, folder / "people")
    every = searches()
    with Server(linli, house) as server:
        look(report, server, every, f"{ROWS:,} people brought into one community", MOST_US)
    on_postgres(report, linli, house, every, f"{ROWS:,} people", MOST_US)
    millions = multiplying.people(house, folder / "people-millions", MILLIONS)
    with Server(linli, millions) as server:
        look(report, server, every, f"the same community among {counted(millions):,} people", MOST_US_OF_MILLIONS)
    on_postgres(report, linli, millions, every, f"{MILLIONS:,} people", MOST_US_OF_MILLIONS)


def counted(folder: Path) -> int:
    return data.scalar(folder, "SELECT COUNT(*) FROM person")


def filled(linli: Path, folder: Path) -> Path:
    """The demo community, and fifty thousand more brought into it out of a spreadsheet; kept between runs."""
    mark, stamp = folder / "brought-by", f"{linli.stat().st_mtime_ns}"
    if mark.exists() and mark.read_text() == stamp:
        return folder
    data.community(linli, folder, size="small")
    sheet = folder / "people.xlsx"
    people.sheet(people.people(ROWS, SEED, people.BESIDE_THE_DEMO), sheet)
    begun = time.monotonic()
    done = subprocess.run(
        [str(linli), "import", "people", str(sheet), "--data", str(folder), "--log", "error", "--assets", str(ASSETS)],
        capture_output=True, text=True, timeout=1800)
    if done.returncode or "adopted" not in done.stdout:
        raise SystemExit(f"the import ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    mark.write_text(stamp)
    print(f"brought {counted(folder):,} people in {time.monotonic() - begun:.0f} s", flush=True)
    return folder


def look(report: Report, server, every: list[Search], where: str, most: float, others=lambda: 0.0):
    report.head(f"Search in the register, {where}: processor time of the page")
    cookie = sign_in(server, "social-worker")
    for search in every:
        answered = [rows(server, words, cookie) for words in search.words[:3]]
        if not all(search.least <= count <= search.most for count in answered):
            raise SystemExit(f"{search.name} {search.words[:3]} finds {answered}")
        before = server.cpu_seconds() + others()
        for turn in range(TURNS):
            page(server, search.words[turn % len(search.words)], cookie)
        spent = server.cpu_seconds() + others() - before
        report.tell(search.name, spent * 1e6 / TURNS, "us", limit=most)


def rows(server, words: str, cookie: str) -> int:
    status, _, body = server.get("/register.json?q=" + quoted(words), {"Cookie": cookie})
    if status != 200:
        raise SystemExit(f"/register for {words} answers {status}: {body[:300]!r}")
    return len(json.loads(body)["rows"])


def page(server, words: str, cookie: str):
    status, _, body = server.get("/register?q=" + quoted(words), {"Cookie": cookie, "Accept": "text/html"})
    if status != 200:
        raise SystemExit(f"/register for {words} answers {status}: {body[:300]!r}")


def quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def on_postgres(report: Report, linli: Path, house: Path, every: list[Search], where: str, most: float):
    """The same rows once more where `tools/with-postgres` runs this, its own processor time counted in."""
    address = os.environ.get("LINLI_POSTGRES")
    if not address:
        return report.note(f"{where} on PostgreSQL: not measured, tools/with-postgres does not run this")
    moved = house.with_name(house.name + "-moved")
    shutil.rmtree(moved, ignore_errors=True)
    data.copy(house, moved)
    subprocess.run(
        [str(linli), "move", "--from", str(moved / data.DATABASE), "--to", address, "--data", str(moved)],
        check=True, timeout=7200, stdout=subprocess.DEVNULL)
    postmaster = int((Path(os.environ["LINLI_POSTGRES_FOLDER"]) / "data/postmaster.pid").read_text().split()[0])
    with Server(linli, moved, further=["--database", address]) as server:
        look(report, server, every, f"{where} on PostgreSQL", most, lambda: cpu_of_family(postmaster))
    shutil.rmtree(moved, ignore_errors=True)
