"""Request Tracker 5 from Debian on SQLite, behind Starman: its own list of tickets, ticket and creation."""

import os
import sqlite3
import subprocess
import time
import urllib.parse
from pathlib import Path

from peer import FOLDER, NEEDS, Peer, WORDS

SETUP = "/usr/sbin/rt-setup-database-5"
SERVER = "/usr/share/request-tracker5/libexec/rt-server"
NEWEST = urllib.parse.urlencode(
    {"Query": "Queue='General'", "Rows": 20, "OrderBy": "id", "Order": "DESC"})

SETTINGS = """Set($rtname, 'peer.example');
Set($Organization, 'peer.example');
Set($WebDomain, '127.0.0.1');
Set($WebPort, {port});
Set($WebPath, '');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '{folder}/rt.sqlite');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
$RT::MasonDataDir = '{folder}/mason';
$RT::MasonSessionDir = '{folder}/session';
1;
"""


class RequestTracker(Peer):
    name = "Request Tracker"
    clients, seconds = 2, 12
    bare = "/static/images/favicon.png"
    listing = f"/Search/Results.html?{NEWEST}"
    item = "/Ticket/Display.html?id=5000"
    create = "/Ticket/Create.html"

    def command(self, port: int) -> list[str]:
        self.settle(port)
        # Two workers, as many as processors; they live as long as the run.
        return ["perl", SERVER, "--server", "Starman", "--host", "127.0.0.1", "--port", str(port),
                "--workers", "2", "--max-requests", "1000000"]

    def environment(self) -> dict[str, str]:
        return {**os.environ, "RT_SITE_CONFIG": str(self.folder / "RT_SiteConfig.pm"),
                "RT_SITE_CONFIG_DIR": str(self.folder / "conf.d")}

    def settle(self, port: int):
        """Its settings, and once a database of 10,000 tickets made through its own interface."""
        for name in ["mason", "session", "conf.d"]:
            (self.folder / name).mkdir(exist_ok=True)
        (self.folder / "RT_SiteConfig.pm").write_text(SETTINGS.format(port=port, folder=self.folder))
        self.headers = {"Referer": f"http://127.0.0.1:{port}/"}
        mark = self.folder / "filled"
        if mark.exists():
            return
        (self.folder / "rt.sqlite").unlink(missing_ok=True)
        begun = time.monotonic()
        self.do([SETUP, "--action", "init", "--dba", "root", "--dba-password", ""])
        self.do(["perl", str(FOLDER / "fill-tickets.pl"), str(NEEDS), str(WORDS)])
        mark.touch()
        print(f"filled {self.name}: {self.count():,} tickets in {time.monotonic() - begun:.0f} s", flush=True)

    def do(self, command: list[str]):
        done = subprocess.run(command, env=self.environment(), capture_output=True, text=True, timeout=1800)
        if done.returncode != 0:
            raise SystemExit(f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:]}")

    def sign_in(self):
        body = urllib.parse.urlencode({"user": "root", "pass": "password"}).encode()
        status, headers, _ = self.request(
            "POST", "/NoAuth/Login.html", body, {"Content-Type": "application/x-www-form-urlencoded"})
        cookie = (headers.get("Set-Cookie") or "").split(";")[0]
        if status >= 400 or not cookie:
            raise SystemExit(f"signing in at {self.name} answers {status}")
        self.headers = {**self.headers, "Cookie": cookie}
        page = self.request("GET", self.listing)[2].decode()
        if page.count("/Ticket/Display.html?id=") < 20:
            raise SystemExit(f"the list of {self.name} has no twenty rows")

    def form(self) -> str:
        return "id=new&Queue=1&Status=new&Subject=%s&Content=%s&SubmitTicket=Create&Requestors="

    def count(self) -> int:
        return scalar(self.folder / "rt.sqlite", "SELECT COUNT(*) FROM Tickets")


def scalar(path: Path, query: str) -> int:
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)
    try:
        return database.execute(query).fetchone()[0]
    finally:
        database.close()
