"""Linli in a real browser: every page in every look, and the journeys of its people.

Starts a demo community of its own on a free port of loopback, or tests the one at --address.
The last line is `N passed, N failed`; the exit code is 1 where anything failed.
"""

import argparse
import os
import sys
import time
from pathlib import Path

import matrix
import journeys
from crew import run_all
from demo import Demo, Site

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    options = read_options()
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    if options.address:
        failures, count = test(Site(options.address.rstrip("/"), options.linli), options, out)
    else:
        with Demo(Path(options.linli), out) as demo:
            failures, count = test(demo.site, options, out)
        failures += demo.complaints
        count += 1
    for failure in failures:
        print(f"FAILED {failure}")
    print(f"in {time.monotonic() - begun:.0f} s; logs and pictures of failures are in {os.path.relpath(out)}")
    print(f"{count - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--linli", default=os.environ.get("LINLI_BINARY", str(ROOT / ".build/debug/linli")),
                        help="the built command [LINLI_BINARY]")
    parser.add_argument("--address", help="test the demo that already listens here")
    parser.add_argument("--only", choices=["matrix", "journeys"], help="one half of the work")
    parser.add_argument("--match", default="", help="only what has this in its name")
    parser.add_argument("--workers", type=int, default=2, help="browsers side by side")
    parser.add_argument("--out", default=str(ROOT / "Browser/out"), help="where logs and pictures go")
    parser.add_argument("--pictures", action="store_true", help="keep a picture of every page, not of failures alone")
    return parser.parse_args()


def test(site: Site, options: argparse.Namespace, out: Path) -> tuple[list[str], int]:
    """Journeys first: they are few, long, and say most."""
    checks = []
    if options.only != "matrix":
        checks += journeys.checks(site)
    if options.only != "journeys":
        checks += matrix.checks(site, options.pictures)
    checks = [check for check in checks if options.match in check.name]
    return run_all(checks, options.workers, out), len(checks)


if __name__ == "__main__":
    sys.exit(main())
