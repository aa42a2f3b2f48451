"""The people of the journeys: who they are, and how they sign in to the demo with one click."""

import re

from crew import Failed, Worker
from demo import Site


def plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def enter(page, site: Site, role: str):
    """Signs the page's person in on the demo's page, by the button of the role."""
    page.goto(site.address + "/demo")
    for field in page.locator("[name=role]").all():
        if plain(field.get_attribute("value") or "") == plain(role):
            if field.evaluate("e => e.tagName") == "BUTTON":
                field.click()
            else:
                field.locator("xpath=ancestor::form").locator("button").first.click()
            page.wait_for_load_state()
            return
    raise Failed(f"/demo offers no sign-in as {role}")


def sign_in(worker: Worker, site: Site, role: str) -> dict | None:
    """What a browser keeps after signing in as `role`; None for anyone without an account."""
    if role == "anyone":
        return None
    if role not in worker.kept:
        page = worker.page()
        enter(page, site, role)
        worker.kept[role] = page.context.storage_state()
        page.context.close()
    return worker.kept[role]
