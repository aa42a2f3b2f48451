"""A disk that fails for a while under load: the house must say so, keep what it acknowledges, and come back."""

import random
import time
from collections import Counter

import faults
from client import Client

# The house looks again every second; a writer that waits for a lock may take five.
PATIENCE = 12


def make(server, disk: faults.Disk, kinds: list[str], chance: random.Random, told: Counter[str]) -> list[str]:
    """One spell of trouble; what does not hold, a line each."""
    kind = chance.choice(kinds)
    often = chance.choice([1000, 1000, 200])
    disk.fail(kind, often, chance.randrange(2 ** 32))
    told[f"× {kind}"] += 1
    faulty = []
    # Every write fails: within a few changes the house knows.
    if often == 1000 and not wait(server, 503):
        faulty.append(f"{kind}: /readyz says {server.readiness()} although nothing can be written")
    elif often == 1000:
        told["times said on /readyz"] += 1
        faulty += readings(server, kind)
    time.sleep(chance.uniform(0.1, 0.5))
    # The worst: a kill while what failed still lies in the cache.
    if chance.random() < 0.4:
        told["killed in the midst"] += 1
        return faulty
    if not server.is_up():
        return faulty + [f"{kind}: the server ended with {server.process.returncode}"]
    disk.heal()
    if not wait(server, 200):
        return faulty + [f"{kind}: /readyz still says {server.readiness()} {PATIENCE} s after the disk was well again"]
    told["times recovered by itself"] += 1
    time.sleep(chance.uniform(0.1, 0.5))
    return faulty


def readings(server, kind: str) -> list[str]:
    """What is there can be read meanwhile, by guests and by who is signed in."""
    guest = Client(server.port)
    answers = {path: guest.get(path).status for path in ["/", "/needs/public", "/resources"]}
    guest.hang_up()
    return [f"{kind}: {path} answers {status}" for path, status in answers.items() if status != 200]


def wait(server, status: int) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if server.readiness()[0] == status:
            return True
        time.sleep(0.02)
    return False
