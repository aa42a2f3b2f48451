"""A run: rounds of start, look, load and kill on one growing set of data."""

import base64
import random
import time
from collections import Counter
from pathlib import Path

import check
import trouble
from client import Gone
from ledger import ACKNOWLEDGED, ASKED, Ledger
from load import Player
from server import Server
from stories import World


class Run:
    player = Player

    def __init__(self, options, seed: str, linli: Path, engine, folder: Path):
        self.options, self.seed, self.folder, self.engine = options, seed, folder, engine
        self.chance = random.Random(f"{seed} kills")
        if self.engine.disk:
            self.engine.disk.lies = options.lying_disk
            self.engine.disk.disarm()
        self.ledger = Ledger(folder / "ledger.jsonl")
        self.server = Server(linli, self.engine, folder / "server.log")
        self.before = check.recorded(self.engine)
        world = read_world(self.engine)
        self.players = [
            self.player(number, seed, self.server.port, self.ledger, world) for number in range(options.clients)]
        self.kills: Counter[str] = Counter()
        self.cuts: Counter[str] = Counter()
        self.troubles: Counter[str] = Counter()
        # What was asked and not answered before a kill, as the restart found it.
        self.unknown: Counter[str] = Counter()
        self.looks = 0
        self.recovery: list[float] = []
        self.last = check.Found()

    def play(self) -> list[str]:
        """Every round until the kills are done or the time is over; what does not hold ends it."""
        end = time.monotonic() + self.options.minutes * 60
        number = 0
        while self.kills.total() < self.options.kills and time.monotonic() < end:
            number += 1
            faults = self.round(number)
            if faults:
                self.engine.kill(self.server, self.chance)
                self.engine.close()
                return [f"round {number}: {fault}" for fault in faults]
            if number % 20 == 0:
                print(self.account(None), flush=True)
        return self.finish(number + 1)

    def round(self, number: int) -> list[str]:
        manner = self.chance.random()
        moment = self.chance.choice(list(self.engine.moments)) if self.engine.moments and manner < 0.4 else ""
        if moment:
            self.engine.disk.kill_at(moment, self.chance.randint(1, self.engine.moments[moment]))
        self.server.start()
        if manner > 0.87:
            time.sleep(self.chance.uniform(0, 0.4))
            return self.kill("while starting")
        faults = self.look(may_die=bool(moment))
        if faults or not self.server.is_up():
            return faults or self.kill(moment)
        threads = [player.begin(number) for player in self.players]
        faults = self.wait(moment)
        faults += self.kill(moment if not self.server.is_up() else "under load")
        for thread in threads:
            thread.join(60)
        for player in self.players:
            player.hang_up()
        return faults + [player.failed for player in self.players if player.failed]

    def wait(self, moment: str) -> list[str]:
        """The load runs a while, up to the moment where one was chosen; sometimes the disk fails meanwhile."""
        end = time.monotonic() + (3 if moment else self.chance.uniform(0.05, 1.8))
        while time.monotonic() < end and self.server.is_up():
            time.sleep(0.02)
        if self.engine.disk and not moment and self.chance.random() < self.options.troubles:
            return trouble.make(
                self.server, self.engine.disk, self.options.kinds, self.chance, self.troubles)
        return []

    def kill(self, when: str) -> list[str]:
        what = self.engine.kill(self.server, self.chance)
        self.kills[when if what == "the server" else f"{when}: {what}"] += 1
        if self.engine.disk and self.chance.random() < self.options.cuts:
            told = self.engine.cut_power(self.chance)
            self.cuts["power cuts"] += 1
            self.cuts["with something to lose"] += bool(told)
            self.cuts["changes not synced"] += sum(told.values())
        return []

    def look(self, may_die: bool = False) -> list[str]:
        """The house must come up by itself, be whole, and hold what it acknowledged."""
        try:
            seconds = self.server.wait_until_ready()
            if seconds is not None:
                self.recovery.append(seconds)
                return self.look_through()
        except (Gone, self.engine.Unreadable) as error:
            if not (may_die and self.server.was_killed):
                return [f"{type(error).__name__}: {error}"]
        return [] if may_die and self.server.was_killed else ["the server did not start again; see server.log"]

    def look_through(self) -> list[str]:
        self.looks += 1
        is_whole, text = self.server.verify()
        faults = [] if is_whole else [f"verify: {text[-1500:]}"]
        self.last = check.Look(self.engine, self.before).at(self.ledger.deeds)
        self.unknown += Counter({"whole": self.last.there, "not there": self.last.absent})
        return faults + self.last.faults + self.sessions()

    def sessions(self) -> list[str]:
        """Who had signed in is still signed in."""
        lost = []
        for player in self.players:
            for who, person in player.signed_in():
                answer = person.get("/me")
                if answer.status != 200:
                    lost.append(f"lost: the session of {who} of player {player.number}: {answer.status}")
        return lost

    def finish(self, number: int) -> list[str]:
        """The last restart: what is unknown is asked again with its mark, and must then be there once."""
        self.server.start()
        faults = self.look()
        if not faults:
            faults = self.resolve(number) + self.look()
        code = self.server.stop()
        self.engine.close()
        return faults + ([] if code == 0 else [f"the server ended with {code} when it was asked to stop"])

    def resolve(self, number: int) -> list[str]:
        for player in self.players:
            player.round = number
            while player.deed is not None and not player.failed:
                player.step()
        return [player.failed for player in self.players if player.failed]

    def account(self, seconds: float | None) -> str:
        """The counts so far, and after the end with the time taken."""
        deeds = self.ledger.deeds
        lines = [
            f"kills {self.kills.total()}: {listed(self.kills)}",
            f"after kills: {listed(self.cuts) or 'the database or the server came up on what was there'}",
            f"asked {len(deeds)}, acknowledged {self.last.acknowledged}, found {self.last.found},"
            f" duplicated {len(self.last.doubled)}, lost {len(self.last.lost)}, half there {len(self.last.broken)}",
            f"unknown at a restart {self.unknown.total()}: {listed(self.unknown)};"
            f" asked again with the same mark {sum(deed.sent > 1 for deed in deeds)},"
            f" of them acknowledged {sum(d.sent > 1 and d.state == ACKNOWLEDGED for d in deeds)},"
            f" still unknown {len(self.ledger.of(ASKED))}",
        ]
        if self.troubles:
            lines.append(f"disk in trouble: {listed(self.troubles)}")
        if self.recovery:
            ordered = sorted(self.recovery)
            median = ordered[len(ordered) // 2]
            lines.append(f"ready again after {median:.2f} s (median), {ordered[-1]:.2f} s (longest)")
        if seconds is not None:
            lines.append(f"{seconds:.0f} s, verify and all checks passed after {self.looks} restarts")
        return "\n".join(lines)


def listed(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))


def read_world(engine) -> World:
    home = "JOIN locality l ON l.community = p.community AND l.is_home = 1"
    codes = engine.rows(f"SELECT p.code FROM place p {home} WHERE p.kind IN ('building', 'stairwell')"
                        " AND p.closed IS NULL ORDER BY p.path")
    node, path = engine.rows(
        f"SELECT {engine.hexed('p.id')}, p.path FROM place p {home} WHERE p.kind = 'community' ORDER BY p.path")[0]
    short = base64.urlsafe_b64encode(bytes.fromhex(node)).decode().rstrip("=")
    # The day as the community has it.
    day = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 8 * 3600))
    return World([code for code, in codes], short, path, day)
