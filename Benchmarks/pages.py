"""Lists of needs under load: the public one and the staff's ledger, beside the same server's plain text."""

import json
from dataclasses import dataclass

import data
import load
from load import Load
from report import Report

ROUNDS = 5
SECONDS = 2
PLAIN = "/healthz"


@dataclass
class Face:
    """A list page and who asks for it."""

    name: str
    path: str
    role: str | None = None
    # From how many of the newest numbers on twenty rows follow.
    reach: int = 9000


FACES = [Face("public list", "/needs/public"), Face("staff ledger", "/needs", "social-worker", reach=400)]
# What anybody opens beside the lists, and what each may cost the server's processor.
OTHERS = ["/", "/wishes", "/resources", "/lists", "/follow", "/say", "/help", "/paper", "/sign-in"]
# Those of them that are kept for guests until the next commit.
KEPT = ["/", "/resources", "/lists"]
MOST_CPU_US = 500


def measure(report: Report, small, large):
    """`small` serves 10,000 needs, `large` a million; the loads take turns, so that noise falls on all alike."""
    report.head("Lists of needs, 20 rows as HTML, 64 connections")
    cookies = {face.role: (sign_in(small, face.role), sign_in(large, face.role)) for face in FACES}
    for face in FACES:
        for server, cookie in zip((small, large), cookies[face.role]):
            check(server, face, cookie)
    plain, runs = Load(), {face.name: [Load(), Load()] for face in FACES}
    for server, path in [(small, PLAIN), (small, FACES[0].path), (large, FACES[0].path)]:
        load.get(server, path, 1)
    for _ in range(ROUNDS):
        plain += load.get(small, PLAIN, SECONDS)
        for face in FACES:
            for index, server in enumerate((small, large)):
                run = load.get(server, face.path, SECONDS, cookies[face.role][index])
                runs[face.name][index] += run
    report.tell("plain text: requests", plain.rate, "rate")
    report.tell("plain text: CPU of the server for each", plain.cpu_us, "us")
    for face in FACES:
        ten, million = runs[face.name]
        tell(report, face, plain, ten, million)
    for face in FACES:
        made_anew(report, small, face, cookies[face.role][0], plain)
    others(report, small, large)


def made_anew(report: Report, small, face: Face, cookie: str, plain: Load):
    """Rows, and for guests whole pages, are kept until the next commit; here each page is one not asked for lately."""
    last = 1000 + data.needs(small.data)
    run = load.anew(small, face.path, 3 * SECONDS, range(last - face.reach, last), cookie)
    report.tell(f"{face.name}, each page made anew: requests", run.rate, "rate")
    report.tell(f"{face.name}, each page made anew: CPU of the server for each", run.cpu_us, "us")
    report.tell(f"{face.name}, each page made anew: requests against plain text", run.rate / plain.rate, "percent")


def others(report: Report, small, large):
    """No page that anybody may open costs much more than another; the front page does not grow with the needs."""
    report.head("Other public pages as HTML: CPU of the server for each")
    for path in OTHERS:
        look(report, small, path, path)
    # Who carries a cookie, be it of the theme alone, has each page made.
    for path in KEPT:
        look(report, small, path, f"{path} made anew", "theme=light")
    look(report, large, OTHERS[0], f"{OTHERS[0]} on 1,000,000 needs, made anew", "theme=light")


def look(report: Report, server, path: str, name: str, cookie: str = ""):
    status, _, body = server.get(path, {"Accept": "text/html"})
    if status != 200:
        raise SystemExit(f"{path} answers {status}: {body[:300]!r}")
    load.get(server, path, 1, cookie)
    run = load.get(server, path, 2, cookie)
    if run.failures:
        raise SystemExit(f"{path} failed {run.failures} times under load")
    report.tell(name, run.cpu_us, "us", limit=MOST_CPU_US)


def tell(report: Report, face: Face, plain: Load, ten: Load, million: Load):
    report.tell(f"{face.name}, 10,000 needs: requests", ten.rate, "rate")
    report.tell(f"{face.name}, 10,000 needs: CPU of the server for each", ten.cpu_us, "us")
    report.tell(
        f"{face.name}, 10,000 needs: requests against plain text", ten.rate / plain.rate, "percent",
        limit=0.25, least=True)
    report.tell(f"{face.name}, 1,000,000 needs: requests", million.rate, "rate")
    report.tell(f"{face.name}, 1,000,000 needs: CPU of the server for each", million.cpu_us, "us")
    report.tell(f"{face.name}, 1,000,000 needs: times slower", ten.rate / million.rate, "ratio", limit=1.3)
    report.tell(f"{face.name}: answers that failed", ten.failures + million.failures, limit=0)


def check(server, face: Face, cookie: str):
    """A page that is refused, empty or led elsewhere is fast and says nothing: twenty rows must stand on it."""
    status, _, body = server.get(face.path, {"Accept": "text/html", "Cookie": cookie})
    if status != 200:
        raise SystemExit(f"{face.path} answers {status}: {body[:300]!r}")
    status, _, body = server.get(face.path + ".json", {"Cookie": cookie})
    rows = json.loads(body).get("rows", []) if status == 200 else []
    if len(rows) != 20:
        raise SystemExit(f"{face.path} has {len(rows)} rows, wanted 20")


def sign_in(server, role: str | None) -> str:
    """The cookie of a session, by the demo's one-click door; empty for anyone."""
    if role is None:
        return ""
    body = json.dumps({"role": role}).encode()
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    status, answer, text = server.request("POST", "/demo/sign-in", body, headers)
    cookie = (answer.get("Set-Cookie") or "").split(";")[0]
    if status not in (200, 201) or not cookie:
        raise SystemExit(f"/demo/sign-in as {role} answers {status}: {text[:300]!r}")
    return cookie
