"""The engines under the house: where their data lie, how they are read past the house, and what a kill takes along."""

import shutil
import sqlite3
import subprocess
from pathlib import Path


class SQLite:
    """The embedded engine: its process is the server's, so one kill takes both."""

    name = "sqlite"
    file = "linli.sqlite"

    def __init__(self, data: Path):
        self.data = data
        self.environment: dict[str, str] = {}

    @property
    def arguments(self) -> list[str]:
        return ["--data", str(self.data)]

    def fill_from(self, original: Path):
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.copytree(original, self.data)

    def rows(self, query: str) -> list[tuple]:
        """Reads past the house, without a lock that outlives the query."""
        database = sqlite3.connect(f"file:{self.data / self.file}?mode=ro", uri=True, timeout=10)
        try:
            return database.execute(query).fetchall()
        finally:
            database.close()

    def hexed(self, column: str) -> str:
        return f"lower(hex({column}))"

    def kill_with(self, server):
        server.kill()


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
