"""What a person does on a page, by what they read there: labels, buttons, links, headings."""

import re

import faults
from crew import Failed


def press(page, *names: str):
    """Presses the first button or link that has one of the names."""
    for name in names:
        for role in ("button", "link"):
            found = page.get_by_role(role, name=re.compile(name))
            if found.count():
                found.first.click()
                page.wait_for_load_state()
                return
    raise Failed(f"{page.url} has no {' or '.join(names)}; it has: {', '.join(buttons(page))}")


def buttons(page) -> list[str]:
    return [text.strip() for text in page.get_by_role("button").all_inner_texts()]


def fill(page, label: str, value: str):
    page.get_by_label(re.compile(label)).first.fill(value)


def choose(page, label: str):
    """Chooses a radio or a box as a person does, by its label."""
    page.get_by_label(re.compile(label)).first.check(force=True)


def unfold(part, summary: str):
    """Opens what is folded away under a word, where it is not open yet; gives what was inside."""
    head = page_of(part).locator("summary", has_text=re.compile(summary))
    folded = part.locator("details").filter(has=head).first
    if not folded.count():
        raise Failed(f"{page_of(part).url} has nothing folded under {summary!r}")
    if folded.get_attribute("open") is None:
        folded.locator("summary").first.click()
    return folded


def page_of(part):
    return getattr(part, "page", part)


def words(page) -> str:
    return page.locator("body").inner_text()


def must_say(page, *texts: str):
    said = words(page)
    for text in texts:
        if not re.search(text, said):
            raise Failed(f"{page.url} does not say {text!r}; it says {' '.join(said.split())[:600]}")


def must_not_hold(page, secret_words: str, whose: str):
    if secret_words in page.content():
        raise Failed(f"{page.url} shows {whose}")


def must_be_sound(page):
    """The same judgement that the matrix passes, for pages that only a journey reaches."""
    found = faults.bones(page) + faults.sideways(page) + faults.barriers(page)
    if found:
        raise Failed(f"{page.url}: " + "; ".join(found))


class Taps:
    """Counts what a finger does apart from typing."""

    def __init__(self, page):
        self.page = page
        self.count = 0

    def tap(self, found):
        self.count += 1
        found.first.tap()
        self.page.wait_for_load_state()

    def write(self, label: str, value: str):
        """A tap into the field, then the keyboard."""
        field = self.page.get_by_label(re.compile(label)).first
        self.tap(field)
        self.page.keyboard.insert_text(value)
