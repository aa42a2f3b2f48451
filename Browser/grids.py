"""The map and the proposals of grids: opened, dragged on, changed by hand, with scripts and without."""

import re

from crew import Failed, Worker
from demo import Site
from people import enter
from steps import must_be_sound, must_not_hold, must_say, press

WIDE = {"width": 1440, "height": 900}


def journey_the_map_is_read_by_anyone(worker: Worker, site: Site):
    """Buildings lead to saying a need there; how many live in one is not said."""
    page = worker.page()
    page.goto(site.address + "/map")
    must_be_sound(page)
    must_not_hold(page, "60岁以上", "how many elders there are")
    building = page.locator(".plan a").first
    building.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/say\?at="))


def journey_a_building_is_dragged(worker: Worker, site: Site):
    page = worker.page(viewport=WIDE)
    enter(page, site, "social-worker")
    page.goto(site.address + "/map/positions")
    page.wait_for_load_state("networkidle")
    bar = page.locator("[data-mark]").first
    field = page.locator(f"[name='east-{bar.get_attribute('data-mark')}']")
    before = int(field.input_value())
    box = bar.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 12, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    after = int(field.input_value())
    if not 4 <= after - before <= 30:
        raise Failed(f"dragged to the right by twelve points, the building went from {before} to {after}")
    press(page, "^记下位置$")
    page.wait_for_url(re.compile("/map/positions"))
    if int(page.locator(f"[name='{field.get_attribute('name')}']").input_value()) != after:
        raise Failed("the building does not stand where it was put")
    must_be_sound(page)


def propose(page, site: Site) -> str:
    """A proposal of one's own, so that nobody else's is changed; its address."""
    page.goto(site.address + "/grids")
    press(page, "^做方案$")
    page.wait_for_url(re.compile(r"/grids/\d+$"), timeout=60_000)
    return page.url


def shift(page) -> tuple[str, str]:
    """Puts the first building at a border into the grid beside it; the figures before and after."""
    name = page.locator(".plan a title").first.text_content()
    page.locator("input[name=at]").fill(name)
    press(page, "^看这栋$")
    page.wait_for_selector("#hand h3")
    if name not in page.locator("#hand h3").inner_text():
        raise Failed(f"{name} was asked for and is not in hand")
    before = page.locator("table").last.inner_text()
    page.locator("#hand form[method=post] button").first.click()
    page.wait_for_function("text => [...document.querySelectorAll('table')].pop().innerText !== text", arg=before)
    return before, page.locator("table").last.inner_text()


def journey_a_proposal_is_changed_by_hand(worker: Worker, site: Site):
    """Without leaving the page where there are scripts, by the plain way where there are none."""
    for scripts in (True, False):
        page = worker.page(viewport=WIDE, java_script_enabled=scripts)
        enter(page, site, "station-head")
        address = propose(page, site)
        must_say(page, "户数离平均最远的网格差")
        if scripts:
            must_be_sound(page)
            before, after = shift(page)
            if before == after:
                raise Failed("the figures did not follow")
            must_be_sound(page)
        else:
            # A building drawn as one straight line has no height, so the browser's driver holds it for unseen.
            page.locator(".plan a").first.focus()
            page.keyboard.press("Enter")
            must_say(page, "一栋一栋地调")
        page.goto(address)
        press(page, "^放下这个方案$")
        page.wait_for_url(re.compile("/grids$"))
        must_say(page, "放下了")
