#!/usr/bin/python3
"""Three copies of Linli before two PostgreSQL, killed at random under a mixed load; nothing acknowledged may be lost.

Copies fall and come back; the server that leads falls, the other is promoted, the fallen one returns as if nothing
had happened, and is made a follower at last. Seeded, bounded, on sockets and loopback. Exit status 1 where anything
does not hold; the data are kept then.
"""

import argparse
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

import near
import server
from fall import Fall
from pair import Pair
from postgres import Postgres
from run import Run, listed
from server import Server
from wander import Wanderer

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 20


class CopiesRun(Run):
    """One growing house; copies and servers fall one after another while the load goes on."""

    player = Wanderer

    def __init__(self, options, seed: str, linli: Path, engine: Pair, folder: Path):
        super().__init__(options, seed, linli, engine, folder)
        more = [Server(linli, engine, folder / f"copy-{number}.log") for number in range(1, options.copies)]
        self.servers = [self.server, *more]
        for player in self.players:
            player.ports = [copy.port for copy in self.servers]
        self.falls: Counter[str] = Counter()
        # Seconds from the fall of the server that leads until a change is taken again.
        self.outages: list[float] = []

    def play(self) -> list[str]:
        end = time.monotonic() + self.options.minutes * 60
        events = ["copy"] * self.options.kills + ["leader"] * self.options.promotions
        self.chance.shuffle(events)
        faults = self.begin() or near.readings(self)
        self.load()
        for number, event in enumerate(events, 1):
            if faults or time.monotonic() > end:
                break
            faults = self.copy_falls() if event == "copy" else Fall(self).play()
            faults += [player.failed for player in self.players if player.failed]
            if event == "leader" and not faults:
                faults = self.rest() + self.look_through()
                print(f"{number} of {len(events)} falls\n{self.account(None)}", flush=True)
                self.load()
        faults = faults + self.rest()
        return faults + ([] if faults else self.finish(len(events) + 1)) + self.stop(bool(faults))

    def begin(self) -> list[str]:
        """Every copy up, and from now on a change counts only when both servers have it."""
        if not self.options.trusting:
            self.order("--demand")
        for copy in self.servers:
            copy.start()
        return self.all_ready()

    def order(self, *words: str) -> str:
        return self.server.tell("standby", *words)

    def load(self):
        self.round = len(self.outages) + 1
        self.threads = [player.begin(self.round) for player in self.players]

    def rest(self) -> list[str]:
        """The load stands still: each client has its last answer, or none."""
        for player in self.players:
            player.end()
        for thread in self.threads:
            thread.join(90)
        stuck = sum(thread.is_alive() for thread in self.threads)
        for player in self.players:
            player.hang_up()
        return [f"{stuck} clients hang"] if stuck else []

    def copy_falls(self) -> list[str]:
        time.sleep(self.chance.uniform(0.05, 0.8))
        victim = self.chance.choice(self.servers)
        victim.kill()
        self.kills["copies"] += 1
        time.sleep(self.chance.uniform(0, 0.4))
        victim.start()
        # Another may fall while this one starts, but somebody serves.
        others = [copy for copy in self.servers if copy is not victim]
        return [] if any(copy.readiness()[0] == 200 for copy in others) else self.all_ready()

    def all_ready(self) -> list[str]:
        return [fault for copy in self.servers for fault in self.says(copy, 200, "ready")]

    def says(self, copy: Server, status: int, words: str) -> list[str]:
        """What the copy must say on `/readyz` before long."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if not copy.is_up():
                # It was started while nobody led; systemd does the same.
                copy.start()
            told = copy.readiness()
            if told[0] == status and words in told[1]:
                return []
            time.sleep(0.02)
        return [f"/readyz of port {copy.port} says {told}, not {status} with `{words}`"]

    def finish(self, number: int) -> list[str]:
        faults = self.all_ready()
        if not faults:
            faults = self.resolve(number) + self.look_through()
        return faults

    def stop(self, has_failed: bool) -> list[str]:
        codes = [copy.stop() for copy in self.servers if copy.is_up()]
        return [] if has_failed else [f"a copy ended with {code} when asked to stop" for code in codes if code]

    def close(self):
        """Nothing outlives the run, however it ends."""
        for copy in self.servers:
            copy.kill()
        self.engine.close()

    def account(self, seconds: float | None) -> str:
        lines = [super().account(seconds), "the server that leads fell: " + (listed(self.falls) or "not yet")]
        if self.outages:
            ordered = sorted(self.outages)
            lines.append(f"changes taken again {ordered[len(ordered) // 2]:.1f} s after a second server stood or a"
                         f" person ordered (median), {ordered[-1]:.1f} s (longest)")
        moved = sum(deed.sent > 1 for deed in self.ledger.deeds)
        return "\n".join([*lines, f"asked more than once {moved}, of any copy"])


def main() -> int:
    options = read_options()
    os.umask(0o077)
    linli, folder = Path(options.linli).resolve(), Path(options.data).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    seed = options.seed or str(random.SystemRandom().randrange(10 ** 6))
    print(f"seed {seed}, {options.copies} copies, {options.kills} kills, {options.promotions} promotions", flush=True)
    original = Postgres.demo(linli, server.ASSETS, folder / "demo-postgres")
    run = CopiesRun(options, seed, linli, Pair(folder, original), folder)
    begun = time.monotonic()
    try:
        breaks = run.play()
    finally:
        run.close()
    print(run.account(time.monotonic() - begun))
    for line in breaks[:40]:
        print(f"✕ {line}")
    if breaks:
        print(f"{len(breaks)} breaks. make copies SEED={seed} KILLS={options.kills} PROMOTIONS={options.promotions}"
              f"   data kept in {folder}")
    return 1 if breaks else 0


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--linli", default=str(ROOT / ".build/release/linli"), help="the command, built for service")
    parser.add_argument("--data", default="/tmp/linli-copies", help="where everything lies; outside the sources")
    parser.add_argument("--seed", default="", help="of everything drawn by lot; a random one where none is given")
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--kills", type=int, default=50, help="of copies")
    parser.add_argument("--promotions", type=int, default=10, help="after the fall of the server that leads")
    parser.add_argument("--trusting", action="store_true",
                        help="no second server is demanded of the house: such a run must not hold")
    parser.add_argument("--clients", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=15, help="the run ends after so long, with what it has")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
