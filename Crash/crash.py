#!/usr/bin/python3
"""Kills Linli at random moments under a mixed load, and proves that nothing acknowledged was lost.

Everything is seeded, bounded and on loopback. Exit status 1 where anything does not hold; the data are kept then.
"""

import argparse
import os
import random
import sys
import time
from pathlib import Path

import engine
import faults
import first
import server
from run import Run

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    options = read_options()
    # What journals and ledgers hold is nobody else's, invented as it is.
    os.umask(0o077)
    linli, folder = Path(options.linli).resolve(), Path(options.data).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    seed = options.seed or str(random.SystemRandom().randrange(10 ** 6))
    print(f"seed {seed}, {options.kills} kills, {options.clients} clients, engine {options.engine}", flush=True)
    original = engine.ENGINES[options.engine].demo(
        linli, server.ASSETS, folder / f"demo-{options.engine}")
    run = Run(options, seed, linli, engine.ENGINES[options.engine](folder, original), folder)
    begun = time.monotonic()
    breaks = first.starts(options, seed, linli, folder / "first") + run.play()
    print(run.account(time.monotonic() - begun))
    for line in breaks[:40]:
        print(f"✕ {line}")
    if breaks:
        print(f"{len(breaks)} breaks. make crash SEED={seed} KILLS={options.kills}   data kept in {run.folder}")
    return 1 if breaks else 0


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--linli", default=str(ROOT / ".build/release/linli"), help="the command, built for service")
    parser.add_argument("--data", default="/tmp/linli-crash", help="where the communities lie; outside the sources")
    parser.add_argument("--engine", default="sqlite", choices=engine.ENGINES)
    parser.add_argument("--seed", default="", help="of everything drawn by lot; a random one where none is given")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--first-starts", type=int, default=10, help="how many empty folders are begun and killed")
    parser.add_argument("--cuts", type=float, default=0.5, help="how many of the kills are power cuts too")
    parser.add_argument("--troubles", type=float, default=0.4, help="how many loads meet a disk in trouble")
    parser.add_argument("--kinds", nargs="+", choices=faults.KINDS, default=list(faults.KINDS),
                        help="some kinds of trouble alone")
    parser.add_argument("--lying-disk", action="store_true",
                        help="syncs say yes and do nothing: such a run must find losses")
    parser.add_argument("--clients", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=15, help="the run ends after so long, with what it has")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
