"""A power cut: what was written and never synced is lost, all of it, some of it, or torn in the middle of a page.

Reads the journals that disk.c keeps. A disk may persist unsynced sectors in any order, so each sector stays or goes by
itself; only the writes of one sector keep their order.
"""

import random
import struct
from dataclasses import dataclass, field
from pathlib import Path

WRITE, TRUNCATE, SYNCED, SYNC_FAILED = 1, 2, 3, 4
HEAD = struct.Struct("<IIQQQ")
PAGE = 4096
MANNERS = ["all lost", "a part kept in order", "sectors by chance", "nearly all kept"]


@dataclass
class Change:
    """One write or truncation that no sync has made durable, with what stood there before."""

    kind: int
    offset: int
    length: int
    size: int
    before: bytes
    # Its sync failed: the kernel holds its pages for clean, and no later sync saves those not written again.
    is_doomed: bool = False
    saved: set[int] = field(default_factory=set)

    def pages(self) -> range:
        return range(self.offset // PAGE, (self.offset + max(self.length, 1) - 1) // PAGE + 1)


def power(data: Path, journals: Path, chance: random.Random) -> dict[str, int]:
    """Cuts the power below `data`; tells how many unsynced changes each file had."""
    told = {}
    for journal in sorted(journals.glob("*.undo")):
        name = journal.name.removesuffix(".undo")
        file = data / name.replace(",", "/")
        changes = unsynced(journal.read_bytes())
        if changes and file.exists():
            told[name] = len(changes)
            file.write_bytes(after_cut(file.read_bytes(), changes, chance))
    for names in sorted(journals.glob("*.names")) + sorted(journals.glob(".names")):
        for name in sorted(set(names.read_text().split())):
            # A name whose folder was not synced may be gone with its file.
            if chance.random() < 0.5:
                (data / name.replace(",", "/")).unlink(missing_ok=True)
                told[f"{name} by name"] = 1
    forget(journals)
    return told


def forget(journals: Path):
    """The machine starts anew with what the disk holds."""
    for journal in journals.iterdir():
        journal.unlink()


def unsynced(records: bytes) -> list[Change]:
    """What a cut now may take back, in the order of writing."""
    pending: list[Change] = []
    at = 0
    # A kill may tear the last record; what it was to precede was not written then.
    while at + HEAD.size <= len(records):
        kind, count, offset, length, size = HEAD.unpack_from(records, at)
        at += HEAD.size
        if at + count > len(records):
            break
        if kind == SYNC_FAILED:
            for change in pending:
                change.is_doomed = True
        elif kind == SYNCED:
            pending = still_doomed(pending)
        else:
            pending.append(Change(kind, offset, length, size, records[at : at + count]))
        at += count
    return pending


def still_doomed(pending: list[Change]) -> list[Change]:
    """After a sync: pages written since the failed one are safe, whole pages, with all that was in the cache."""
    saved = {page for change in pending if not change.is_doomed for page in change.pages()}
    doomed = [change for change in pending if change.is_doomed]
    for change in doomed:
        change.saved |= saved
    return [change for change in doomed if not change.saved.issuperset(change.pages())]


def after_cut(content: bytes, changes: list[Change], chance: random.Random) -> bytes:
    """The file as the disk has it after the cut."""
    manner = chance.choice(MANNERS)
    if manner == "sectors by chance" and any(change.kind == TRUNCATE for change in changes):
        manner = "a part kept in order"
    sector = chance.choice([512, 4096])
    kept = {"all lost": -1, "nearly all kept": max(0, len(changes) - 1)}.get(manner, chance.randrange(len(changes) + 1))
    last: dict[int, int] = {}

    def stays(index: int, place: int) -> bool:
        if manner == "sectors by chance":
            # Of the writes of one sector the first few reached the disk.
            return index < last.setdefault(place, chance.randrange(len(changes) + 1))
        if index == kept:
            return chance.random() < 0.5
        return index < kept

    return undone(bytearray(content), changes, sector, stays)


def undone(content: bytearray, changes: list[Change], sector: int, stays) -> bytes:
    size = len(content)
    for index in range(len(changes) - 1, -1, -1):
        change = changes[index]
        if change.kind == TRUNCATE:
            if not stays(index, -1):
                content[change.offset :] = change.before
                size = change.size
            continue
        is_lost_whole = True
        for start in range(change.offset // sector * sector, change.offset + change.length, sector):
            first, end = max(start, change.offset), min(start + sector, change.offset + change.length)
            if first // PAGE in change.saved or stays(index, start // sector):
                is_lost_whole = False
                continue
            before = change.before[first - change.offset : end - change.offset]
            content[first:end] = before.ljust(end - first, b"\0")
        if is_lost_whole and change.offset + change.length >= size:
            size = max(change.size, 0)
    return bytes(content[:size])
