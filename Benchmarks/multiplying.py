"""The register of one community again and again, as that of others: the same rows under another community's
identifier, their places below a node of their own, their words behind the other community's mark."""

import sqlite3
import time
from pathlib import Path

import data

TABLES = ["person", "residence", "household", "person_fact", "group_member", "subject_key", "dwelling", "place"]


def people(source: Path, to: Path, most: int) -> Path:
    """A copy of a filled directory with so many people at least, in communities of equal size."""
    mark, stamp = to / "multiplied-by", (source / "brought-by").read_text()
    if mark.exists() and mark.read_text() == stamp:
        return to
    begun = time.monotonic()
    data.copy(source, to)
    database = sqlite3.connect(to / data.DATABASE, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA cache_size = -400000")
    count = multiply(database, most)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    mark.write_text(stamp)
    print(f"multiplied to {count:,} people in {time.monotonic() - begun:.0f} s", flush=True)
    return to


def multiply(database: sqlite3.Connection, most: int) -> int:
    home = database.execute("SELECT community FROM locality WHERE is_home = 1").fetchone()[0]
    count = database.execute("SELECT COUNT(*) FROM person WHERE community = ?", (home,)).fetchone()[0]
    copies = -(-most // count)
    indexes = database.execute(
        f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN"
        f" ({', '.join('?' * len(TABLES))})", TABLES).fetchall()
    database.execute("BEGIN")
    for name, _ in indexes:
        database.execute(f"DROP INDEX {name}")
    for copy in range(1, copies):
        another = bytes(home[:8]) + (int.from_bytes(home[8:]) ^ copy * 0x9E3779B1).to_bytes(8)
        for table in TABLES:
            repeat(database, table, home, another, copy)
        repeat_words(database, home, another)
    for _, text in indexes:
        database.execute(text)
    database.execute("COMMIT")
    return database.execute("SELECT COUNT(*) FROM person").fetchone()[0]


def repeat(database: sqlite3.Connection, table: str, home: bytes, another: bytes, copy: int):
    """Writes a table's rows of the home community once more for another one."""
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    above = database.execute("SELECT path, tree FROM place WHERE id = ?", (home,)).fetchone()
    number = 1000 + copy
    # The node's own number is the last of its path: /1/1/1/1/ becomes /1/1/1/1001/, /a1/a1/a1/a1/ .../d1001/.
    fronts = {"path": above[0][:above[0][:-1].rindex("/")] + f"/{number}/",
              "tree": above[1][:above[1][:-1].rindex("/")] + f"/d{number}/"}
    lengths = {"path": len(above[0]), "tree": len(above[1])}
    picked, values = [], []
    for column in columns:
        if column == "community" or (table == "place" and column == "id"):
            picked.append("CASE WHEN {0} = ? THEN ? ELSE {0} END".format(column))
            values += [home, another]
        elif column in fronts and table in ("place", "household"):
            picked.append(f"? || substr({column}, ?)")
            values += [fronts[column], lengths[column] + 1]
        else:
            picked.append(column)
    database.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(picked)} FROM {table}"
        f" WHERE community = ?", (*values, home))


def repeat_words(database: sqlite3.Connection, home: bytes, another: bytes):
    """Positions follow those there are; each word carries its community's mark in front."""
    last = database.execute("SELECT MAX(position) FROM word_document").fetchone()[0]
    first = database.execute(
        "SELECT MIN(position) FROM word_document WHERE community = ? AND kind = 'person'", (home,)).fetchone()[0]
    shift = last - first + 1
    database.execute(
        "INSERT INTO word_document (position, community, kind, object) SELECT position + ?, ?, kind, object"
        " FROM word_document WHERE community = ? AND kind = 'person'", (shift, another, home))
    old, new = front(home), front(another)
    database.execute(
        "INSERT INTO word_index (rowid, words) SELECT w.rowid + ?, substr(replace(' ' || w.words, ?, ?), 2)"
        " FROM word_document d JOIN word_index w ON w.rowid = d.position"
        " WHERE d.community = ? AND d.kind = 'person'", (shift, " " + old, " " + new, home))


def front(community: bytes) -> str:
    """What stands in front of every word of a community's people (`WordFront`)."""
    mixed = int.from_bytes(community[8:])
    kind = 0
    for byte in b"person":
        kind = (kind * 31 + byte) % 2**64
    number = ((mixed ^ kind) * 0x9E3779B97F4A7C15) % 2**64 >> 33
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return "z" + (digits or "0")
