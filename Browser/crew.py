"""The workers: each a browser of its own in a thread of its own, taking checks from one list."""

import queue
import re
import threading
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
TRIES = 2


class Failed(Exception):
    """What is wrong with a page, in words for whoever mends it."""


@dataclass
class Check:
    """One thing to find out; `run` raises where it is not so."""

    name: str
    run: Callable[["Worker"], None]


class Worker:
    """A browser, and the folder for pictures of what went wrong."""

    def __init__(self, browser: Browser, out: Path):
        self.browser = browser
        self.out = out
        self.last_page: Page | None = None
        # Signed in once a role, then used again: role -> what the browser would keep.
        self.kept: dict[str, dict] = {}

    def page(self, **context) -> Page:
        """A page in a context of its own, a phone's in Chinese unless told otherwise, that notes what goes wrong."""
        phone = {"width": 360, "height": 780}
        settings = {"locale": "zh-CN", "timezone_id": "Asia/Shanghai", "viewport": phone, **context}
        page = self.browser.new_context(**settings).new_page()
        page.set_default_timeout(15_000)
        page.wrongs = []
        page.on("console", lambda said: said.type == "error" and page.wrongs.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: page.wrongs.append(f"script: {error}"))
        self.last_page = page
        return page

    def picture(self, name: str):
        if self.last_page and not self.last_page.is_closed():
            file = re.sub(r"[^\w.-]+", "_", name).strip("_")[:120]
            self.last_page.screenshot(path=str(self.out / f"{file}.png"), full_page=True)

    def close_pages(self):
        for context in self.browser.contexts:
            context.close()


def run_all(checks: list[Check], count: int, out: Path) -> list[str]:
    """Runs every check and returns what failed. One that breaks is tried once more, for a busy machine's sake."""
    waiting: queue.Queue[Check] = queue.Queue()
    for check in checks:
        waiting.put(check)
    failures: list[str] = []
    threads = [threading.Thread(target=work, args=(waiting, failures, out)) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # A worker that broke leaves its checks: they failed too.
    failures += [f"{check.name}: not run" for check in list(waiting.queue)]
    return failures


def work(waiting: "queue.Queue[Check]", failures: list[str], out: Path):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        worker = Worker(browser, out)
        while True:
            try:
                check = waiting.get_nowait()
            except queue.Empty:
                break
            attempt(check, worker, failures)
        browser.close()


def attempt(check: Check, worker: Worker, failures: list[str]):
    begun = time.monotonic()
    for turn in range(TRIES):
        try:
            check.run(worker)
            print(f"ok     {check.name} ({time.monotonic() - begun:.1f} s)", flush=True)
            return
        except Exception as error:  # Whatever went wrong is the finding.
            said = str(error) if isinstance(error, Failed) else brief(error)
            if turn == TRIES - 1 or isinstance(error, Failed):
                failures.append(f"{check.name}: {said}")
                print(f"not ok {check.name}: {said}", flush=True)
                try:
                    worker.picture(check.name)
                except Exception as unpictured:
                    print(f"       no picture: {brief(unpictured)}", flush=True)
                return
        finally:
            try:
                worker.close_pages()
            except Exception as unclosed:
                print(f"       not closed: {brief(unclosed)}", flush=True)


def brief(error: Exception) -> str:
    """The error's words and the line of the tests where it rose."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/Browser/" in frame.filename and ".venv" not in frame.filename]
    where = f" (at {Path(own[-1].filename).name}:{own[-1].lineno})" if own else ""
    return f"{type(error).__name__}: {' '.join(str(error).split())[:400]}{where}"
