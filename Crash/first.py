"""First starts: an empty folder is begun, and the server killed while it makes keys, file and schema."""

import random
import shutil
import time
from pathlib import Path

from engine import ENGINES
from server import Server

KILLS = 3


def starts(options, seed: str, linli: Path, folder: Path) -> list[str]:
    """What does not hold, a line each: after the kills the house must open, whole, on what is there."""
    if not ENGINES[options.engine].moments:
        return []
    chance = random.Random(f"{seed} first starts")
    faults, losses = [], 0
    for number in range(options.first_starts):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        engine = ENGINES[options.engine](folder, None)
        server = Server(linli, engine, folder / "server.log")
        for _ in range(KILLS):
            server.start()
            time.sleep(chance.uniform(0.01, 0.35))
            engine.kill(server, chance)
            losses += bool(engine.cut_power(chance))
        server.start()
        if server.wait_until_ready() is None:
            faults.append(f"first start {number}: it does not start any more; see {folder}/server.log")
        else:
            is_whole, text = server.verify()
            faults += [] if is_whole else [f"first start {number}: verify: {text[-500:]}"]
        server.kill()
        if faults:
            return faults
    print(f"first starts {options.first_starts}, each killed {KILLS} times and cut off from power,"
          f" {losses} cuts with something to lose: all open and whole", flush=True)
    return faults
