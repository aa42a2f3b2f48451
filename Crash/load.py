"""The mixed load: clients that play stories, each request noted before it is sent, its answer before the next."""

import random
import threading
import time

import stories
from client import Answer, Client, Gone, new_mark
from ledger import Deed, Ledger
from stories import Ask, Broken

ROLES = ["station-head", "volunteer"]
# The load lasts as long as the server; this bounds what one client may wait for a server that only says 503.
PAUSE = 0.02


class Player(threading.Thread):
    """One client. A kill leaves it in the midst of a story; after the restart it asks the same thing again."""

    def __init__(self, number: int, seed: str, port: int, ledger: Ledger, world: stories.World):
        self.number, self.port, self.ledger, self.world = number, port, ledger, world
        self.chance = random.Random(f"{seed} player {number}")
        self.people: dict[str, Client] = {}
        self.story, self.pending, self.deed = None, None, None
        self.count = self.round = self.answered = 0
        self.failed: str | None = None
        self.faulted = 0

    # One thread for each round, so that a dead server ends it.
    def begin(self, number: int) -> threading.Thread:
        self.round = number
        self.ending = threading.Event()
        thread = threading.Thread(target=self.run, daemon=True)
        thread.start()
        return thread

    def end(self):
        self.ending.set()

    def run(self):
        try:
            while not self.ending.is_set():
                self.step()
        except Gone:
            pass
        except Exception as error:  # Told by the run with its seed; a thread cannot raise for it.
            self.failed = f"player {self.number}: {type(error).__name__}: {error}"

    def step(self):
        """Asks the pending question, and lets the story go on with its answer."""
        if self.pending is None:
            self.story = stories.draw(self.chance, self.world, self)
            self.pending = next(self.story)
        answer = self.put(self.pending)
        if answer.status >= 500:
            # The deed stays unknown, and is asked again with the same mark.
            self.faulted += 1
            return time.sleep(PAUSE)
        self.note(answer)
        self.deed = None
        try:
            self.pending = self.story.send(None if answer.refusal else answer)
        except StopIteration:
            self.pending = None

    def put(self, ask: Ask) -> Answer:
        person = self.person(ask.who)
        if ask.who in ROLES and "sid" not in person.cookies:
            begun = person.post("/demo/sign-in", {"role": ask.who})
            if begun.status >= 500:
                return begun
        if ask.action and self.deed is None:
            self.deed = Deed(
                ask.tag, new_mark(self.chance), ask.action, self.round, ask.where, ask.step, times=ask.times,
                is_marked=ask.is_marked)
        if self.deed:
            self.ledger.ask(self.deed)
        mark = self.deed.mark if self.deed else None
        person.far_end = ask.far_end or "10.0.0.1"
        if ask.form is None:
            return person.post(ask.path, ask.fields, mark) if ask.method == "POST" else person.get(ask.path)
        body, kind = ask.form
        page = person.send("GET", "/say", headers={"Accept": "text/html"})
        if page.status >= 500:
            return page
        headers = {"X-CSRF-Token": token(page), "Content-Type": kind}
        return person.send("POST", ask.path, body, headers | ({"Idempotency-Key": mark} if mark else {}))

    def note(self, answer):
        self.answered += 1
        if answer.refusal and answer.refusal != self.pending.may_refuse:
            raise Broken(f"{self.pending.path} was refused with {answer.refusal}")
        if self.deed is None:
            return
        if answer.refusal and not self.pending.is_done_then:
            self.ledger.refuse(self.deed, answer.refusal)
        else:
            self.ledger.acknowledge(self.deed, answer.json if isinstance(answer.json, dict) else {"id": answer.json})

    # People

    def person(self, who: str) -> Client:
        if who not in self.people:
            self.people[who] = Client(self.port)
        return self.people[who]

    def leave(self, who: str):
        """Who comes next has neither this one's connection nor its cookies."""
        if who in self.people:
            self.people.pop(who).hang_up()

    def tag(self) -> str:
        self.count += 1
        return f"#{self.number}-{self.count}#"

    def signed_in(self) -> list[tuple[str, Client]]:
        return [(who, person) for who, person in self.people.items() if "sid" in person.cookies]

    def hang_up(self):
        for person in self.people.values():
            person.hang_up()


def token(page: Answer) -> str:
    """The forms' token, as it stands in a page."""
    return page.body.decode().split('name="csrf" value="', 1)[1].split('"', 1)[0]
