"""What people come to do, done in the browser by what they read there."""

import json
import re
import urllib.error
import urllib.request
from dataclasses import dataclass

from crew import Check, Failed, Worker
from demo import Site
from people import enter
from steps import Taps, choose, fill, must_be_sound, must_not_hold, must_say, press, unfold, words

PHONE = "13900006041"
WIDE = {"width": 1440, "height": 900}
NUMBER = re.compile(r"X-\d+")


def checks(site: Site) -> list[Check]:
    """Every function here named journey_…, in order."""
    found = [(name, function) for name, function in globals().items() if name.startswith("journey_")]
    return [Check(name, lambda worker, function=function: function(worker, site)) for name, function in found]


@dataclass
class Said:
    """What a resident has in hand after saying a need."""

    number: str
    secret: str


def poster_link(site: Site) -> str:
    """Where a stairwell's poster sends a phone: found as one walks from the page of papers to a poster."""
    area = re.search(r'<option value="([^"]+)"', site.get("/paper")).group(1)
    poster = re.search(r'href="(/poster/[^"?]+)"', site.get(f"/paper?at={area}"))
    if not poster:
        raise Failed("the page of papers leads to no poster")
    return "/say?at=" + poster.group(1).removeprefix("/poster/")


def read_said(page) -> Said:
    """Number and code from the page that follows the form."""
    page.wait_for_url(re.compile(r"/say/done/"))
    figures = page.locator("main .figure").all_inner_texts()
    if len(figures) != 2 or not NUMBER.fullmatch(figures[0].strip()) or len(figures[1].strip()) < 8:
        raise Failed(f"number and code do not stand on {page.url}: {figures}")
    return Said(figures[0].strip(), figures[1].strip())


def say_from_poster(worker: Worker, site: Site, text: str, kind: str) -> Said:
    """On a phone, from the poster, counting taps."""
    site.private += [text, PHONE]
    page = worker.page(has_touch=True, is_mobile=True)
    page.goto(site.address + poster_link(site))
    hand = Taps(page)
    hand.write("什么事", text)
    hand.tap(page.get_by_text(kind, exact=True))
    hand.write("手机号", PHONE)
    hand.tap(page.get_by_role("button", name="送出"))
    said = read_said(page)
    if hand.count > 4:
        raise Failed(f"{hand.count} taps from the poster to the number, at most 4")
    must_say(page, "收到了", "查询码")
    if said.secret.replace("-", "") in page.url.replace("-", ""):
        raise Failed("the secret stands in the address")
    return said


def open_with_secret(page, site: Site, said: Said):
    page.goto(site.address + "/follow")
    fill(page, "^编号", said.number)
    fill(page, "^查询码", said.secret)
    press(page, "打开")
    page.wait_for_url(re.compile(f"/follow/{said.number}"))


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


def journey_the_loop_closes(worker: Worker, site: Site):
    """A need is said, accepted, told in one sentence, linked, answered, used, judged, and public as done."""
    text = "我爸出院回来腿使不上劲，想借一张轮椅用两个月。"
    sentence = "有位老人出院回家，要借一张轮椅。"
    said = say_from_poster(worker, site, text, "老人照料、陪伴")
    staff = worker.page(viewport=WIDE)
    need = f"{site.address}/needs/{said.number}"
    take_on(staff, site, said, sentence)
    link = ask_first_recommended(staff, need)
    answer_for_the_owner(worker, site, link)
    record_use(staff, need, link)
    resident = worker.page()
    open_with_secret(resident, site, said)
    must_say(resident, "就差您一句话")
    choose(resident, "^行")
    press(resident, "告诉社区")
    must_say(resident, "办成了")
    public = worker.page(viewport=WIDE)
    public.goto(f"{site.address}/needs/public?number={said.number}")
    must_say(public, re.escape(sentence), said.number, "办结|办成")
    must_not_hold(public, text, "the words of the need")


def take_on(staff, site: Site, said: Said, sentence: str):
    """The worker finds the need among the day's work or in the ledger, accepts it, releases a sentence."""
    enter(staff, site, "social-worker")
    staff.goto(site.address + "/day")
    if said.number not in staff.content():
        staff.goto(site.address + "/needs")
    link = staff.locator(f"a[href$='/needs/{said.number}']")
    if not link.count():
        raise Failed(f"{said.number} stands neither in the day's work nor at the top of the ledger")
    link.first.click()
    staff.wait_for_url(re.compile(said.number))
    press(staff, "^接办$")
    released = unfold(staff.locator("main"), "放出一句给大家看")
    released.get_by_label("给大家看的一句话").fill(sentence)
    released.get_by_role("button", name="放出去").click()
    staff.wait_for_load_state()
    must_say(staff, "已公开")


def ask_first_recommended(staff, need: str) -> str:
    """Asks the first recommended resource, which must say why it is first; gives the link's id."""
    staff.goto(need)
    first = staff.locator("#who > div > ol > li").first
    if not first.locator(".reasons").inner_text().strip():
        raise Failed("a recommended resource gives no reason")
    unfold(first, "请他们帮|约满了也排上").get_by_role("button").click()
    staff.wait_for_load_state()
    staff.goto(need)
    ends = staff.locator("#links form[action*='/end']")
    if not ends.count():
        raise Failed(f"no link stands on {staff.url}: {words(staff)[:400]}")
    return re.search(r"/links/([^/]+)/end", ends.first.get_attribute("action")).group(1)


def answer_for_the_owner(worker: Worker, site: Site, link: str):
    """Whoever owns it among the demo's people answers on their desk; else the worker answers for them."""
    for role in ("volunteer", "organisation-leader", "company-contact", "social-worker"):
        desk = worker.page()
        enter(desk, site, role)
        desk.goto(site.address + "/my/resources")
        item = desk.locator(f"#r-{link}")
        if item.count() and item.get_by_role("button", name="回话").count():
            item.get_by_label("行，我们来").check(force=True)
            item.get_by_role("button", name="回话").click()
            desk.wait_for_load_state()
            must_say(desk, "答应")
            return
    raise Failed("nobody can answer the link: it stands on no desk")


def record_use(staff, need: str, link: str):
    """The worker records the use and asks how it was."""
    staff.goto(need)
    used = unfold(staff.locator("#links"), "记一次用了多少")
    used.get_by_role("button", name="记下").click()
    staff.wait_for_load_state()
    staff.goto(need)
    press(staff, "问一声好不好")
    staff.goto(need)
    must_say(staff, "问一句好不好")


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
    for path in ("/welcome/AAAAAAAAAAAAAAAAAAAAAA", "/password/AAAAAAAAAAAAAAAAAAAAAA", "/in/AAAAAAAAAAAAAAAAAAAAAA"):
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
    for path in ("/lists/sheet", "/paper/need", "/paper/offer", "/paper/slips", poster_link(site).replace(
            "/say?at=", "/poster/")):
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
