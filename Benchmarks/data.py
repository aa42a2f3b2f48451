"""The communities under measure: 10,000 needs made through the house's own actions, and the same rows a hundredfold."""

import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

from server import ASSETS

DATABASE = "linli.sqlite"
MILLION = 1_000_000


def community(linli: Path, folder: Path, size: str = "community") -> Path:
    """A filled data directory, made once and kept until the command that filled it changes."""
    mark = folder / "filled-by"
    stamp = f"{size} {linli.stat().st_mtime_ns}"
    if mark.exists() and mark.read_text() == stamp:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    begun = time.monotonic()
    command = [linli, "demo", "--data", folder, "--size", size, "--fill-only", "--log", "error", "--assets", ASSETS]
    subprocess.run([str(part) for part in command], check=True, timeout=1800, stdout=subprocess.DEVNULL)
    mark.write_text(stamp)
    print(f"filled {size}: {needs(folder):,} needs in {time.monotonic() - begun:.0f} s", flush=True)
    return folder


def copy(source: Path, to: Path) -> Path:
    """A directory of its own, with all that lies in the write-ahead log brought into the one file."""
    settle(source)
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(source, to)
    (to / "filled-by").unlink(missing_ok=True)
    return to


def settle(folder: Path):
    with sqlite3.connect(folder / DATABASE) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def million(source: Path, to: Path) -> Path:
    """The same needs again and again, with numbers and identifiers of their own, until there are a million."""
    mark, stamp = to / "filled-by", (source / "filled-by").read_text()
    if mark.exists() and mark.read_text() == stamp:
        return to
    begun = time.monotonic()
    copy(source, to)
    database = sqlite3.connect(to / DATABASE, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA cache_size = -400000")
    multiply(database)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    mark.write_text(stamp)
    print(f"multiplied to {needs(to):,} needs in {time.monotonic() - begun:.0f} s", flush=True)
    return to


def multiply(database: sqlite3.Connection):
    """Indexes are built anew after the rows: sorting a million keys once is cheaper than placing each."""
    count, span = database.execute("SELECT COUNT(*), MAX(number) - MIN(number) + 1 FROM need").fetchone()
    copies = -(-MILLION // count)
    indexes = database.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        " AND tbl_name IN ('need', 'need_event')").fetchall()
    database.execute("BEGIN")
    for name, _ in indexes:
        database.execute(f"DROP INDEX {name}")
    database.execute("CREATE TEMP TABLE twin (old BLOB, new BLOB, step INTEGER)")
    database.execute(
        "WITH RECURSIVE steps (step) AS (SELECT 1 UNION ALL SELECT step + 1 FROM steps WHERE step + 1 < ?)"
        " INSERT INTO twin SELECT n.id, CAST(substr(n.id, 1, 8) || randomblob(8) AS BLOB), s.step FROM steps s, need n"
        " ORDER BY s.step, n.number", (copies,))
    repeat(database, "need", "id", {"number": "t.number + w.step * ?"}, (span,))
    repeat(database, "need_event", "need", {}, (), "AND t.number = 1")
    for name in ["needs.%"]:
        database.execute("UPDATE figure SET number = number * ? WHERE name LIKE ?", (copies, name))
    database.execute("UPDATE serial SET last = (SELECT MAX(number) FROM need) WHERE kind = 'need'")
    for _, text in indexes:
        database.execute(text)
    database.execute("COMMIT")


def repeat(database, table: str, key: str, changed: dict[str, str], values: tuple, narrowed: str = ""):
    """Writes a table's rows once more for each twin of the need that they belong to."""
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    picked = ["w.new" if column == key else changed.get(column, f"t.{column}") for column in columns]
    database.execute(f"CREATE INDEX temp_{table} ON {table} ({key})")
    database.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(picked)} FROM twin w"
        f" CROSS JOIN {table} t INDEXED BY temp_{table} ON t.{key} = w.old {narrowed} ORDER BY w.rowid", values)
    database.execute(f"DROP INDEX temp_{table}")


def needs(folder: Path) -> int:
    return scalar(folder, "SELECT COUNT(*) FROM need")


def scalar(folder: Path, query: str, *values):
    database = sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True)
    try:
        return database.execute(query, values).fetchone()[0]
    finally:
        database.close()


def places(folder: Path, to: Path) -> Path:
    """The codes of buildings and stairwells, a line each, for reports to name."""
    database = sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True)
    rows = database.execute(
        "SELECT p.code FROM place p JOIN locality l ON l.community = p.community AND l.is_home = 1"
        " WHERE p.kind IN ('building', 'stairwell') AND p.closed IS NULL ORDER BY p.path").fetchall()
    database.close()
    if not rows:
        raise SystemExit("the community has no buildings to report from")
    to.write_text("\n".join(code for (code,) in rows) + "\n")
    return to
