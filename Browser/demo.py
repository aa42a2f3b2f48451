"""The demo community under test: a server of its own, started and stopped here."""

import json
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

# Filling the small community takes seconds when built for service, longer in a debug build on a busy machine.
PATIENCE = 240


@dataclass
class Site:
    """Where the pages are, which command serves them, and what must never reach its log."""

    address: str
    linli: str
    private: list[str] = field(default_factory=list)
    # (role, address with a place to fill) -> the example that was found.
    examples: dict[tuple[str, str], str] = field(default_factory=dict)

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:
            return answer.read().decode()

    def listed_pages(self) -> list[tuple[str, str]] | None:
        """Each page's address and right, as `linli routes --pages --json` lists them; None where it cannot."""
        command = [self.linli, "routes", "--pages", "--json"]
        try:
            listed = subprocess.run(command, capture_output=True, text=True, timeout=30)
            if listed.returncode != 0:
                return None
            return [(page["path"], page.get("right", "")) for page in json.loads(listed.stdout)]
        except (OSError, ValueError, KeyError, TypeError, subprocess.TimeoutExpired):
            return None


class Demo:
    """A demo community on a free port, in a folder that is gone afterwards."""

    def __init__(self, linli: Path, out: Path):
        self.linli = linli
        self.data = Path(tempfile.mkdtemp(prefix="linli-demo-"))
        self.port = free_port()
        self.log_path = out / "server.log"
        self.site = Site(f"http://127.0.0.1:{self.port}", str(linli))
        self.complaints: list[str] = []

    def __enter__(self) -> "Demo":
        command = [self.linli, "demo", "--port", str(self.port), "--data", str(self.data), "--size", "small"]
        self.log = open(self.log_path, "wb")
        begun = time.monotonic()
        self.process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT)
        try:
            self.wait_until_ready()
        except BaseException:
            self.process.kill()
            shutil.rmtree(self.data, ignore_errors=True)
            raise
        print(f"the demo stands at {self.site.address} after {time.monotonic() - begun:.1f} s", flush=True)
        return self

    def wait_until_ready(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise SystemExit(f"linli ended with {self.process.returncode}:\n{self.tail()}")
            try:
                self.site.get("/readyz")
                return
            except (OSError, urllib.error.URLError):
                time.sleep(0.2)
        raise SystemExit(f"linli was not ready within {PATIENCE} s:\n{self.tail()}")

    def tail(self) -> str:
        return self.log_path.read_text(errors="replace")[-2000:]

    def __exit__(self, *_):
        """Stops the server as its keeper would, and complains where it does not stop well or has talked."""
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(timeout=20)
            if code != 0:
                self.complaints.append(f"the server ended with {code} when asked to stop")
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            self.complaints.append("the server did not stop within 20 s of being asked")
        self.log.close()
        log = self.log_path.read_text(errors="replace")
        self.complaints += [f"the log has {said!r}" for said in self.site.private if said in log]
        if re.search(r"1[3-9]\d{9}(?!\d)", re.sub(r"\d{14,}", "", log)):
            self.complaints.append("the log has what looks like a phone number")
        shutil.rmtree(self.data, ignore_errors=True)
        # One check, whatever it found.
        self.complaints = ["server: " + "; ".join(self.complaints)] if self.complaints else []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
