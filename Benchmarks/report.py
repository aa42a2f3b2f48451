"""The table of figures: what was measured, its limit, and whether it holds."""

import json
import os
import platform
import subprocess
import time
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass
class Line:
    """One figure. `limit` is empty where it is told and not judged; `kind` is how it is written."""

    name: str
    figure: float
    kind: str = "number"
    limit: float | None = None
    least: bool = False

    @property
    def holds(self) -> bool | None:
        if self.limit is None:
            return None
        return self.figure >= self.limit if self.least else self.figure <= self.limit

    @property
    def cells(self) -> tuple[str, str, str]:
        limit = "" if self.limit is None else ("≥ " if self.least else "≤ ") + said(self.limit, self.kind)
        verdict = {None: "", True: "holds", False: "BROKEN"}[self.holds]
        return said(self.figure, self.kind), limit, verdict


def said(value: float, kind: str) -> str:
    match kind:
        case "percent": return f"{value * 100:.0f}%"
        case "ratio": return f"{value:.2f}×"
        case "us": return f"{value:,.0f} µs"
        case "seconds": return f"{value:.2f} s"
        case "MB": return f"{value / 1e6:.1f} MB"
        case "kB": return f"{value / 1e3:.1f} kB"
        case "rate": return f"{value:,.0f}/s"
        case _: return f"{value:,.1f}" if value != int(value) else f"{int(value):,}"


class Report:
    """Lines told as they come, and kept as JSON at the end."""

    def __init__(self):
        self.lines: list[Line] = []
        self.notes: list[str] = []

    def tell(self, name: str, figure: float, kind: str = "number", **limit):
        line = Line(name, figure, kind, **limit)
        self.lines.append(line)
        cells = line.cells
        print(f"  {pad(name, 62)}{cells[0]:>12}  {cells[1]:>10}  {cells[2]}", flush=True)

    def head(self, title: str):
        print(f"\n{title}", flush=True)

    def note(self, text: str):
        self.notes.append(text)
        print(f"  ({text})", flush=True)

    @property
    def broken(self) -> list[Line]:
        return [line for line in self.lines if line.holds is False]

    def write(self, path: Path):
        path.parent.mkdir(parents=True, exist_ok=True)
        result = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "machine": machine(),
            "lines": [{**asdict(line), "holds": line.holds} for line in self.lines], "notes": self.notes,
        }
        path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n")


def pad(text: str, width: int) -> str:
    return text + " " * max(1, width - len(text))


def machine() -> dict:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=Path(__file__).parent)
    return {
        "cores": os.cpu_count(), "load_before": os.getloadavg()[0], "kernel": platform.release(),
        "commit": commit.stdout.strip(),
    }
