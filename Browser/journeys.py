"""What people come to do, done in the browser by what they read there: labels, buttons, headings."""

import re

from crew import Check, Failed, Worker
from demo import Site
from people import enter

SAID = "楼道灯坏了，我妈晚上下楼扶着墙走，怕她摔。"
PHONE = "13900006041"


def checks(site: Site) -> list[Check]:
    """Every function here named journey_…, in order."""
    found = [(name, function) for name, function in globals().items() if name.startswith("journey_")]
    return [Check(name, lambda worker, function=function: function(worker, site)) for name, function in found]


# What stands on the pages, in one place.
NUMBER = re.compile(r"X-\d+")


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


def choose_first(page, name: str):
    """Chooses the first of a group of radios, or the first real option of a list, by the field's name."""
    radio = page.locator(f"input[type=radio][name={name}]")
    if radio.count():
        radio.first.check(force=True)
        return
    choices = page.locator(f"select[name={name}]")
    if choices.count():
        values = [option.get_attribute("value") for option in choices.locator("option").all()]
        choices.select_option(next(value for value in values if value))


def must_say(page, *texts: str):
    words = page.locator("body").inner_text()
    for text in texts:
        if not re.search(text, words):
            raise Failed(f"{page.url} does not say {text!r}")


def say_a_need(page, site: Site, said: str = SAID, path: str = "/say") -> tuple[str, str]:
    """Goes through the guided form; returns the number and the address of the page that follows it."""
    page.goto(site.address + path)
    page.locator("textarea").first.fill(said)
    for _ in range(6):
        if NUMBER.search(page.locator("main").inner_text()) and not page.locator("textarea, input[name=phone]").count():
            break
        for name in ("for", "class", "place", "grid", "area", "building", "urgency", "contact"):
            if not page.locator(f"input[name={name}]:checked").count():
                choose_first(page, name)
        phone = page.locator("input[name=phone], input[type=tel]")
        if phone.count() and not phone.first.input_value():
            phone.first.fill(PHONE)
        press(page, "下一步", "送出", "说一声", "就这些")
    number = NUMBER.search(page.locator("main").inner_text())
    if not number:
        raise Failed(f"no number at the end of the form, at {page.url}: {page.locator('main').inner_text()[:200]}")
    return number.group(), page.url


def journey_anyone_says_a_need_and_follows_it(worker: Worker, site: Site):
    page = worker.page()
    site.private += [SAID, PHONE]
    number, _ = say_a_need(page, site)
    must_say(page, number)
    if "?" in page.url and re.search(r"(secret|key|token)=", page.url):
        raise Failed("the secret stands in the query string")
    page.goto(site.address + "/")
    if SAID in page.content():
        raise Failed("what a resident wrote is public before a worker released it")
    other = worker.page()
    answer = other.goto(f"{site.address}/follow/{number}")
    if SAID in other.content():
        raise Failed(f"anyone may read {number} without its secret ({answer.status})")


def journey_the_form_works_with_scripts_off(worker: Worker, site: Site):
    page = worker.page(java_script_enabled=False)
    number, _ = say_a_need(page, site, "小区东门的长椅断了一根，老人没法坐。")
    must_say(page, number)


def journey_a_fault_is_said_beside_its_field(worker: Worker, site: Site):
    page = worker.page()
    page.goto(site.address + "/say")
    press(page, "下一步", "送出")
    must_say(page, "还差")
    if not page.locator("[aria-invalid=true], .bad").count():
        raise Failed("no field is marked as the one to mend")


def journey_the_loop_closes(worker: Worker, site: Site):
    """A need is said, accepted, linked by its recommendation, answered by the owner, used, and fed back."""
    resident = worker.page()
    number, follow = say_a_need(resident, site, "家里老人出院回来，想借一张轮椅用两个月。")
    staff = worker.page(viewport={"width": 1440, "height": 900})
    enter(staff, site, "social-worker")
    staff.goto(site.address + "/day")
    must_say(staff, number)
    staff.goto(f"{site.address}/needs/{number}")
    press(staff, "接办", "受理")
    must_say(staff, "谁能帮上")
    if not staff.locator(".reasons li").count():
        raise Failed("a recommended resource gives no reason")
    press(staff, "请他们", "对接", "联系")
    must_say(staff, "对接")
    press(staff, "他们答应了", "答应", "接受")
    press(staff, "记录使用", "记下使用", "用上了")
    resident.goto(follow)
    choose(resident, "^行")
    press(resident, "告诉社区")
    must_say(resident, "办完|办结|谢谢")
    public = worker.page()
    public.goto(f"{site.address}/follow/{number}")
    must_say(public, number)


def journey_large_type_is_kept(worker: Worker, site: Site):
    page = worker.page()
    page.goto(site.address + "/")
    press(page, "大字")
    page.goto(site.address + "/wishes")
    if page.locator("html").get_attribute("data-type") != "large":
        raise Failed("large type is lost on the next page")


def journey_a_ledger_is_worked_by_keyboard(worker: Worker, site: Site):
    """From the top of the needs list to the first need with Tab and Enter alone, the focus always to be seen."""
    page = worker.page(viewport={"width": 1440, "height": 900})
    enter(page, site, "social-worker")
    page.goto(site.address + "/needs")
    for _ in range(80):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
                return { href: e.getAttribute("href") ?? "",
                         ring: s.outlineStyle !== "none" || s.boxShadow !== "none" }; }""")
        if not seen["ring"]:
            raise Failed("the focus cannot be seen")
        if re.search(r"/needs/X-\d+", seen["href"]):
            page.keyboard.press("Enter")
            page.wait_for_url(re.compile(r"/needs/X-\d+"))
            return
    raise Failed("no need is reached in 80 steps of Tab")


def journey_a_stranger_is_turned_away(worker: Worker, site: Site):
    for path in ("/day", "/needs", "/people", "/record", "/settings"):
        page = worker.page()
        answer = page.goto(site.address + path)
        landed = page.url.removeprefix(site.address)
        if answer.status == 200 and not landed.startswith("/sign-in"):
            raise Failed(f"{path} opens to anyone")


def journey_the_three_lists_print(worker: Worker, site: Site):
    page = worker.page()
    page.goto(site.address + "/lists")
    page.emulate_media(media="print")
    must_say(page, "需求", "服务", "资源")
    if page.locator("nav:visible, form:visible").count():
        raise Failed("menus or forms stand on the printed sheet")
    if len(page.pdf(format="A4")) < 1000:
        raise Failed("the sheet is empty")
