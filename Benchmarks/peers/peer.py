"""A program under measure beside Linli: a child of this run, watched through /proc with all its processes."""

import http.client
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent))

import load  # noqa: E402
from load import Load  # noqa: E402
from server import TICK, free_port  # noqa: E402

WORDS = load.FOLDER / "words.txt"
PATIENCE = 120
NEEDS = 10_000


class Peer:
    """Started by `command`; what is asked of it stands in `bare`, `listing`, `item` and `create`."""

    name: str
    # So many at once, and so many seconds a load: a slow program is asked by few and for long.
    clients, seconds = 16, 3
    headers: dict[str, str] = {}
    # The least that the server answers.
    bare: str
    listing: str
    item: str
    create: str

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def command(self, port: int) -> list[str]:
        raise NotImplementedError

    def environment(self) -> dict[str, str]:
        return dict(os.environ)

    def form(self) -> str:
        """The body of a creation; `%s` stands for its words, percent-encoded."""
        raise NotImplementedError

    def count(self) -> int:
        """How many needs the database holds."""
        raise NotImplementedError

    def __enter__(self):
        self.port = free_port()
        self.log = open(self.folder / "peer.log", "wb")
        self.process = subprocess.Popen(
            self.command(self.port), stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT,
            start_new_session=True, env=self.environment(), cwd=FOLDER)
        try:
            self.wait_until_ready()
            self.sign_in()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def sign_in(self):
        """Whoever asks is known from here on; nothing where the program knows nobody."""

    def wait_until_ready(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise SystemExit(f"{self.name} ended with {self.process.returncode}:\n{self.tail()}")
            try:
                if self.request("GET", self.bare)[0] < 400:
                    return
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"{self.name} was not ready within {PATIENCE} s:\n{self.tail()}")

    def tail(self) -> str:
        return (self.folder / "peer.log").read_text(errors="replace")[-2000:]

    def request(self, method: str, path: str, body: bytes | None = None, headers: dict = {}):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, {**self.headers, **headers})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def processes(self) -> list[int]:
        """Every process of the session that this run gave the program."""
        found = []
        for entry in os.listdir("/proc"):
            if not entry.isdigit():
                continue
            try:
                fields = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
            except OSError:  # ended while we looked
                continue
            if int(fields[3]) == self.process.pid:
                found.append(int(entry))
        return found

    def cpu_seconds(self) -> float:
        """User and system time of all its processes, those that it waited for included."""
        total = 0
        for process in self.processes():
            try:
                fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            except OSError:  # its time is with its parent's now
                continue
            total += sum(int(field) for field in fields[11:15])
        return total / TICK

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        self.log.close()

    def get(self, path: str) -> Load:
        return self.wrk([f"http://127.0.0.1:{self.port}{path}"])

    def post(self, round: int) -> Load:
        """Creates needs for a while; what was answered well must be there afterwards."""
        had = self.count()
        script = ["-s", str(FOLDER / "load/create.lua"), f"http://127.0.0.1:{self.port}", "--"]
        run = self.wrk([*script, self.create, self.form(), str(WORDS), str(round)])
        found = self.count() - had
        if found < run.requests or not found:
            raise SystemExit(f"{self.name} answered {run.requests} creations, {found} are there:\n{self.tail()}")
        return run

    def wrk(self, arguments: list[str]) -> Load:
        headers = [part for pair in self.headers.items() for part in ("-H", ": ".join(pair))]
        run = load.run(
            self, ["--connections", str(self.clients), "--timeout", "60s", *headers, *arguments], self.seconds)
        if run.failures:
            raise SystemExit(f"{self.name} failed {run.failures} times under load:\n{self.tail()}")
        return run


def words() -> list[str]:
    return WORDS.read_text().splitlines()
