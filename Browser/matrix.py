"""Every page, for everyone who may see it, in four looks and three widths."""

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import faults
from crew import Check, Failed, Worker
from demo import Site
from people import sign_in

# Open pages in every look and width; those behind a sign-in in the two that tell most, for the time it takes.
WIDTHS = {True: [360, 768, 1440], False: [360, 1440]}
LOOKS = {True: ["light", "dark", "large", "scripts-off", "english"], False: ["light", "dark"]}


@dataclass
class PageToSee:
    """An address, and the role that looks at it; `anyone` has no account.

    `{name}` in the address stands for what the first link on `source` has there.
    """

    path: str
    role: str
    source: str

    @property
    def is_open(self) -> bool:
        return self.role == "anyone"


def listed() -> list[PageToSee]:
    """The pages of `pages.txt`: role, address, and where an example of it is linked from."""
    pages = []
    for line in (Path(__file__).parent / "pages.txt").read_text().splitlines():
        words = line.split()
        if words and not line.startswith("#"):
            pages.append(PageToSee(words[1], words[0], words[2] if len(words) > 2 else ""))
    return pages


def checks(site: Site, pictures: bool) -> list[Check]:
    pages = listed()
    known = {re.sub(r"\{\w+\}", "{}", page.path) for page in pages}
    all_checks = []
    for page in pages:
        for look in [] if page.role == "journey" else LOOKS[page.is_open]:
            run = partial(see, site=site, what=page, look=look, pictures=pictures)
            all_checks.append(Check(f"page {page.role} {page.path} {look}", run))
    routes = site.listed_pages()
    if routes is not None:
        missing = sorted({path for path, _ in routes if re.sub(r"\{\w+\}|:\w+", "{}", path) not in known})
        all_checks.append(Check("pages.txt has every page", lambda _: complain(missing)))
    return all_checks


def complain(missing: list[str]):
    if missing:
        raise Failed("not in Browser/pages.txt: " + " ".join(missing))


def see(worker: Worker, site: Site, what: PageToSee, look: str, pictures: bool):
    """Opens the page once in one look, then weighs it and judges it at each width."""
    page = worker.page(
        color_scheme="dark" if look == "dark" else "light",
        java_script_enabled=look != "scripts-off",
        locale="en-US" if look == "english" else "zh-CN",
        reduced_motion="reduce",
        storage_state=sign_in(worker, site, what.role),
    )
    path = find(page, site, what)
    if look == "large":
        page.goto(site.address + "/?type=large")
    weight = faults.Weight(page) if look == "light" else None
    answer = page.goto(site.address + path, wait_until="load")
    found = []
    if answer.status != 200:
        raise Failed(f"{path} answered {answer.status}")
    if urlsplit(page.url).path != path:
        raise Failed(f"{path} led to {page.url}")
    if weight:
        page.wait_for_load_state("networkidle")
        found += weight.faults(site.address, what.is_open)
    # The page of samples shows a problem's page and a sheet too, each with its first heading.
    found += [fault for fault in faults.bones(page) if what.path != "/styleguide" or "headings" not in fault]
    found += wears(page, look)
    for width in WIDTHS[what.is_open] if look != "english" else [360]:
        page.set_viewport_size({"width": width, "height": 900})
        at_width = faults.sideways(page)
        if look != "scripts-off":
            at_width += faults.barriers(page)
        if width == 360 and what.is_open and look == "light":
            at_width += faults.small_targets(page)
        found += [f"at {width} px: {fault}" for fault in at_width]
        if pictures:
            worker.picture(f"page {what.role} {what.path} {look} {width}")
    found += page.wrongs
    if found:
        raise Failed(f"{path}: " + "; ".join(dict.fromkeys(found)))


def wears(page, look: str) -> list[str]:
    """Whether the page took the look on."""
    root = page.locator("html")
    if look == "large" and root.get_attribute("data-type") != "large":
        return ["large type was asked for and is not kept"]
    if look == "english" and not (root.get_attribute("lang") or "").startswith("en"):
        return ["English was asked for and not given"]
    if look == "dark":
        light = page.evaluate(
            """() => { const c = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
                       return c.length < 4 || c[3] > 0 ? (c[0] + c[1] + c[2]) / 3 > 128 : null; }""")
        if light:
            return ["dark was asked for and the paper is light"]
    return []


def find(page, site: Site, what: PageToSee) -> str:
    """The page's address, an example found on `source` where the address has a place to fill."""
    if "{" not in what.path:
        return what.path
    key = (what.role, what.path)
    if key not in site.examples:
        site.examples[key] = example(page, site, what)
    return site.examples[key]


def example(page, site: Site, what: PageToSee) -> str:
    """What the first fitting link has in the place to fill; what follows the place need not be in the link."""
    page.goto(site.address + what.source.replace("{area}", first_area(page, site, what.source)))
    before, after = re.split(r"\{\w+\}", what.path)
    pattern = re.compile("^(" + re.escape(before) + r"[^/?#]+)(" + re.escape(after) + ")?$")
    plain = {listed_page.path for listed_page in listed()}
    hrefs = page.locator("a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    for path in [urlsplit(href).path for href in hrefs]:
        found = pattern.match(path)
        if found and path not in plain:
            return found.group(1) + after
    raise Failed(f"{what.source} has no link like {what.path}")


def first_area(page, site: Site, source: str) -> str:
    if "{area}" not in source:
        return ""
    page.goto(site.address + urlsplit(source).path)
    values = page.locator("select[name=at] option").evaluate_all("all => all.map(one => one.value)")
    return next((value for value in values if value), "")
