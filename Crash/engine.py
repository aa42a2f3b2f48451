"""The engines under the house: where their data lie, how they are read past the house, and what a kill takes along.

Another engine is one more class with the same names, in `ENGINES`. One without a faulty disk has no `moments`, a `disk`
of None, and its own way of `kill`.
"""

import random
import shutil
import sqlite3
import subprocess
from pathlib import Path

import cut
import faults
from postgres import Postgres


class SQLite:
    """The embedded engine: its process is the server's, so one kill takes both."""

    name = "sqlite"
    file = "linli.sqlite"
    Unreadable = sqlite3.Error

    # The moments of the disk at which the server may be killed, and how many of them may go by before.
    moments = {
        "before a write of the log": 3000, "after a write of the log": 3000, "before a sync of the log": 100,
        "after a sync of the log": 100, "in a checkpoint": 600, "before a checkpoint's sync": 2,
        "after a checkpoint's sync": 2,
    }

    def __init__(self, folder: Path, original: Path | None):
        self.data = folder / "run"
        shutil.rmtree(self.data, ignore_errors=True)
        if original:
            shutil.copytree(original, self.data)
        self.disk = faults.Disk(folder, self.data)

    @property
    def environment(self) -> dict[str, str]:
        """Of the server: a disk that fails by the plan."""
        return self.disk.planned

    @property
    def calm(self) -> dict[str, str]:
        """Of a command beside it: the same disk, that forgets but does not fail."""
        return self.disk.environment

    @property
    def arguments(self) -> list[str]:
        return ["--data", str(self.data)]

    def rows(self, query: str) -> list[tuple]:
        """Reads past the house, without a lock that outlives the query."""
        database = sqlite3.connect(f"file:{self.data / self.file}?mode=ro", uri=True, timeout=10)
        try:
            return database.execute(query).fetchall()
        finally:
            database.close()

    def hexed(self, column: str) -> str:
        return f"lower(hex({column}))"

    def kill(self, server, chance: random.Random) -> str:
        server.kill()
        self.disk.disarm()
        return "the server"

    def close(self):
        """Nothing of it outlives the server."""

    def cut_power(self, chance: random.Random) -> dict[str, int]:
        """After a kill: the machine fell with it, and what was not synced may be lost."""
        return cut.power(self.data, self.disk.journals, chance)

    @staticmethod
    def demo(linli: Path, assets: Path, folder: Path) -> Path:
        """The small demo community, told once and kept until the command that told it changes."""
        mark, stamp = folder.with_suffix(".told-by"), str(linli.stat().st_mtime_ns)
        if mark.exists() and mark.read_text() == stamp and folder.exists():
            return folder
        shutil.rmtree(folder, ignore_errors=True)
        command = [linli, "demo", "--data", folder, "--size", "small", "--fill-only", "--log", "error", "--assets", assets]
        subprocess.run([str(part) for part in command], check=True, timeout=600, stdout=subprocess.DEVNULL)
        with sqlite3.connect(folder / SQLite.file) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        mark.write_text(stamp)
        return folder


ENGINES = {engine.name: engine for engine in (SQLite, Postgres)}
