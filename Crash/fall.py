"""The server that leads falls under load: what the house must do until two servers stand again."""

import shutil
import time

from client import Client, Gone, new_mark
from ledger import ACKNOWLEDGED
from server import Server

ALONE = "no second server"


class Stray:
    """The place of one server alone: a copy that reaches only what was left behind."""

    environment: dict[str, str] = {}
    calm: dict[str, str] = {}

    def __init__(self, run, cluster):
        self.data = run.folder / "stray"
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.copytree(run.engine.data, self.data)
        # It knows nothing of any newer timeline but what the server tells.
        (self.data / "timeline").unlink(missing_ok=True)
        self.arguments = ["--data", str(self.data), "--database", cluster.url]


class Fall:
    """One fall, from the kill to the second server's return."""

    def __init__(self, run):
        self.run, self.engine, self.chance = run, run.engine, run.chance
        self.faults: list[str] = []

    def play(self) -> list[str]:
        time.sleep(self.chance.uniform(0.2, 1.0))
        if self.chance.random() < 0.4:
            how = self.chance.choice(["cancelled", "by an emptied list"])
            self.run.falls[f"commits let go, {how}"] += self.engine.let_go(how)
            time.sleep(self.chance.uniform(0.1, 0.6))
        fallen = self.engine.promote()
        self.run.falls["promotions"] += 1
        self.nothing_is_taken()
        if not self.faults:
            self.old_returns(fallen)
        if not self.faults and self.chance.random() < 0.4:
            self.gone_another_way(fallen)
        if not self.faults:
            self.ordered_or_not(fallen)
        return self.faults

    def nothing_is_taken(self):
        """One server leads alone: every copy says so, pages are read, no change is acknowledged."""
        for copy in self.run.servers:
            self.faults += self.run.says(copy, 503, ALONE)
        if self.faults:
            return
        before = self.acknowledged()
        guest = Client(self.run.servers[0].port)
        for path in ["/", "/needs/public", "/resources"]:
            status = guest.send("GET", path, headers={"Accept": "text/html"}).status
            self.faults += [] if status == 200 else [f"{path} answers {status} while one server leads alone"]
        guest.hang_up()
        time.sleep(self.chance.uniform(0.3, 0.8))
        self.nothing_since(before, "while one server led alone")

    def old_returns(self, fallen):
        """The fallen server starts again in its old place and says that it leads: nobody may hear it."""
        before = self.acknowledged()
        fallen.start()
        written = self.engine.on(fallen, "SELECT COUNT(*) FROM record")
        time.sleep(self.chance.uniform(0.3, 1.0))
        if self.chance.random() < 0.5:
            self.stray(fallen)
        self.nothing_since(before, "after the old server had returned")
        if self.engine.on(fallen, "SELECT COUNT(*) FROM record") != written:
            self.faults.append("something was written on the server that was left behind")
        self.run.falls["old servers that returned"] += 1

    def gone_another_way(self, fallen):
        """It is made a follower without being led back: PostgreSQL counts its place in the log, which is another's."""
        before = self.acknowledged()
        fallen.kill()
        self.engine.start_following(fallen)
        time.sleep(self.chance.uniform(0.5, 1.5))
        self.nothing_since(before, "with a follower that had gone another way")
        # pg_rewind takes no follower that was not stopped in order.
        fallen.stop()
        self.run.falls["followers that had gone another way"] += 1

    def stray(self, fallen):
        """A copy that reaches the old server alone gets no acknowledgement there."""
        stray = Server(self.run.server.linli, Stray(self.run, fallen), self.run.folder / "stray.log")
        stray.start()
        try:
            self.faults += self.run.says(stray, 503, "not ready")
            client, mark = Client(stray.port), new_mark(self.chance)
            answer = client.post("/say", {"words": "这一句不能收下", "place": self.chance.choice(
                self.run.players[0].world.buildings), "for": "self"}, mark)
            if answer.status != 503:
                self.faults.append(f"the server left behind answers {answer.status} to a change")
            self.run.falls["copies that reached it alone"] += 1
            client.hang_up()
        except Gone as error:
            self.faults.append(f"a copy before the old server did not answer: {error}")
        finally:
            stray.kill()

    def ordered_or_not(self, fallen):
        """A second server is made out of the fallen one; sometimes a person orders before that."""
        is_ordered = self.chance.random() < 0.3
        if is_ordered:
            self.run.order("--alone", "1", "--reason", "crash harness")
            self.run.falls["ordered to go on alone"] += 1
            self.taken_again()
            time.sleep(self.chance.uniform(0.2, 0.6))
        fallen.kill()
        how = self.chance.choice(["copied whole", "led back"])
        self.engine.follow(fallen, how)
        self.run.falls[f"followers {how}"] += 1
        if is_ordered:
            self.run.order("--alone", "0")
        else:
            self.taken_again()

    def taken_again(self):
        begun, before = time.monotonic(), self.acknowledged()
        self.faults += self.run.all_ready()
        while not self.faults and self.acknowledged() == before:
            if time.monotonic() > begun + 20:
                self.faults.append("no change is taken although all is well again")
            time.sleep(0.02)
        self.run.outages.append(time.monotonic() - begun)

    def nothing_since(self, before: int, when: str):
        if self.acknowledged() != before:
            self.faults.append(f"{self.acknowledged() - before} changes were acknowledged {when}")

    def acknowledged(self) -> int:
        return len(self.run.ledger.of(ACKNOWLEDGED))
