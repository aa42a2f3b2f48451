"""After each restart: what was acknowledged is there exactly once, what was not is whole or absent."""

import re
from collections import Counter
from dataclasses import dataclass, field

from client import mark_hex
from ledger import ACKNOWLEDGED, ASKED, Deed

TAG = re.compile(r"#\d+-\d+#")

# Where texts with tags stand.
TEXTS = {
    "need": "SELECT words FROM need WHERE words LIKE '%#'",
    "event": "SELECT text FROM need_event WHERE text LIKE '%#%'",
    "offer": "SELECT words FROM offer WHERE words LIKE '%#'",
    "resource": "SELECT name FROM resource WHERE name LIKE '%#'",
    "check": "SELECT note FROM resource_check WHERE note LIKE '#%'",
    "use": "SELECT note FROM resource_use WHERE note LIKE '#%'",
}

# Of every need that is there, all that its report wrote in the same transaction: none may be without.
WHOLE = {
    "a need without its first step": "SELECT n.number FROM need n WHERE NOT EXISTS (SELECT 1 FROM need_event e"
    " WHERE e.community = n.community AND e.need = n.id AND e.number = 1)",
    "a need whose steps are not those counted": "SELECT n.number FROM need n WHERE n.steps <> (SELECT COUNT(*)"
    " FROM need_event e WHERE e.community = n.community AND e.need = n.id)",
    "a step without its need": "SELECT e.number FROM need_event e WHERE NOT EXISTS (SELECT 1 FROM need n"
    " WHERE n.community = e.community AND n.id = e.need)",
    "a need without a row of the record": "SELECT n.number FROM need n WHERE NOT EXISTS (SELECT 1 FROM record r"
    " WHERE r.community = n.community AND r.object = n.id)"
    " AND n.id NOT IN (SELECT object FROM import_mark)",
    "a need without its search words": "SELECT n.number FROM need n WHERE NOT EXISTS (SELECT 1 FROM word_document w"
    " WHERE w.community = n.community AND w.object = n.id)",
    "a photo without its need": "SELECT a.made FROM attachment a WHERE a.owner_kind = 'need' AND NOT EXISTS"
    " (SELECT 1 FROM need n WHERE n.community = a.community AND n.id = a.owner)",
    "a number given twice or beyond the counter": "SELECT n.number FROM need n JOIN serial s ON s.community = n.community"
    " AND s.kind = 'need' GROUP BY n.community, n.number HAVING COUNT(*) > 1 OR MAX(n.number) > MAX(s.last)",
}

# Actions that happen by a request alone: as many rows in the record as marks.
BY_REQUEST = ["needs.report", "needs.enter", "needs.accept", "needs.add-word", "needs.withdraw", "needs.close",
              "needs.merge", "needs.return", "wishes.claim", "wishes.unclaim", "offers.report", "offers.answer",
              "resources.add", "resources.verify", "links.propose", "links.answer", "links.use",
              "needs.give-feedback", "needs.release-sentence", "needs.note", "links.ask-feedback"]


@dataclass
class Found:
    """What one look found. `broken` has a line for each thing that must not be."""

    acknowledged: int = 0
    found: int = 0
    # Asked and never answered: whole, or not there at all.
    there: int = 0
    absent: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        return self.lost + self.doubled + self.broken


class Look:
    """Everything that the load may have written, read in one go past the house."""

    def __init__(self, engine, before: dict[str, int]):
        self.engine = engine
        self.before = before
        self.tags = {where: tags(engine, query) for where, query in TEXTS.items()}
        self.needs = dict(engine.rows("SELECT number, words FROM need WHERE words LIKE '%#'"))
        self.marks = Counter(mark for mark, in engine.rows(f"SELECT {engine.hexed('mark')} FROM request_mark"))
        steps = ("SELECT n.number, e.kind, COUNT(*) FROM need_event e JOIN need n ON n.community = e.community"
                 " AND n.id = e.need WHERE n.words LIKE '%#' GROUP BY n.number, e.kind")
        self.steps = {(number, kind): count for number, kind, count in engine.rows(steps)}
        photos = ("SELECT n.words, COUNT(*) FROM attachment a JOIN need n ON n.community = a.community AND n.id = a.owner"
                  " WHERE n.words LIKE '%#' GROUP BY n.words")
        self.photos = {TAG.findall(words)[0]: count for words, count in engine.rows(photos)}

    def at(self, deeds: list[Deed]) -> Found:
        found = Found()
        for deed in deeds:
            counts = self.counts(deed)
            if deed.state == ACKNOWLEDGED:
                found.acknowledged += 1
                found.found += all(count == wanted for _, count, wanted in counts)
                self.owed(deed, counts, found)
            elif deed.is_marked:
                self.unowed(deed, counts, found)
        self.whole(found)
        return found

    def counts(self, deed: Deed) -> list[tuple[str, int, int]]:
        """What is there of a deed: where, how often, and how often it must be."""
        counts = [("mark", self.marks[mark_hex(deed.mark)], 1)] if deed.is_marked else []
        if deed.where == "photo":
            counts.append(("photo", self.photos.get(deed.tag, 0), 1))
        if deed.where:
            where = "need" if deed.where == "photo" else deed.where
            counts.append((where, self.tags[where][deed.tag], deed.times))
        if deed.step and not deed.where:
            counts.append((f"step {deed.step[1]}", self.steps.get(deed.step, 0), 1))
        return counts

    def owed(self, deed: Deed, counts, found: Found):
        name = f"{deed.action} {deed.tag} {deed.answer} of round {deed.round}"
        for where, count, wanted in counts:
            if count < wanted:
                found.lost.append(f"lost: {name}: {where} {count} of {wanted}")
            if count > wanted:
                found.doubled.append(f"doubled: {name}: {where} {count} of {wanted}")
        told = deed.answer.get("number", "")
        if deed.where in ("need", "photo") and isinstance(told, str) and told:
            if deed.tag not in self.needs.get(int(told.split("-")[1]), ""):
                found.lost.append(f"lost: {name}: the number told is another need's")

    def unowed(self, deed: Deed, counts, found: Found):
        """Asked and not answered: all of it or nothing. Refused: nothing."""
        there = [count == wanted for _, count, wanted in counts]
        name = f"{deed.action} {deed.tag} of round {deed.round}, {deed.state}: {counts}"
        if any(count > wanted for _, count, wanted in counts):
            found.doubled.append(f"doubled: {name}")
        elif any(there) and (deed.state != ASKED or not all(there)):
            found.broken.append(f"half there: {name}")
        elif deed.state == ASKED:
            found.there += all(there)
            found.absent += not all(there)

    def whole(self, found: Found):
        for name, query in WHOLE.items():
            rows = self.engine.rows(query)
            if rows:
                found.broken.append(f"{name}: {len(rows)}, the first {rows[0][0]}")
        for action, count in recorded(self.engine).items():
            marks = self.engine.rows(f"SELECT COUNT(*) FROM request_mark WHERE action = '{action}'")[0][0]
            if count - self.before.get(action, 0) != marks:
                found.broken.append(f"{action}: {count - self.before.get(action, 0)} in the record, {marks} marks")


def recorded(engine) -> dict[str, int]:
    """How often each action by request stands in the record."""
    names = ", ".join(f"'{name}'" for name in BY_REQUEST)
    return dict(engine.rows(f"SELECT action, COUNT(*) FROM record WHERE action IN ({names}) GROUP BY action"))


def tags(engine, query: str) -> Counter[str]:
    return Counter(tag for text, in engine.rows(query) for tag in TAG.findall(text))
