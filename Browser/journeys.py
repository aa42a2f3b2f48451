"""What people come to do, done in the browser by what they read there."""

import json
import re
import urllib.error
import urllib.request

from crew import Check, Failed, Worker
from demo import Site
from grids import (
    journey_a_building_is_dragged,
    journey_a_proposal_is_changed_by_hand,
    journey_the_map_is_read_by_anyone,
)
from loop import NUMBER, WIDE, journey_the_loop_closes, open_with_secret, poster_link, read_said, say_from_poster
from people import enter
from steps import fill, must_be_sound, must_not_hold, must_say, press, unfold

def checks(site: Site) -> list[Check]:
    """Every function here named journey_…, the longest first."""
    found = [(name, function) for name, function in globals().items() if name.startswith("journey_")]
    return [Check(name, lambda worker, function=function: function(worker, site)) for name, function in found]


def journey_anyone_says_a_need_from_the_poster_and_follows_it(worker: Worker, site: Site):
    text = "楼道灯坏了，我妈晚上下楼扶着墙走，怕她摔。"
    said = say_from_poster(worker, site, text, "灯、电梯、路面")
    must_be_sound(worker.last_page)
    stranger = worker.page()
    for path in ("/", "/needs/public"):
        stranger.goto(site.address + path)
        must_not_hold(stranger, text, "what a resident wrote, before a worker released it")
    stranger.goto(f"{site.address}/follow/{said.number}")
    must_not_hold(stranger, text, f"{said.number} to one without its secret")
    open_with_secret(stranger, site, said)
    must_say(stranger, said.number, text)


def journey_the_form_works_with_scripts_off(worker: Worker, site: Site):
    text = "小区东门的长椅断了一根，老人没法坐。"
    site.private.append(text)
    page = worker.page(java_script_enabled=False)
    page.goto(site.address + "/say")
    fill(page, "什么事", text)
    press(page, "下一步：在哪里")
    press(page, "下一步：怎么找您")
    must_say(page, text)
    press(page, "^送出")
    said = read_said(page)
    must_say(page, said.number, said.secret)


def journey_two_faults_keep_what_was_typed(worker: Worker, site: Site):
    page = worker.page()
    page.goto(site.address + poster_link(site))
    fill(page, "手机号", "1390000")
    unfold(page.locator("main"), "还想说得细一点")
    fill(page, "怎么称呼您", "林")
    press(page, "^送出")
    bad = page.locator("[aria-invalid=true]")
    if bad.count() != 2:
        raise Failed(f"{bad.count()} fields are marked, two are wrong")
    if page.get_by_label(re.compile("手机号")).first.input_value() != "1390000":
        raise Failed("the number that was typed is gone")
    if page.locator("input[name=name]").input_value() != "林":
        raise Failed("the name that was typed is gone")
    must_say(page, "还没写是什么事")
    must_be_sound(page)


