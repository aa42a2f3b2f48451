"""One person's way in: a kept connection, a session, and a mark of its own for every request that changes something."""

import base64
import http.client
import json
import random
from dataclasses import dataclass, field

PATIENCE = 30


class Gone(Exception):
    """The server did not answer: whether it did what was asked is not known."""


@dataclass
class Answer:
    status: int
    body: bytes
    cookies: list[str]

    @property
    def json(self) -> dict:
        return json.loads(self.body) if self.body else {}

    @property
    def refusal(self) -> str:
        """The name of an expected no; empty where the world failed."""
        try:
            return self.json.get("name", "") if 400 <= self.status < 500 else ""
        except ValueError:
            return ""


@dataclass
class Client:
    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    far_end: str = "10.0.0.1"
    line: http.client.HTTPConnection | None = None

    def send(self, method: str, path: str, body: bytes | None = None, headers: dict = {}) -> Answer:
        """Asks once. The connection is made anew after a break, the question never asked twice."""
        try:
            if self.line is None:
                self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
            self.line.request(method, path, body, {**self.standing(), **headers})
            answer = self.line.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.hang_up()
            raise Gone(str(error)) from error
        if answer.will_close:
            self.hang_up()
        cookies = [cookie.split(";")[0] for cookie in answer.headers.get_all("Set-Cookie") or []]
        self.cookies.update(cookie.split("=", 1) for cookie in cookies)
        return Answer(answer.status, text, cookies)

    def standing(self) -> dict:
        headers = {"Accept": "application/json", "X-Forwarded-For": self.far_end}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return headers

    def get(self, path: str) -> Answer:
        return self.send("GET", path)

    def post(self, path: str, fields: dict | None = None, mark: str | None = None) -> Answer:
        headers = {"Content-Type": "application/json"}
        if mark:
            headers["Idempotency-Key"] = mark
        return self.send("POST", path, json.dumps(fields or {}).encode(), headers)

    def hang_up(self):
        if self.line is not None:
            self.line.close()
            self.line = None


def new_mark(chance: random.Random) -> str:
    """An identifier as the house writes them: 16 bytes in 22 letters."""
    return base64.urlsafe_b64encode(chance.randbytes(16)).decode().rstrip("=")


def mark_hex(mark: str) -> str:
    return base64.urlsafe_b64decode(mark + "==").hex()


def multipart(fields: dict[str, str], files: dict[str, tuple[str, str, bytes]]) -> tuple[bytes, str]:
    """A form with files: its body and its type."""
    edge, parts = "linli-crash-edge", []
    for name, value in fields.items():
        head = f'Content-Disposition: form-data; name="{name}"'
        parts.append(f"--{edge}\r\n{head}\r\n\r\n{value}\r\n".encode())
    for name, (file, kind, data) in files.items():
        head = f'Content-Disposition: form-data; name="{name}"; filename="{file}"\r\nContent-Type: {kind}'
        parts.append(f"--{edge}\r\n{head}\r\n\r\n".encode() + data + b"\r\n")
    return b"".join([*parts, f"--{edge}--\r\n".encode()]), f"multipart/form-data; boundary={edge}"
