"""What people do, as short stories: each `yield` is one request, and what comes back is its answer (None: a no)."""

import random
import struct
import zlib
from dataclasses import dataclass, field

from client import multipart


class Broken(Exception):
    """The house answered what it must not."""


@dataclass
class Ask:
    """One request of a story, and where its effect will be found."""

    who: str
    path: str
    fields: dict = field(default_factory=dict)
    action: str = ""
    tag: str = ""
    where: str = ""
    step: tuple[int, str] | None = None
    form: tuple[bytes, str] | None = None
    method: str = "POST"
    far_end: str = ""
    times: int = 1
    is_marked: bool = True
    # A no that may come; any other would mean that what was acknowledged before is not there.
    may_refuse: str = ""
    # Whether that no says that it was done already.
    is_done_then: bool = False


@dataclass
class World:
    """What the stories need to know of the demo community."""

    buildings: list[str]
    community: str
    path: str
    day: str


WORDS = ["楼道灯坏了", "想找人陪着去医院", "下水道堵了", "想学用手机", "楼下车停得太满", "家里缺一把轮椅"]


def draw(chance: random.Random, world: World, player):
    kinds = {report: 6, report_with_name: 4, report_with_photo: 2, withdraw: 2, handle: 5, merge: 2, wish: 3,
             link: 4, enter: 3, give_back: 1, offer: 2, bring: 1, sign_in: 1, take_talent: 1}
    kind = chance.choices(list(kinds), list(kinds.values()))[0]
    # Another guest: who opened many needs on one device is shown the newest alone.
    player.leave("anyone")
    return kind(chance, world, player)


def say(chance, world, player, who="anyone", **more) -> Ask:
    tag = player.tag()
    fields = {"words": f"{chance.choice(WORDS)} {tag}", "place": chance.choice(world.buildings), "for": "self", **more}
    return Ask(who, "/say", fields, "needs.report", tag, "need", far_end=address(chance))


def address(chance) -> str:
    return f"10.{chance.randrange(1, 250)}.{chance.randrange(250)}.{chance.randrange(1, 250)}"


def phone(chance) -> str:
    return f"13{chance.randrange(10 ** 9):09}"


def number(answer) -> str:
    return answer.json["number"]


def about(said, action: str, path: str, kind: str, player, who="station-head", text="", **fields) -> Ask:
    """A step of one need. With `text`, the tag stands in that field and is looked for in the step's text."""
    name, tag = number(said), player.tag() if text else ""
    if text:
        fields[text] = f"{fields.get(text, '说一句')} {tag}"
    return Ask(who, path.format(name), fields, action, tag, "event" if text else "", (int(name.split("-")[1]), kind))


def report(chance, world, player):
    yield say(chance, world, player)


def report_with_name(chance, world, player):
    said = yield say(chance, world, player, name="王桂英", phone=phone(chance), by="sms")
    if said and chance.random() < 0.5:
        yield about(said, "needs.note", "/needs/{}/notes", "note", player, text="words")


def report_with_photo(chance, world, player):
    ask = say(chance, world, player)
    ask.form = multipart(ask.fields, {"photo": ("lamp.png", "image/png", picture(chance))})
    ask.action, ask.where = "needs.report", "photo"
    yield ask


def open_own(said, who):
    return Ask(who, "/follow", {"number": number(said), "secret": said.json["secret"]})


def withdraw(chance, world, player):
    said = yield say(chance, world, player)
    yield open_own(said, "anyone")
    yield about(said, "needs.add-word", "/follow/{}/words", "note", player, "anyone", text="words")
    yield about(said, "needs.withdraw", "/follow/{}/withdraw", "withdrawn", player, "anyone", text="reason")


def handle(chance, world, player):
    said = yield say(chance, world, player, name="陈阿公", phone=phone(chance), by="call")
    yield about(said, "needs.accept", "/needs/{}/acceptance", "accepted", player)
    yield about(said, "needs.release-sentence", "/needs/{}/sentence", "sentence", player, text="sentence")
    yield about(said, "needs.close", "/needs/{}/closure", "closed", player, text="reason", outcome="done")


def give_back(chance, world, player):
    said = yield say(chance, world, player)
    yield about(said, "needs.return", "/needs/{}/return", "returned", player, reason="place-missing")


def merge(chance, world, player):
    first = yield say(chance, world, player)
    second = yield say(chance, world, player)
    yield about(second, "needs.merge", "/needs/{}/merge", "merged", player, into=number(first))


