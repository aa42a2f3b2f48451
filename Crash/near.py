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
    page = "/resources?q=near"
    faults = [] if soon(lambda: follows(port)) else ["no page of a guest came from the follower although it is near"]
    staff = Client(port)
    staff.post("/demo/sign-in", {"role": "station-head"})
    count = followed(port)
    for _ in range(5):
        staff.get("/resources")
    if followed(port) != count:
        faults.append("a page of somebody signed in came from the follower")
    engine.on(engine.other, "SELECT pg_wal_replay_pause()")
    soon(lambda: engine.on(engine.other, "SELECT pg_get_wal_replay_pause_state()") == ["paused"])
    try:
        made = staff.post("/resources/new", stories.resource(run.players[0].world, "#near#"), new_mark(run.chance))
        if made.status != 201 or not seen(staff, page):
            faults.append("who wrote does not see it at once")
        if not soon(lambda: seen(Client(port), page)):
            faults.append(f"guests are shown a state that is {FAR} s old")
        if not soon(lambda: not follows(port)):
            faults.append("a page of a guest came from a follower that is far behind")
    finally:
        engine.on(engine.other, "SELECT pg_wal_replay_resume()")
    if not soon(lambda: follows(port)):
        faults.append("the follower is near again, and no page of a guest comes from it")
    if not seen(Client(port), page):
        faults.append("the follower that is near again does not show what was written")
    staff.hang_up()
    print("the follower answers guests while it is near, and nobody while it is behind" if not faults else faults)
    return faults


def soon(holds) -> bool:
    end = time.monotonic() + FAR
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.1)
    return False


def seen(client: Client, page: str) -> bool:
    return b"#near#" in client.send("GET", page, headers={"Accept": "text/html"}).body


def follows(port: int) -> bool:
    """Whether a guest's page comes from the follower."""
    before = followed(port)
    seen(Client(port), "/")
    return followed(port) > before


def followed(port: int) -> int:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.request("GET", "/metrics")
    text = line.getresponse().read().decode()
    line.close()
    return int(re.search(r"linli_database_followed_total (\d+)", text).group(1))
