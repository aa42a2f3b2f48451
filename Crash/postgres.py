"""PostgreSQL under the house: a cluster of its own on a socket, killed with the server, without it, or alone."""

import json
import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

BIN = Path(os.environ.get("POSTGRES_BIN", "/usr/lib/postgresql/15/bin"))
PATIENCE = 30
SETTINGS = """
listen_addresses = ''
unix_socket_directories = '{folder}'
max_connections = 100
shared_buffers = 64MB
max_locks_per_transaction = 256
"""


class Cluster:
    """The database's processes and files, below one folder that is lent to who may run them."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.url = f"postgresql:///postgres?host={folder}&user=linli"
        # PostgreSQL refuses to run as root.
        is_root = os.getuid() == 0
        self.front = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if is_root else []

    def make(self):
        self.folder.mkdir(parents=True)
        self.lend(self.folder)
        self.run("initdb", "--pgdata", "data", "--username", "linli", "--auth", "trust", "--locale", "C",
                 "--encoding", "UTF8", "--data-checksums", "--no-sync")
        with open(self.folder / "data/postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(SETTINGS.format(folder=self.folder))

    def lend(self, path: Path):
        """To who may run it."""
        if self.front:
            shutil.chown(path, "postgres")

    def copy_from(self, other: "Cluster"):
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
        subprocess.run(["cp", "-a", str(other.folder), str(self.folder)], check=True)
        settings = self.folder / "data/postgresql.conf"
        settings.write_text(settings.read_text().replace(str(other.folder), str(self.folder)))

    def run(self, name: str, *arguments: str):
        self.run_any(str(BIN / name), *arguments)

    def run_any(self, *command: str):
        """A program by who may touch the cluster's files."""
        subprocess.run([*self.front, *command], cwd=self.folder, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.PIPE, timeout=120)

    def start(self):
        self.run("pg_ctl", "--pgdata", "data", "--silent", "--log", "log", "--wait", "start")

    def stop(self):
        self.run("pg_ctl", "--pgdata", "data", "--silent", "--mode", "fast", "stop")

    def processes(self) -> list[int]:
        """The postmaster and its children, as its own file and the kernel tell."""
        file = self.folder / "data/postmaster.pid"
        if not file.exists():
            return []
        first = int(file.read_text().split("\n", 1)[0])
        if not is_ours(first, self.folder):
            return []
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        return [first, *map(int, children)]

    def kill(self):
        """SIGKILL of all of them at once: the worst that a machine's memory guard does."""
        found = self.processes()
        for process in found:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and any(Path(f"/proc/{process}").exists() for process in found):
            time.sleep(0.01)


def is_ours(process: int, folder: Path) -> bool:
    """A number in an old file may be another program's by now."""
    try:
        return Path(os.readlink(f"/proc/{process}/cwd")) == folder / "data"
    except OSError:
        return False


def ask(url: str, query: str) -> list[str]:
    done = subprocess.run([str(BIN / "psql"), url, "--no-psqlrc", "-At", "-c", query],
                          capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.splitlines()


class Postgres:
    """The engine that outlives the server, and may fall without it."""

    name = "postgres"
    moments: dict[str, int] = {}
    disk = None
    environment: dict[str, str] = {}
    calm: dict[str, str] = {}
    Unreadable = subprocess.SubprocessError

    def __init__(self, folder: Path, original: Path):
        self.data = folder / "run"
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.copytree(original / "data", self.data)
        folder.chmod(0o711)
        self.cluster = Cluster(folder / "postgres")
        self.cluster.copy_from(Cluster(original / "cluster"))
        self.cluster.start()

    @property
    def arguments(self) -> list[str]:
        return ["--data", str(self.data), "--database", self.cluster.url]

    def rows(self, query: str) -> list[tuple]:
        """Reads past the house, when no change is under way any more: a killed server's last may still commit."""
        self.settle()
        return [tuple(json.loads(line).values()) for line in self.ask(f"SELECT to_json(t) FROM ({query}) t")]

    def ask(self, query: str) -> list[str]:
        return ask(self.cluster.url, query)

    def settle(self):
        busy = ("SELECT COUNT(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                " AND pid <> pg_backend_pid() AND state <> 'idle'")
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.ask(busy) != ["0"]:
            time.sleep(0.02)

    def hexed(self, column: str) -> str:
        return f"encode({column}, 'hex')"

    def kill(self, server, chance: random.Random) -> str:
        """The server, the database under it, or both; where the database alone falls, the server finds it again."""
        what = chance.choice(["the server", "the database", "both"])
        if what != "the server":
            self.cluster.kill()
            if what == "both":
                server.kill()
            time.sleep(chance.uniform(0, 0.5))
            self.cluster.start()
        if what == "the database" and server.is_up() and server.wait_until_ready() is None:
            raise TimeoutError("the server did not outlive its database")
        server.kill()
        return what

    def close(self):
        self.cluster.kill()

    @staticmethod
    def demo(linli: Path, assets: Path, folder: Path) -> Path:
        """The small demo community in a cluster, told once and kept until the command that told it changes."""
        mark, stamp = folder / "told-by", str(linli.stat().st_mtime_ns)
        if mark.exists() and mark.read_text() == stamp:
            return folder
        cluster = Cluster(folder / "cluster")
        cluster.kill()
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for place in (folder, folder.parent):
            place.chmod(0o711)
        cluster.make()
        cluster.start()
        command = [linli, "demo", "--data", folder / "data", "--database", cluster.url, "--size", "small",
                   "--fill-only", "--log", "error", "--assets", assets]
        try:
            subprocess.run([str(part) for part in command], check=True, timeout=600, stdout=subprocess.DEVNULL)
        finally:
            cluster.stop()
        mark.write_text(stamp)
        return folder
