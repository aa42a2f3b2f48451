"""The command under test: started, waited for, and killed here. Every process is this run's own child."""

import http.client
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

PATIENCE = 60
ASSETS = Path(__file__).resolve().parent.parent / "Sources/Web/Assets"


class Server:
    """`linli serve` on a port of loopback before the engine's data."""

    def __init__(self, linli: Path, engine, log: Path):
        self.linli, self.engine, self.port = linli, engine, free_port()
        self.log = open(log, "ab")
        self.process: subprocess.Popen | None = None

    def start(self):
        command = [str(self.linli), "serve", *self.engine.arguments, "--port", str(self.port), "--log", "error",
                   "--trusted-proxies", "127.0.0.1", "--assets", str(ASSETS)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, start_new_session=True,
            env={**os.environ, **self.engine.environment})

    def is_up(self) -> bool:
        return self.process is not None and self.process.poll() is None

    @property
    def was_killed(self) -> bool:
        return self.process is not None and self.process.poll() == -signal.SIGKILL

    def wait_until_ready(self) -> float | None:
        """Seconds until `/readyz` says yes; None where the process ended before."""
        begun = time.monotonic()
        while time.monotonic() < begun + PATIENCE:
            if not self.is_up():
                return None
            if self.readiness()[0] == 200:
                return time.monotonic() - begun
            time.sleep(0.005)
        raise TimeoutError(f"not ready within {PATIENCE} s: {self.readiness()}")

    def readiness(self) -> tuple[int, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            line.request("GET", "/readyz")
            answer = line.getresponse()
            return answer.status, answer.read().decode()
        except (OSError, http.client.HTTPException) as error:
            return 0, str(error)
        finally:
            line.close()

    def kill(self):
        """SIGKILL: no farewell, no flush. The page cache stays, as it does when a process dies alone."""
        if self.process is not None:
            if self.process.poll() is None:
                os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self) -> int:
        os.kill(self.process.pid, signal.SIGTERM)
        try:
            return self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.kill()
            return -signal.SIGKILL

    def tell(self, command: str, *words: str) -> str:
        """What a command of the house says; it must succeed."""
        done = subprocess.run([str(self.linli), command, *words, *self.engine.arguments, "--log", "error"],
                              capture_output=True, text=True, timeout=60, check=True)
        return done.stdout

    def verify(self) -> tuple[bool, str]:
        """`linli verify`: the engine's own check, every chain, every invariant."""
        done = subprocess.run(
            [str(self.linli), "verify", *self.engine.arguments, "--log", "error"], capture_output=True, text=True,
            timeout=300, env={**os.environ, **self.engine.calm})
        return done.returncode == 0, done.stdout + done.stderr


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