def ask_json(site: Site, method: str, path: str, body: dict | None = None) -> tuple[int, dict, dict]:
    """What a program hears; the cookies it is given come back as headers to send."""
    headers = {"Accept": "application/json", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(site.address + path, data=data, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, json.load(answer), dict(answer.headers)
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused), dict(refused.headers)


def journey_a_program_says_the_same_need(worker: Worker, site: Site):
    """Over JSON with nothing but the language's own library."""
    text = "地下车库入口积水，骑车的人滑倒过。"
    site.private.append(text)
    code = poster_link(site).partition("=")[2]
    body = {"words": text, "first": "lamps-lifts-paths", "place": code, "rid": "journey-by-json-0001"}
    status, said, _ = ask_json(site, "POST", "/say", body)
    if status not in (200, 201) or not NUMBER.fullmatch(str(said.get("number", ""))) or not said.get("secret"):
        raise Failed(f"POST /say answered {status}: {said}")
    status, opened, _ = ask_json(site, "POST", "/follow", {"number": said["number"], "secret": said["secret"]})
    if status not in (200, 201, 303):
        raise Failed(f"POST /follow answered {status}: {opened}")
    status, refused, _ = ask_json(site, "POST", "/follow", {"number": said["number"], "secret": "AAAA-AAAA"})
    if status < 400 or "title" not in refused:
        raise Failed(f"a wrong secret answered {status}: {refused}")
    status, public, _ = ask_json(site, "GET", f"/needs/public.json?number={said['number']}")
    if status != 200 or text in json.dumps(public, ensure_ascii=False):
        raise Failed(f"the public list answered {status}, or holds the words")
    status, refused, _ = ask_json(site, "POST", "/say", {"words": ""})
    if status != 422:
        raise Failed(f"an empty need answered {status}: {refused}")


def journey_a_slip_opens_its_page(worker: Worker, site: Site):
    """A slip of paper from the printer leads to a page of its own."""
    head = worker.page(viewport=WIDE)
    enter(head, site, "station-head")
    head.goto(site.address + "/slips")
    fill(head, "给哪里的住户", poster_link(site).partition("=")[2])
    press(head, "做条")
    head.goto(site.address + "/slips/print")
    must_be_sound(head)
    # The address stands on the sheet as a code to scan; the same page as data spells it out.
    sheet = json.loads(head.request.get(site.address + "/slips/print.json").text())
    addresses = [slip["address"] for slip in sheet["slips"] if slip.get("address")]
    if not addresses:
        raise Failed("no slip on the sheet gives an address")
    page = worker.page()
    page.goto(site.address + re.search(r"/in/[^/?#]+", addresses[0]).group())
    must_say(page, "怎么称呼您")
    must_be_sound(page)


def journey_stale_links_are_refused_in_words(worker: Worker, site: Site):
    """A used or invented link to come in is refused by a page that says what to do."""
    for door in ("welcome", "password", "in"):
        path = f"/{door}/AAAAAAAAAAAAAAAAAAAAAA"
        page = worker.page()
        answer = page.goto(site.address + path)
        if answer.status >= 500 or page.locator("input[type=password]").count():
            raise Failed(f"{path} answered {answer.status}, or asks for a password")
        must_be_sound(page)


def journey_a_table_is_looked_through(worker: Worker, site: Site):
    """A table of resources is chosen, and its page says what is in it."""
    page = worker.page(viewport=WIDE)
    enter(page, site, "social-worker")
    page.goto(site.address + "/import")
    page.locator("input[type=file]").set_input_files(
        {"name": "x.csv", "mimeType": "text/csv", "buffer": "什么事,哪里\n路灯不亮,东门\n".encode()})
    press(page, "读一遍")
    page.wait_for_url(re.compile(r"/import/"))
    must_be_sound(page)


def journey_large_type_is_kept(worker: Worker, site: Site):
    page = worker.page()
    page.goto(site.address + "/")
    press(page, "大字")
    page.goto(site.address + "/wishes")
    if page.locator("html").get_attribute("data-type") != "large":
        raise Failed("large type is lost on the next page")
    if page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") < 19:
        raise Failed("large type is not large")


def journey_a_ledger_is_worked_by_keyboard(worker: Worker, site: Site):
    """From the top of the needs list to the first need with Tab and Enter alone, the focus always to be seen."""
    page = worker.page(viewport=WIDE)
    enter(page, site, "social-worker")
    page.goto(site.address + "/needs")
    for _ in range(120):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
                return { href: e.getAttribute("href") ?? "", what: e.outerHTML.slice(0, 120),
                         ring: s.outlineStyle !== "none" || s.boxShadow !== "none" }; }""")
        if not seen["ring"]:
            raise Failed(f"the focus cannot be seen on {seen['what']}")
        if re.search(r"/needs/X-\d+", seen["href"]):
            page.keyboard.press("Enter")
            page.wait_for_url(re.compile(r"/needs/X-\d+"))
            return
    raise Failed("no need is reached in 120 steps of Tab")


def journey_a_stranger_is_turned_away(worker: Worker, site: Site):
    for path in ("/day", "/needs", "/people", "/record", "/settings", "/import", "/slips"):
        page = worker.page()
        answer = page.goto(site.address + path)
        landed = page.url.removeprefix(site.address)
        if answer.status == 200 and not landed.startswith("/sign-in"):
            raise Failed(f"{path} opens to anyone")


def journey_every_role_lands_where_it_may_be(worker: Worker, site: Site):
    """Signing in leads to a page that the role may see."""
    roles = re.findall(r'name="role" value="([^"]+)"', site.get("/demo"))
    wrong = []
    for role in roles:
        page = worker.page()
        answers = []
        page.on("response", lambda answer: answers.append(answer.status))
        enter(page, site, role)
        if page.locator("main").count() == 0 or 403 in answers:
            wrong.append(f"{role} at {page.url.removeprefix(site.address)}")
        page.context.close()
    if wrong:
        raise Failed("signed in and shut out: " + ", ".join(wrong))


def journey_sheets_print(worker: Worker, site: Site):
    """On paper stand the words alone, without menus or buttons."""
    page = worker.page()
    poster = poster_link(site).replace("/say?at=", "/poster/")
    for path in ("/lists/sheet", "/paper/need", "/paper/offer", "/paper/slips", poster):
        page.goto(site.address + path)
        page.emulate_media(media="print")
        if page.locator("nav a:visible, main button:visible").count():
            raise Failed(f"menus or buttons stand on the printed {path}")
        if len(page.pdf(format="A4")) < 1000:
            raise Failed(f"the sheet {path} is empty")
    page.goto(site.address + "/lists")
    must_say(page, "需求", "服务", "资源")


def journey_ticked_needs_print(worker: Worker, site: Site):
    """A worker ticks two needs in the ledger and has them on one sheet."""
    page = worker.page(viewport=WIDE)
    enter(page, site, "social-worker")
    page.goto(site.address + "/needs")
    boxes = page.locator("input[type=checkbox][name=n]")
    numbers = NUMBER.findall(page.locator("tbody").first.inner_text())
    boxes.nth(0).check(force=True)
    boxes.nth(1).check(force=True)
    press(page, "^打印$")
    page.wait_for_url(re.compile("/needs/print"))
    must_say(page, *numbers[:2])
    must_be_sound(page)
