"""Two PostgreSQL under the house: one leads, the other follows and confirms each commit before it is acknowledged."""

import shutil
import time
from pathlib import Path

from postgres import PATIENCE, Cluster, Postgres, ask

SETTINGS = """
wal_level = replica
max_wal_senders = 8
wal_keep_size = 1GB
synchronous_standby_names = '*'
hot_standby = on
wal_receiver_status_interval = 1s
wal_retrieve_retry_interval = 200ms
"""


class Pair(Postgres):
    """The engine that the copies share. Either of the two may lead; the other is fenced, away, or follows."""

    name = "pair"

    def __init__(self, folder: Path, original: Path):
        self.clusters: list[Cluster] = []
        super().__init__(folder, original)
        leader, other = self.cluster, Cluster(folder / "other")
        with open(leader.folder / "data/postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(SETTINGS)
        leader.stop()
        leader.start()
        other.kill()
        shutil.rmtree(other.folder, ignore_errors=True)
        other.folder.mkdir(parents=True)
        other.lend(other.folder)
        self.clusters = [leader, other]
        self.follow(other, "copied whole")

    @property
    def other(self) -> Cluster:
        return next(cluster for cluster in self.clusters if cluster is not self.cluster)

    @property
    def url(self) -> str:
        """Both, always in the same order: who leads is for the program to find out."""
        hosts = ",".join(str(cluster.folder) for cluster in self.clusters)
        return f"postgresql:///postgres?host={hosts}&user=linli&target_session_attrs=read-write"

    @property
    def arguments(self) -> list[str]:
        return ["--data", str(self.data), "--database", self.url]

    @property
    def environment(self) -> dict[str, str]:
        """Of the copies: either of the two may be the one that follows."""
        return {"LINLI_DATABASE_READERS": self.url}

    def follow(self, follower: Cluster, how: str):
        """The follower is made anew out of the one that leads: copied whole, or its own files led back."""
        source = f"host={self.cluster.folder} user=linli dbname=postgres"
        if how == "copied whole":
            shutil.rmtree(follower.folder / "data", ignore_errors=True)
            follower.run("pg_basebackup", "--dbname", source, "--pgdata", "data", "--checkpoint=fast", "--no-sync",
                         "--wal-method=stream")
        else:
            # Until its first checkpoint the new leader still names the timeline of before, and pg_rewind finds
            # nothing to do.
            self.ask("CHECKPOINT")
            follower.run("pg_rewind", "--target-pgdata", "data", "--source-server", source, "--no-sync")
        conf = follower.folder / "data/postgresql.conf"
        conf.write_text(conf.read_text().replace(str(self.cluster.folder), str(follower.folder)))
        self.start_following(follower)
        self.wait_for_second()

    def start_following(self, follower: Cluster):
        auto = follower.folder / "data/postgresql.auto.conf"
        auto.write_text(f"primary_conninfo = 'host={self.cluster.folder} user=linli'\n")
        mark = follower.folder / "data/standby.signal"
        mark.touch()
        follower.lend(mark)
        follower.start()

    def wait_for_second(self):
        stands = "SELECT COUNT(*) FROM pg_stat_replication WHERE state = 'streaming' AND sync_state = 'sync'"
        end = time.monotonic() + PATIENCE
        while self.ask(stands) != ["1"]:
            if time.monotonic() > end:
                raise TimeoutError("the second server does not stand")
            time.sleep(0.02)

    def promote(self) -> Cluster:
        """The one that leads falls, the other leads from now on; the fallen one."""
        fallen, heir = self.cluster, self.other
        fallen.kill()
        if not heir.processes():
            heir.start()
        heir.run("pg_ctl", "--pgdata", "data", "--silent", "--wait", "promote")
        self.cluster = heir
        return fallen

    def close(self):
        for cluster in self.clusters:
            cluster.kill()

    def let_go(self, how: str) -> int:
        """The second server falls, and whoever waits for it is made to wait no longer; how many those were.

        Each of them has committed on the server that leads and nowhere else. One that is cancelled says so in a
        warning alone; where the list of standbys is emptied, in no way.
        """
        self.other.kill()
        waits = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        end = time.monotonic() + 1
        while time.monotonic() < end and self.ask(f"SELECT COUNT(*) {waits}") == ["0"]:
            time.sleep(0.01)
        count = len(self.ask(f"SELECT pid {waits}"))
        if how == "cancelled":
            self.ask(f"SELECT pg_cancel_backend(pid) {waits}")
        else:
            self.ask("ALTER SYSTEM SET synchronous_standby_names = ''")
            self.ask("SELECT pg_reload_conf()")
        return count

    @staticmethod
    def on(cluster: Cluster, query: str) -> list[str]:
        """What one of the two says, whichever leads."""
        return ask(cluster.url, query)
