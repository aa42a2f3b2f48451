"""The command under measure, as a child of this run: started, watched through /proc, and stopped here."""

import http.client
import os
import re
import signal
import socket
import subprocess
import time
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
PATIENCE = 60
ASSETS = Path(__file__).resolve().parent.parent / "Sources/Web/Assets"


class Server:
    """`linli serve` on a free port of loopback, before data that are already there."""

    def __init__(self, linli: Path, data: Path, prefix: list[str] = (), further: list[str] = ()):
        self.command = [*prefix, str(linli), "serve", "--data", str(data), "--log", "error", *further]
        self.data = data
        self.log_path = data / "bench.log"

    def __enter__(self) -> "Server":
        self.port = free_port()
        self.log = open(self.log_path, "wb")
        begun = time.monotonic()
        # This machine is a trusted proxy here, so that a load can come from many addresses.
        self.process = subprocess.Popen(
            [*self.command, "--port", str(self.port), "--trusted-proxies", "127.0.0.1",
             "--assets", str(ASSETS)],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            self.start_seconds = self.wait_until_ready(begun)
        except BaseException:
            self.stop()
            raise
        self.pid = self.serving_pid()
        return self

    def __exit__(self, *_):
        self.stop()

    def wait_until_ready(self, begun: float) -> float:
        """Seconds from the start of the process to the first `/readyz` that says yes."""
        while time.monotonic() < begun + PATIENCE:
            if self.process.poll() is not None:
                raise SystemExit(f"linli ended with {self.process.returncode}:\n{self.tail()}")
            try:
                if self.get("/readyz")[0] == 200:
                    return time.monotonic() - begun
            except OSError:
                time.sleep(0.002)
        raise SystemExit(f"linli was not ready within {PATIENCE} s:\n{self.tail()}")

    def tail(self) -> str:
        return self.log_path.read_text(errors="replace")[-2000:]

    def serving_pid(self) -> int:
        """The server itself, also where a tracer stands before it."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return int(children[0]) if children else self.process.pid

    def stop(self):
        """Asks our own child to end; insists after a while."""
        if self.process.poll() is None:
            target = getattr(self, "pid", self.process.pid)
            os.kill(target, signal.SIGTERM)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.kill(target, signal.SIGKILL)
                self.process.kill()
                self.process.wait()
        self.log.close()

    def request(self, method: str, path: str, body: bytes | None = None, headers: dict = {}):
        """One request: status, headers and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def get(self, path: str, headers: dict = {}):
        return self.request("GET", path, None, headers)

    def metrics(self) -> dict[str, float]:
        lines = self.get("/metrics")[2].decode().splitlines()
        pairs = [line.rpartition(" ") for line in lines if line and line[0] != "#"]
        return {name: float(value) for name, _, value in pairs}

    def cpu_seconds(self) -> float:
        """User and system time of all its threads so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self, name: str) -> int:
        """`VmRSS` now or `VmHWM` at the highest, in bytes."""
        found = re.search(rf"^{name}:\s+(\d+) kB", Path(f"/proc/{self.pid}/status").read_text(), re.M)
        return int(found.group(1)) * 1024 if found else 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def cpu_of_family(parent: int) -> float:
    """Processor seconds of a process, of its children, and of those that have ended."""
    total = 0
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    for pid in [str(parent), *children]:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except FileNotFoundError:
            continue  # It has ended meanwhile, and its parent has its time.
        total += int(fields[11]) + int(fields[12])
        if pid == str(parent):
            total += int(fields[13]) + int(fields[14])
    return total / TICK
