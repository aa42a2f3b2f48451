"""Bounded loads by wrk: 64 connections from one thread, a few seconds, on loopback."""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

CLIENTS = 64
FOLDER = Path(__file__).resolve().parent / "load"


@dataclass
class Load:
    """What one run saw: requests answered well, others, seconds, and the server's processor time."""

    requests: int = 0
    failures: int = 0
    seconds: float = 0
    cpu: float = 0

    @property
    def rate(self) -> float:
        return self.requests / self.seconds if self.seconds else 0

    @property
    def cpu_us(self) -> float:
        """Processor time of the server for each request, in microseconds."""
        return self.cpu * 1e6 / self.requests if self.requests else 0

    def __add__(self, other: "Load") -> "Load":
        return Load(*(a + b for a, b in zip(vars(self).values(), vars(other).values())))


def get(server, path: str, seconds: int, cookie: str = "") -> Load:
    """Asks for one address again and again."""
    headers = ["-H", "Accept: text/html", "-H", "Accept-Language: zh-CN"]
    if cookie:
        headers += ["-H", f"Cookie: {cookie}"]
    return run(server, [*headers, f"http://127.0.0.1:{server.port}{path}"], seconds)


def anew(server, path: str, seconds: int, least: int, most: int) -> Load:
    """Asks for one list from another number on each time, between the two."""
    script = ["-s", str(FOLDER / "anew.lua"), f"http://127.0.0.1:{server.port}", "--"]
    return run(server, [*script, path, str(least), str(most)], seconds)


def say(server, seconds: int, words: Path, places: Path, first: int, contact: bool = False) -> Load:
    """Reports needs, each from another address; `first` keeps the addresses of two runs apart."""
    script = ["-s", str(FOLDER / "say.lua"), f"http://127.0.0.1:{server.port}", "--"]
    environment = {**os.environ, "LINLI_BENCH_CONTACT": "1" if contact else "0"}
    return run(server, [*script, str(words), str(places), str(first)], seconds, environment)


def run(server, arguments: list[str], seconds: int, environment: dict | None = None) -> Load:
    command = ["wrk", "--threads", "1", "--connections", str(CLIENTS), "--duration", f"{seconds}s"]
    before = server.cpu_seconds()
    done = subprocess.run(
        [*command, *arguments], capture_output=True, text=True, timeout=seconds + 30, env=environment)
    cpu = server.cpu_seconds() - before
    if done.returncode != 0:
        raise SystemExit(f"wrk ended with {done.returncode}: {done.stderr or done.stdout}")
    total = re.search(r"(\d+) requests in ([\d.]+)(ms|s|m)", done.stdout)
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", done.stdout)
    sockets = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", done.stdout)
    if not total:
        raise SystemExit(f"wrk said nothing that can be read: {done.stdout}")
    failures = (int(bad.group(1)) if bad else 0) + (sum(map(int, sockets.groups())) if sockets else 0)
    unit = {"ms": 0.001, "s": 1, "m": 60}[total.group(3)]
    requests = int(total.group(1)) - (int(bad.group(1)) if bad else 0)
    return Load(requests, failures, float(total.group(2)) * unit, cpu)
