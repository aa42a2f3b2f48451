"""An open load: so many requests a second at their times, whether or not the last was answered."""

import asyncio
import time
from dataclasses import dataclass, field

CONNECTIONS = 64


@dataclass
class Asked:
    """A request ready to be sent, and the page whose figure it counts for."""

    page: str
    wire: bytes


@dataclass
class Seen:
    """Milliseconds from the time at which each request was due to the end of its answer, by page."""

    spans: dict[str, list[float]] = field(default_factory=dict)
    failures: dict[str, int] = field(default_factory=dict)

    def percentile(self, page: str, share: float) -> float:
        spans = sorted(self.spans[page])
        return spans[min(len(spans) - 1, int(len(spans) * share))]


def get(page: str, path: str, cookie: str = "") -> Asked:
    return Asked(page, wire("GET", path, cookie=cookie))


def wire(method: str, path: str, body: bytes = b"", cookie: str = "", headers: dict = {}) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", "Accept-Language: zh-CN"]
    lines += [f"{name}: {value}" for name, value in ({"Accept": "text/html"} | headers).items()]
    if cookie:
        lines.append(f"Cookie: {cookie}")
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def run(ports: list[int], asked: list[Asked], rate: int) -> Seen:
    """Sends all of them, one every `1 / rate` seconds, to each port in turn."""
    return asyncio.run(play(ports, asked, rate))


async def play(ports: list[int], asked: list[Asked], rate: int) -> Seen:
    seen, queue = Seen(), asyncio.Queue()
    workers = [asyncio.create_task(work(ports[n % len(ports)], queue, seen)) for n in range(CONNECTIONS)]
    begun = time.perf_counter()
    for index, one in enumerate(asked):
        due = begun + index / rate
        wait = due - time.perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        queue.put_nowait((due, one))
    for _ in workers:
        queue.put_nowait(None)
    await asyncio.gather(*workers)
    return seen


async def work(port: int, queue: asyncio.Queue, seen: Seen):
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
    try:
        while (job := await queue.get()) is not None:
            due, one = job
            writer.write(one.wire)
            status = await answer(reader)
            seen.spans.setdefault(one.page, []).append((time.perf_counter() - due) * 1000)
            if not 200 <= status < 400:
                seen.failures[one.page] = seen.failures.get(one.page, 0) + 1
    finally:
        writer.close()


async def answer(reader: asyncio.StreamReader) -> int:
    """Reads one answer to its end, by its length or in chunks; returns its status."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = head.partition("content-length:")[2].split("\r\n")[0].strip()
    if length:
        await reader.readexactly(int(length))
    elif "transfer-encoding: chunked" in head:
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
        await reader.readexactly(2)
    return int(head.split()[1])
