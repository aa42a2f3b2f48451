#!/usr/bin/python3
"""Recovers a PostgreSQL under the house to a moment, by the very commands of docs/guides/durability.md.

A cluster of its own archives its log; a base backup is taken under load; a moment is noted; somebody deletes what must
not be deleted; the server is destroyed; another one is made of base and archive as it stood at the moment. `linli
verify` must hold, every change acknowledged before the moment be there once, and none of after.
"""

import argparse
import os
import random
import shutil
import sys
import time
from pathlib import Path

import server
from client import Client, mark_hex, new_mark
from postgres import BIN, PATIENCE, Postgres
from server import Server

ROOT = Path(__file__).resolve().parent.parent

# As the guide has them, but for the folder.
ARCHIVING = """
wal_level = replica
max_wal_senders = 4
archive_mode = on
archive_timeout = 60
archive_command = 'test ! -e {archive}/%f && cp %p {archive}/.%f && sync {archive}/.%f && mv {archive}/.%f {archive}/%f'
"""
RECOVERING = """
restore_command = 'cp {archive}/%f %p'
recovery_target_time = '{moment}'
recovery_target_action = 'promote'
"""
COUNTED = ["need", "need_event", "record", "request_mark", "account", "figure"]


class Moment:
    def __init__(self, linli: Path, folder: Path, seed: str):
        self.linli, self.folder, self.chance = linli, folder, random.Random(seed)
        original = Postgres.demo(linli, server.ASSETS, folder / "demo-postgres")
        shutil.rmtree(folder / "moment", ignore_errors=True)
        (folder / "moment").mkdir(parents=True)
        self.engine = Postgres(folder / "moment", original)
        self.cluster = self.engine.cluster
        self.archive, self.base = self.cluster.folder / "archive", self.cluster.folder / "base"
        for place in (self.archive, self.base):
            place.mkdir()
            self.cluster.lend(place)
        self.configure(ARCHIVING.format(archive=self.archive))
        self.cluster.stop()
        self.cluster.start()
        self.server = Server(linli, self.engine, folder / "moment.log")

    def configure(self, text: str):
        with open(self.cluster.folder / "data/postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(text)

    def play(self) -> list[str]:
        self.server.start()
        self.server.wait_until_ready()
        before = self.say(20)
        self.cluster.run("pg_basebackup", "--dbname", self.cluster.url, "--pgdata", "base", "--format=tar", "--gzip",
                         "--wal-method=fetch", "--checkpoint=fast")
        before += self.say(30)
        time.sleep(0.05)
        moment, counts = self.engine.ask("SELECT now()")[0], self.counts()
        time.sleep(0.05)
        after = self.say(30)
        # The mistake that everybody makes once, then the fall; what was not archived yet is lost with the machine.
        self.engine.ask("DELETE FROM need_event")
        self.engine.ask("SELECT pg_switch_wal()")
        self.wait_for_archive()
        self.server.kill()
        self.cluster.kill()
        shutil.rmtree(self.cluster.folder / "data")
        begun = time.monotonic()
        self.recover(moment)
        print(f"recovered to {moment} in {time.monotonic() - begun:.1f} s", flush=True)
        return self.look(before, after, counts)

    def say(self, count: int) -> list[str]:
        """Needs that were acknowledged, by their marks; each from an address of its own, as the throttle wants."""
        marks = []
        for _ in range(count):
            far_end = ".".join(["10", *(str(self.chance.randrange(1, 255)) for _ in range(3))])
            mark = new_mark(self.chance)
            answer = Client(self.server.port, far_end=far_end).post("/say", {"words": "楼道的灯不亮了", "place": ""}, mark)
            if answer.status != 201:
                raise SystemExit(f"a report was answered {answer.status}: {answer.body[:400]!r}")
            marks.append(mark_hex(mark))
        return marks

    def counts(self) -> dict[str, str]:
        self.engine.settle()
        return {table: self.engine.ask(f"SELECT COUNT(*) FROM {table}")[0] for table in COUNTED}

    def wait_for_archive(self):
        """Until nothing is left that the switch has closed."""
        ready = "SELECT COUNT(*) FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'"
        end = time.monotonic() + PATIENCE
        while self.engine.ask(ready) != ["0"]:
            if time.monotonic() > end:
                raise TimeoutError("the log is not archived")
            time.sleep(0.05)

    def recover(self, moment: str):
        data = self.cluster.folder / "data"
        data.mkdir(mode=0o700)
        self.cluster.lend(data)
        self.cluster.run_any("tar", "--extract", "--gzip", "--file", "base/base.tar.gz", "--directory", "data")
        self.configure(RECOVERING.format(archive=self.archive, moment=moment))
        mark = data / "recovery.signal"
        mark.touch()
        self.cluster.lend(mark)
        self.cluster.start()
        end = time.monotonic() + PATIENCE
        while self.engine.ask("SELECT pg_is_in_recovery()") != ["f"]:
            if time.monotonic() > end:
                raise TimeoutError("the server does not come out of its recovery")
            time.sleep(0.05)

    def look(self, before: list[str], after: list[str], counts: dict[str, str]) -> list[str]:
        is_whole, text = self.server.verify()
        breaks = [] if is_whole else [f"verify: {text[-1500:]}"]
        now = self.counts()
        breaks += [f"{table}: {now[table]} rows, {counts[table]} at the moment" for table in COUNTED
                   if now[table] != counts[table]]
        marks = self.engine.ask("SELECT encode(mark, 'hex') FROM request_mark")
        breaks += [f"acknowledged before the moment, {marks.count(mark)} times there" for mark in before
                   if marks.count(mark) != 1]
        breaks += ["said after the moment, and there" for mark in after if mark in marks]
        # The house opens on it and goes on.
        self.server.start()
        self.server.wait_until_ready()
        self.say(3)
        print(f"{len(before)} acknowledged before the moment found once, {len(after)} of after gone; "
              + ", ".join(f"{table} {count}" for table, count in now.items()), flush=True)
        return breaks

    def close(self):
        self.server.kill()
        self.cluster.kill()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--linli", default=str(ROOT / ".build/debug/linli"), help="the command")
    parser.add_argument("--data", default="/tmp/linli-moment", help="where the rows lie; outside the sources")
    parser.add_argument("--seed", default="1", help="of the marks and addresses")
    options = parser.parse_args()
    if not (BIN / "pg_basebackup").exists():
        raise SystemExit(f"PostgreSQL is not in {BIN}: tools/setup unit installs it")
    os.umask(0o022)
    folder = Path(options.data).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    moment = Moment(Path(options.linli).resolve(), folder, options.seed)
    try:
        breaks = moment.play()
    finally:
        moment.close()
    for line in breaks[:40]:
        print(f"✕ {line}")
    print(f"{time.monotonic() - begun:.0f} s, {len(breaks)} breaks")
    return 1 if breaks else 0


if __name__ == "__main__":
    sys.exit(main())
