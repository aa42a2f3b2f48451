"""The smallest honest page in Django and in Flask, behind gunicorn, on a SQLite file of 10,000 needs."""

import os
import sqlite3
import sys
from pathlib import Path

from peer import NEEDS, Peer, words
from request_tracker import scalar

SCHEMA = """
CREATE TABLE need (
  number INTEGER PRIMARY KEY, words TEXT NOT NULL, sort TEXT NOT NULL, grid TEXT NOT NULL, state TEXT NOT NULL,
  made TEXT NOT NULL);
CREATE TABLE step (
  id INTEGER PRIMARY KEY, need_id INTEGER NOT NULL REFERENCES need (number), state TEXT NOT NULL, made TEXT NOT NULL);
CREATE INDEX step_need ON step (need_id);
"""
SORTS = ["楼道与电梯", "停车", "养老", "环境", "邻里"]
STATES = ["提出", "接办", "办理中", "已办结"]


class PythonPeer(Peer):
    bare, listing, item, create = "/hello", "/needs", "/needs/5000", "/needs/new"
    module: str

    def command(self, port: int) -> list[str]:
        self.fill()
        return [str(Path(sys.executable).parent / "gunicorn"), "--workers", "2", "--bind", f"127.0.0.1:{port}",
                "--log-level", "error", f"{self.module}:application"]

    def environment(self) -> dict[str, str]:
        return {**os.environ, "PEER_DATABASE": str(self.path)}

    @property
    def path(self) -> Path:
        return self.folder / "needs.sqlite"

    def fill(self):
        """As Linli keeps its own: a write-ahead log; the connections sync at every commit."""
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)
        said = words()
        with sqlite3.connect(self.path) as database:
            database.execute("PRAGMA journal_mode = WAL")
            database.executescript(SCHEMA)
            database.executemany(
                "INSERT INTO need VALUES (?, ?, ?, ?, ?, '2026-03-02 09:30')",
                ((n, said[n % len(said)] % n, SORTS[n % 5], f"{n % 27 + 1} 网格", STATES[n % 4])
                 for n in range(1, NEEDS + 1)))
            database.executemany(
                "INSERT INTO step (need_id, state, made) VALUES (?, ?, '2026-03-02 09:30')",
                ((n, state) for n in range(1, NEEDS + 1) for state in STATES[:2]))
        database.close()

    def form(self) -> str:
        return "words=%s&grid=3"

    def count(self) -> int:
        return scalar(self.path, "SELECT COUNT(*) FROM need JOIN step ON need_id = number AND step.id = "
                                 "(SELECT MIN(id) FROM step WHERE need_id = number)")


class Django(PythonPeer):
    name, module = "Django", "django_needs"
    # A cookie and a header that agree, as its protection against forged forms wants them.
    headers = {"Cookie": f"csrftoken={'x' * 32}", "X-CSRFToken": "x" * 32}


class Flask(PythonPeer):
    name, module = "Flask", "flask_needs"
