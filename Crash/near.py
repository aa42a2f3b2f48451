"""A follower answers guests while it is near, and nobody while it is far behind."""

import http.client
import re
import time

import stories
from client import Client, new_mark

FAR = 20


def readings(run) -> list[str]:
    """Guests' pages by the follower; then its replay is held up, and the server that leads answers."""
    engine, port = run.engine, run.servers[0].port
    faults = [] if follows(port) else ["no page of a guest came from the follower although it is near"]
    staff = Client(port)
    staff.post("/demo/sign-in", {"role": "station-head"})
    count = followed(port)
    for _ in range(5):
        staff.get("/resources")
    if followed(port) != count:
        faults.append("a page of somebody signed in came from the follower")
    engine.on(engine.other, "SELECT pg_wal_replay_pause()")
    try:
        tag = "#near-1#"
        made = staff.post("/resources/new", stories.resource(run.players[0].world, tag), new_mark(run.chance))
        if made.status not in (200, 201) or not seen(staff, tag):
            faults.append(f"who wrote does not see it at once: {made.status}")
        end = time.monotonic() + FAR
        while not seen(Client(port), tag) and time.monotonic() < end:
            time.sleep(0.1)
        if not seen(Client(port), tag):
            faults.append(f"guests are shown a state that is {FAR} s old")
        if follows(port):
            faults.append("a page of a guest came from a follower that is far behind")
    finally:
        engine.on(engine.other, "SELECT pg_wal_replay_resume()")
    end = time.monotonic() + FAR
    while not follows(port) and time.monotonic() < end:
        time.sleep(0.1)
    if not follows(port):
        faults.append("the follower is near again, and no page of a guest comes from it")
    if not seen(Client(port), tag):
        faults.append("the follower that is near again does not show what was written")
    staff.hang_up()
    print("the follower answers guests while it is near, and nobody while it is behind" if not faults else faults)
    return faults


def seen(client: Client, tag: str) -> bool:
    return tag.encode() in client.send("GET", "/resources", headers={"Accept": "text/html"}).body


def follows(port: int) -> bool:
    """Whether a guest's page comes from the follower."""
    before = followed(port)
    seen(Client(port), "")
    return followed(port) > before


def followed(port: int) -> int:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.request("GET", "/metrics")
    text = line.getresponse().read().decode()
    line.close()
    return int(re.search(r"linli_database_followed_total (\d+)", text).group(1))
