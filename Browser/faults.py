"""What can be wrong with a page that stands open: found here, said in words."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# In bytes: for a resident on a phone, and for those whose work it is.
HEAVIEST = {True: 100_000, False: 110_000}
MOST_REQUESTS = 3


def barriers(page: Page) -> list[str]:
    """What axe finds, a line a rule with the first place."""
    found = AXE.run(page, options=RULES).response["violations"]
    return [f"axe {rule['id']} ({rule['help']}) × {len(rule['nodes'])}: {place(rule)}" for rule in found]


def place(rule: dict) -> str:
    node = rule["nodes"][0]
    return f"{' '.join(map(str, node['target']))} {node['html'][:120]}"


def sideways(page: Page) -> list[str]:
    """The widest thing that makes the page scroll sideways."""
    widest = page.evaluate(
        """() => {
            const room = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= room) return null;
            let worst = null, edge = room + 0.5;
            for (const element of document.body.querySelectorAll("*")) {
                const right = element.getBoundingClientRect().right;
                if (right > edge && !element.closest(".scroll")) { edge = right; worst = element; }
            }
            const name = worst ? worst.outerHTML.slice(0, 120) : "unknown";
            return `${document.documentElement.scrollWidth} px in ${room} px: ${name}`;
        }""")
    return [f"scrolls sideways: {widest}"] if widest else []


def bones(page: Page) -> list[str]:
    """What every page has: one first heading, a language, a title, a main part with words in it."""
    seen = page.evaluate(
        """() => ({
            heads: document.querySelectorAll("h1").length,
            language: document.documentElement.lang,
            title: document.title.trim(),
            words: (document.querySelector("main")?.innerText ?? "").trim().length,
            inline: document.querySelectorAll("script:not([src]):not([type='application/ld+json']), [style], [onclick]")
                .length,
        })""")
    faults = []
    if seen["heads"] != 1:
        faults.append(f"{seen['heads']} first headings")
    if not seen["language"]:
        faults.append("no language")
    if not seen["title"]:
        faults.append("no title")
    if seen["words"] < 10:
        faults.append("main has no words")
    if seen["inline"]:
        faults.append(f"{seen['inline']} inline scripts or styles")
    return faults


def small_targets(page: Page) -> list[str]:
    """On a phone, buttons and fields under 44 px high."""
    small = page.evaluate(
        """() => [...document.querySelectorAll("main button, main select, main input:not([type=hidden])")]
            .filter(e => !["checkbox", "radio"].includes(e.type) && e.getClientRects().length)
            .filter(e => { const box = e.getBoundingClientRect(); return box.height > 1 && box.height < 43.5; })
            .map(e => `${Math.round(e.getBoundingClientRect().height)} px: ${e.outerHTML.slice(0, 90)}`)""")
    return [f"{len(small)} targets under 44 px, {small[0]}"] if small else []


class Weight:
    """Counts what a first view fetches, as it comes over the wire."""

    def __init__(self, page: Page):
        self.bytes = 0
        self.requests: list[str] = []
        self.bad: list[str] = []
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.loadingFinished", lambda event: self.add(event["encodedDataLength"]))
        page.on("request", lambda request: request.url.startswith("http") and self.requests.append(request.url))
        page.on("response", lambda answer: answer.status >= 400 and self.bad.append(f"{answer.status} {answer.url}"))

    def add(self, count: float):
        self.bytes += int(count)

    def faults(self, own: str, is_open: bool) -> list[str]:
        faults = [f"answered {bad}" for bad in self.bad]
        if self.bytes > HEAVIEST[is_open]:
            faults.append(f"{self.bytes} bytes, at most {HEAVIEST[is_open]}")
        if len(self.requests) > MOST_REQUESTS:
            faults.append(f"{len(self.requests)} requests, at most {MOST_REQUESTS}: {' '.join(self.requests)}")
        faults += [f"calls away: {url}" for url in self.requests if not url.startswith(own)]
        return faults