def wish(chance, world, player):
    said = yield say(chance, world, player, kind="wish", name="李奶奶", phone=phone(chance), by="number")
    yield about(said, "needs.accept", "/needs/{}/acceptance", "accepted", player)
    yield about(said, "needs.release-sentence", "/needs/{}/sentence", "sentence", player, text="sentence")
    yield about(said, "wishes.claim", "/wishes/{}/claim", "claimed", player, "volunteer")
    if chance.random() < 0.3:
        yield about(said, "wishes.unclaim", "/wishes/{}/give-up", "unclaimed", player, "volunteer")


def enter(chance, world, player):
    tag = player.tag()
    place = chance.choice(world.buildings)
    fields = {"words": f"走访听来的：{chance.choice(WORDS)} {tag}", "place": place, "source": "visit"}
    yield Ask("station-head", "/needs/new", fields, "needs.enter", tag, "need")


def link(chance, world, player):
    """A resource is registered and checked, a need is linked with it, it is used, and the resident says how it went."""
    tag = player.tag()
    made = yield Ask("station-head", "/resources/new", resource(world, tag), "resources.add", tag, "resource")
    check = player.tag()
    yield Ask("station-head", f"/resources/{made.json['number']}/checks", {"how": "call", "note": check},
              "resources.verify", check, "check")
    said = yield say(chance, world, player)
    yield about(said, "needs.accept", "/needs/{}/acceptance", "accepted", player)
    linked = yield about(said, "links.propose", "/needs/{}/links", "identified", player,
                         resource=made.json["id"], quantity=3)
    yield about(said, "links.answer", f"/links/{linked.json}/answer", "linked", player, answer="accept", quantity=3)
    for _ in range(2):
        tag = player.tag()
        yield Ask("station-head", f"/links/{linked.json}/uses", {"day": world.day, "quantity": 1, "note": tag},
                  "links.use", tag, "use")
    yield about(said, "links.ask-feedback", "/needs/{}/links/feedback", "answered", player)
    yield open_own(said, "anyone")
    yield about(said, "needs.give-feedback", "/follow/{}/feedback", "feedback", player, "anyone", text="more",
                answer=str(chance.randrange(1, 4)))


def resource(world, tag: str) -> dict:
    return {"name": f"梯子 {tag}", "kind": "goods", "owner": "水秀里物业", "owner_kind": "property",
            "layer": "community", "stage": "steady", "charge": "free", "period": "day", "unit": "把",
            "capacity": 1000, "place": world.community, "reach": world.path, "classes": ["housing-lamp"],
            "public": True}


def offer(chance, world, player):
    tag = player.tag()
    fields = {"words": f"会修灯 {tag}", "name": "赵师傅", "phone": phone(chance)}
    yield Ask("anyone", "/offers", fields, "offers.report", tag, "offer", far_end=address(chance))


def take_talent(chance, world, player):
    tag = player.tag()
    fields = {"words": f"会理发 {tag}", "name": "孙师傅", "phone": phone(chance)}
    made = yield Ask("anyone", "/offers", fields, "offers.report", tag, "offer", far_end=address(chance))
    yield Ask("station-head", f"/offers/staff/{number(made)}/thanks", {}, "offers.answer")


def sign_in(chance, world, player):
    """Forgets one session and begins another; both must outlive a kill."""
    player.leave("volunteer")
    yield Ask("volunteer", "/me", method="GET")


def bring(chance, world, player):
    """A table of sixty needs: staged and adopted in chunks; an interrupted import is given up and begun again."""
    tag, rows = player.tag(), 60
    lines = "".join(f"{chance.choice(WORDS)} {tag},水秀里社区,第{row}户\n" for row in range(rows))
    table = (f"{tag}.csv", "text/csv", ("什么事,地方,具体位置\n" + lines).encode())
    stage = Ask("station-head", "/import", form=multipart({"kind": "needs"}, {"file": table}),
                may_refuse="import.same-file-on-its-way")
    staged = yield stage
    while staged is None:
        listed = yield Ask("station-head", "/import", method="GET")
        for batch in listed.json["batches"]:
            if batch["fileName"] == table[0] and batch["state"] != "discarded":
                yield Ask("station-head", f"/import/{batch['id']}/removal")
        staged = yield stage
    yield Ask("station-head", f"/import/{staged.json}/adoption", {}, "import.adopt", tag, "need", times=rows,
              is_marked=False, may_refuse="import.not-open", is_done_then=True)


def picture(chance) -> bytes:
    """A small photo of its own: a PNG of coloured noise."""
    wide, high = 64, 48
    noise = b"".join(b"\0" + chance.randbytes(3 * wide) for _ in range(high))
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(noise)) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
