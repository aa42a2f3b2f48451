"""Memory, start and page weight."""

import re
import statistics
import time
from html.parser import HTMLParser
from pathlib import Path

import load
from pages import FACES, sign_in
from report import Report
from server import Server

STARTS = 5
# Drawings of all buildings of the community, in their heaviest state.
MAPS = [("/map", None), ("/map?load=elders", "station-head"), ("/grids/1", "station-head")]


def measure(report: Report, linli: Path, community: Path):
    report.head("Memory, start and weight, on 10,000 needs")
    starts = []
    for _ in range(STARTS):
        with Server(linli, community) as server:
            starts.append(server.start_seconds)
    report.tell(
        f"start on existing data to /readyz, median of {STARTS}", statistics.median(starts), "seconds", limit=1)
    with Server(linli, community) as server:
        time.sleep(3)
        report.tell("memory at rest", server.memory("VmRSS"), "MB", limit=64e6)
        weigh(report, server)
        for face in FACES:
            load.get(server, face.path, 4, sign_in(server, face.role))
        report.tell("memory under load, at its highest", server.memory("VmHWM"), "MB", limit=200e6)


class Linked(HTMLParser):
    """What a browser fetches for a page before it shows it."""

    def __init__(self):
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "link" and re.search(r"stylesheet|icon|preload", found.get("rel", "")):
            self.add(found.get("href"))
        if tag in ("script", "img", "source", "iframe"):
            self.add(found.get("src"))

    def add(self, address):
        if address and not address.startswith("data:") and address not in self.addresses:
            self.addresses.append(address)


def weigh(report: Report, server):
    """The heaviest of the pages that people open first, and of those with a map, with all that each links to."""
    weights = []
    for path, role in [("/", None), ("/say", None), *((face.path, face.role) for face in FACES), *MAPS]:
        _, _, body = server.get(path, {"Accept": "text/html", "Cookie": sign_in(server, role)})
        page = Linked()
        page.feed(body.decode())
        linked = [server.get(address) for address in page.addresses]
        if any(status != 200 for status, _, _ in linked):
            raise SystemExit(f"{path} links to what is not there: {page.addresses}")
        weights.append((len(body) + sum(len(part[2]) for part in linked), 1 + len(linked), path))
    heaviest = max(weights)
    report.tell(f"weight of the heaviest page ({heaviest[2]}) with style and script", heaviest[0], "kB", limit=100e3)
    report.tell("requests of a first view, at most", max(weight[1] for weight in weights), limit=3)
