"""The faulty disk under the server: built here, and told what is to go wrong while the server runs."""

import mmap
import shutil
import struct
import subprocess
from pathlib import Path

SOURCE = Path(__file__).resolve().parent / "disk.c"
PLAN = struct.Struct("<9I")

# As in disk.c.
DATABASE, LOG, FOLDER, OTHER = 1, 2, 3, 4
BEFORE_WRITE, AFTER_WRITE, BEFORE_SYNC, AFTER_SYNC = 1, 2, 3, 4
KINDS = {"write fails": 1, "disk is full": 2, "short write, then full": 3, "sync fails": 4, "file is read-only": 5}
LIES = 6
MOMENTS = {
    "before a write of the log": (LOG, BEFORE_WRITE), "after a write of the log": (LOG, AFTER_WRITE),
    "before a sync of the log": (LOG, BEFORE_SYNC), "after a sync of the log": (LOG, AFTER_SYNC),
    "in a checkpoint": (DATABASE, AFTER_WRITE), "before a checkpoint's sync": (DATABASE, BEFORE_SYNC),
    "after a checkpoint's sync": (DATABASE, AFTER_SYNC),
}


def compiler() -> str:
    found = next((name for name in ("cc", "gcc", "clang") if shutil.which(name)), None)
    if not found:
        raise SystemExit("no C compiler: apt-get install gcc")
    return found


class Disk:
    """What lies between one folder and the server, with its plan."""

    # Whether it says synced and is not: a run on such a disk must fail, or the run sees nothing.
    lies = False

    def __init__(self, folder: Path, data: Path):
        self.journals = folder / "journals"
        shutil.rmtree(self.journals, ignore_errors=True)
        self.journals.mkdir()
        library, plan = folder / "disk.so", folder / "plan"
        command = [compiler(), "-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-o", library, SOURCE, "-ldl"]
        subprocess.run([str(part) for part in command], check=True)
        plan.write_bytes(bytes(PLAN.size))
        self.file = open(plan, "r+b")
        self.room = mmap.mmap(self.file.fileno(), PLAN.size)
        self.environment = {
            "LD_PRELOAD": str(library), "LINLI_CRASH_WATCH": str(data), "LINLI_CRASH_JOURNALS": str(self.journals)}
        self.planned = self.environment | {"LINLI_CRASH_PLAN": str(plan)}

    def fail(self, kind: str, per_mille: int, seed: int):
        """From now on calls fail; `heal` ends it."""
        self.set(0, KINDS[kind], per_mille, seed)

    def heal(self):
        self.set(0, LIES if self.lies else 0)

    def kill_at(self, moment: str, count: int):
        """The server kills itself at the `count`-th such moment."""
        self.set(3, *MOMENTS[moment], count)

    def disarm(self):
        self.heal()
        self.set(3, 0, 0, 0)

    def set(self, index: int, *values: int):
        for place, value in enumerate(values, index):
            struct.pack_into("<I", self.room, 4 * place, value)

    @property
    def counts(self) -> tuple[int, int, int]:
        """Writes, syncs and injected faults so far."""
        return PLAN.unpack_from(self.room)[6:]
