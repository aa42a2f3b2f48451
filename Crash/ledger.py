"""What was asked, and what is owed: every request is noted before it is sent, every answer before the next request."""

import json
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ASKED, ACKNOWLEDGED, REFUSED = "asked", "acknowledged", "refused"


@dataclass
class Deed:
    """One request that changes something: how it is sent again, and how its effect is found."""

    tag: str
    mark: str
    action: str
    round: int
    # Where the tag must be found once: "need", "event", "offer", "resource", "use", "check"; "" for no text.
    where: str
    # Of the need that it is about: number and the kind of step that must be there once.
    step: tuple[int, str] | None = None
    # How often the tag must be found: an import brings many rows by one request.
    times: int = 1
    # Whether the request's mark is kept; an import is taken up again by its batch instead.
    is_marked: bool = True
    state: str = ASKED
    answer: dict = field(default_factory=dict)
    sent: int = 0


class Ledger:
    """All deeds of a run. Each change of one is a line of a file that outlives a failed run."""

    def __init__(self, path: Path):
        self.deeds: list[Deed] = []
        self.refusals: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.file = open(path, "w", encoding="utf-8")

    def ask(self, deed: Deed):
        with self.lock:
            if deed.sent == 0:
                self.deeds.append(deed)
            deed.sent += 1
            self.write(deed)

    def acknowledge(self, deed: Deed, answer: dict):
        with self.lock:
            deed.state, deed.answer = ACKNOWLEDGED, answer
            self.write(deed)

    def refuse(self, deed: Deed, name: str):
        with self.lock:
            deed.state = REFUSED
            self.refusals[f"{deed.action}: {name}"] += 1
            self.write(deed, name)

    def write(self, deed: Deed, note: str = ""):
        line = {**vars(deed), "note": note}
        self.file.write(json.dumps(line, ensure_ascii=False) + "\n")
        self.file.flush()

    def of(self, state: str) -> list[Deed]:
        return [deed for deed in self.deeds if deed.state == state]

    def close(self):
        self.file.close()
