"""The loop: a need is said from a stairwell's poster, taken on, linked, used, judged, and public as done."""

import re
from dataclasses import dataclass

from crew import Failed, Worker
from demo import Site
from people import enter
from steps import Taps, choose, fill, must_not_hold, must_say, press, unfold, words

PHONE = "13900006041"
WIDE = {"width": 1440, "height": 900}
NUMBER = re.compile(r"X-\d+")


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
