"""A client that nobody here wrote, against Open311 at --address: PyPI's `georeport`, in XML and in JSON.

It has no call to file a request, so that is done by `requests` from the specification's words.
Prints each check; the exit code is 1 where anything failed.
"""

import argparse
import sys
import xml.etree.ElementTree as ElementTree

import requests
from georeport import GeoReport

CITY = "/open311/v2"
WORDS = "路灯不亮 <b>\"\u0301 ]]> & 测试"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True, help="where the demo listens, as http://127.0.0.1:8080")
    parser.add_argument("--key", default="demo", help="the api_key")
    options = parser.parse_args()
    failures = check(options.address.rstrip("/") + CITY, options.key)
    for failure in failures:
        print(f"FAILED {failure}")
    print(f"{len(failures)} failed")
    return 1 if failures else 0


def check(root: str, key: str) -> list[str]:
    """Every check in turn; what failed."""
    failures: list[str] = []

    def expect(what: str, holds: bool):
        print(("ok     " if holds else "FAILED ") + what)
        if not holds:
            failures.append(what)

    seen = {form: read(GeoReport(root, api_key=key, output_format=form), form, expect) for form in ("json", "xml")}
    expect("both formats list the same services", seen["json"][0] == seen["xml"][0])
    expect("both formats list the same requests", seen["json"][1] == seen["xml"][1])
    for form in ("json", "xml"):
        file(root, key, form, expect)
    refuse(root, key, expect)
    return failures


def read(client: GeoReport, form: str, expect) -> tuple[list[str], list[str]]:
    services = client.get_service_list()
    codes = [service["service_code"] for service in services]
    expect(f"{form}: there are services of public space", "housing-lamp" in codes)
    expect(f"{form}: none is about persons", not any(code.startswith(("support-", "crisis-")) for code in codes))
    definition = client.get_service_definition("housing-lamp")
    expect(f"{form}: a service tells its attributes", definition["service_code"] == "housing-lamp")
    listed = client.get_service_requests()
    expect(f"{form}: there are public requests", len(listed) > 2)
    expect(f"{form}: every one has a released sentence", all(row["description"] for row in listed))
    expect(f"{form}: every one is of a listed service", all(row["service_code"] in codes for row in listed))
    one = client.get_service_request(listed[0]["service_request_id"])
    expect(f"{form}: one request is the same as in the list", one["description"] == listed[0]["description"])
    closed = client.get_service_requests(status="closed", service_code=listed[0]["service_code"])
    closed = closed if isinstance(closed, list) else [closed]
    expect(f"{form}: status narrows", all(row["status"] == "closed" for row in closed))
    return codes, [row["service_request_id"] for row in listed]


def file(root: str, key: str, form: str, expect):
    """Files a request, follows its token, and finds that its words are not shown."""
    sent = {"api_key": key, "service_code": "housing-lamp", "address_string": "12栋门口", "description": WORDS}
    answer = requests.post(f"{root}/requests.{form}", data=sent, timeout=20)
    expect(f"{form}: a request is taken", answer.status_code == 200)
    number, token = answered(answer, form, "service_request_id"), answered(answer, form, "token")
    led = requests.get(f"{root}/tokens/{token}.{form}", timeout=20)
    expect(f"{form}: its token leads to it", answered(led, form, "service_request_id") == number)
    shown = requests.get(f"{root}/requests/{number}.{form}", timeout=20)
    expect(f"{form}: it is open", answered(shown, form, "status") == "open")
    expect(f"{form}: its words are not shown", "测试" not in shown.text and not answered(shown, form, "description"))
    listed = requests.get(f"{root}/requests.{form}", timeout=20)
    expect(f"{form}: it is not listed before its release", number not in listed.text)


def refuse(root: str, key: str, expect):
    good = {"api_key": key, "service_code": "housing-lamp", "address_string": "12栋", "description": "灯"}
    cases = [
        ("no key", {"api_key": ""}, 403), ("a wrong key", {"api_key": "nobody"}, 403),
        ("no service", {"service_code": ""}, 400), ("a service of persons", {"service_code": "support-care"}, 404),
        ("no words", {"description": ""}, 400), ("too many words", {"description": "字" * 501}, 400),
        ("no place", {"address_string": ""}, 400), ("another city", {"jurisdiction_id": "nowhere"}, 404),
    ]
    for name, change, status in cases:
        answer = requests.post(f"{root}/requests.xml", data=good | change, timeout=20)
        expect(f"{name} is refused by {status}", answer.status_code == status)
        error = ElementTree.fromstring(answer.content)
        expect(f"{name} has its error", error.tag == "errors" and error.find("error/code").text == str(status))


def answered(answer: requests.Response, form: str, name: str) -> str | None:
    """A field of the first request in an answer."""
    if form == "json":
        return answer.json()[0].get(name)
    return ElementTree.fromstring(answer.content).find(f"request/{name}").text


if __name__ == "__main__":
    sys.exit(main())
