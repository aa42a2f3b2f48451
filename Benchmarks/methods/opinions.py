"""The opinion map beside red-dwarf in one run, on the largest public conversation and a tenfold resample of it.

Seconds of CPU, medians of several runs, one thread each; peak memory of the whole process. Of Linli the whole process
counts, from its start to the written JSON: the harsher side is ours. Of red-dwarf nothing counts but its reading of the
votes (by pandas) and its call, by the process clock around them: not the start of Python, nor its imports. "Work alone" is
red-dwarf's call without reading, and Linli's process less its start (the same command asked for its help), reading and
writing still included. A tenfold resample draws ten times as many participants with replacement; in the stirred one a
tenth of the votes is drawn anew, so that hardly two of them vote alike.
Exit status 1 where the maps differ or a limit is broken.
"""

import argparse
import csv
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS, RUNS_TENFOLD, PEER_RUNS = 15, 5, 5
TIMES, MEGABYTES = 10, 200


def largest(data: Path) -> Path:
    return max((data / "opinions").iterdir(), key=lambda folder: (folder / "votes.csv").stat().st_size)


def resample(votes: Path, out: Path, stirred: bool):
    """Ten times as many participants, drawn with replacement; by statement, as the published files are."""
    dice, given = random.Random(7), {}
    for participant, statement, vote in list(csv.reader(votes.open()))[1:]:
        given.setdefault(participant, {})[int(statement)] = int(vote)
    people = list(given.values())
    lines = []
    for number in range(10 * len(people)):
        for statement, vote in dice.choice(people).items():
            if stirred and dice.random() < 0.1:
                vote = dice.choice((-1, 0, 1))
            lines.append((statement, number, vote))
    with out.open("w") as file:
        file.write("participant,statement,vote\n")
        file.writelines(f"{number},{statement},{vote}\n" for statement, number, vote in sorted(lines))


def run(command: list, out: Path) -> tuple[float, float]:
    """CPU seconds and peak megabytes of one process."""
    with out.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, env=os.environ | {
            "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"})
        _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed: {status}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def peer(votes: Path, moderated: Path, runs: int):
    """The peer's side, in a process of its own: its times and its map as JSON."""
    import numpy as np
    import pandas as pd
    from reddwarf.implementations.polis import run_pipeline
    from sklearn.metrics import silhouette_score

    reading, calling = [], []
    for _ in range(runs):
        begun = time.process_time()
        table = pd.read_csv(votes)
        table.columns = ["participant_id", "statement_id", "vote"]
        records = table.to_dict("records")
        left = [int(line) for line in moderated.read_text().split()]
        read = time.process_time()
        result = run_pipeline(votes=records, mod_out_statement_ids=left, max_group_count=5)
        reading.append(read - begun)
        calling.append(time.process_time() - read)
    grouped = result.participants_df[result.participants_df["to_cluster"]]
    sample = grouped[["x", "y"]].to_numpy()
    labels = np.asarray(result.clusterer.labels_)
    print(json.dumps({
        "reading": reading, "calling": calling, "k": int(labels.max()) + 1,
        "silhouette": float(silhouette_score(sample, labels)),
        "labels": dict(zip(map(str, grouped.index), map(int, labels))),
        "components": result.reducer.components_.tolist(),
    }))


def agree(ours: dict, theirs: dict) -> list[str]:
    """What differs. The peer's decomposition of a wide matrix is randomised: 1e-4 is told, not judged."""
    faults = []
    labels = {str(person["id"]): person["group"] for person in ours["participants"] if person["group"] is not None}
    differing = sum(labels.get(person) != group for person, group in theirs["labels"].items())
    if ours["k"] != theirs["k"] or differing > len(labels) / 1000:
        faults.append(f"groups: {ours['k']} and {theirs['k']}, {differing} people elsewhere")
    if ours["silhouette"] < theirs["silhouette"] - 1e-4:
        faults.append(f"silhouette {ours['silhouette']} below {theirs['silhouette']}")
    furthest = max(
        abs(statement[f"comp{number + 1}"] - component[place])
        for number, component in enumerate(theirs["components"])
        for place, statement in enumerate(ours["statements"]))
    print(f"  components differ by at most {furthest:.1e}, silhouettes by"
          f" {ours['silhouette'] - theirs['silhouette']:+.1e}, {differing} people stand in another group")
    if furthest > 1e-3:
        faults.append(f"components differ by {furthest:.1e}")
    return faults


def measure(linli: Path, votes: Path, moderated: Path, runs: int, peer_runs: int, work: Path) -> dict:
    command = [linli, "method", "opinions", votes, "--moderated", moderated, "--json"]
    ours = [run(command, work / "ours.json") for _ in range(runs)]
    start = [run([linli, "method", "opinions", "--help"], work / "help.txt")[0] for _ in range(runs)]
    script = [sys.executable, __file__, "--peer", votes, moderated, str(peer_runs)]
    _, peer_memory = run(script, work / "theirs.json")
    theirs = json.loads((work / "theirs.json").read_text())
    process, began = statistics.median(cpu for cpu, _ in ours), statistics.median(start)
    reading, calling = statistics.median(theirs["reading"]), statistics.median(theirs["calling"])
    return {
        "process": process, "work": max(process - began, 1e-4), "memory": max(memory for _, memory in ours),
        "reading": reading, "calling": calling, "peer_memory": peer_memory,
        "whole": (reading + calling) / process, "alone": calling / max(process - began, 1e-4),
        "harshest": calling / process,
        "faults": agree(json.loads((work / "ours.json").read_text()), theirs),
    }


def main():
    if sys.argv[1:2] == ["--peer"]:
        return peer(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    if sys.argv[1:2] in (["--resample"], ["--stir"]):
        return resample(Path(sys.argv[2]), Path(sys.argv[3]), stirred=sys.argv[1] == "--stir")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--linli", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    given = parser.parse_args()
    folder, faults, rows = largest(given.data), [], []
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for title, stirred in [("as published", None), ("tenfold", False), ("tenfold, stirred", True)]:
            print(title, flush=True)
            votes = folder / "votes.csv"
            if stirred is not None:
                votes = work / "tenfold.csv"
                # In a process of its own: a child's peak begins with its parent's.
                mode = "--stir" if stirred else "--resample"
                subprocess.run([sys.executable, __file__, mode, folder / "votes.csv", votes], check=True)
            runs, peers = (RUNS, PEER_RUNS) if stirred is None else (RUNS_TENFOLD, 1)
            row = measure(given.linli.resolve(), votes, folder / "moderated.txt", runs, peers, work)
            rows.append((title, row))
            faults += [f"{title}: {fault}" for fault in row["faults"]]
            for kind in ["whole", "alone"]:
                if row[kind] < TIMES:
                    faults.append(f"{title}: {row[kind]:.1f} times as fast, {TIMES} are promised")
            if row["memory"] > MEGABYTES:
                faults.append(f"{title}: {row['memory']:.0f} MB, {MEGABYTES} are promised")
    tell(rows)
    for fault in faults:
        print("BROKEN", fault)
    sys.exit(1 if faults else 0)


def tell(rows: list):
    print(f"\n{'':18}{'linli':>22}{'red-dwarf':>30}{'from file':>12}{'work alone':>12}{'call / process':>16}")
    for title, row in rows:
        print(f"{title:18}{row['process'] * 1e3:9.1f} ms {row['memory']:6.0f} MB"
              f"{row['reading'] * 1e3:9.0f} + {row['calling'] * 1e3:6.0f} ms {row['peer_memory']:6.0f} MB"
              f"{row['whole']:11.1f}×{row['alone']:11.1f}×{row['harshest']:15.1f}×")
    growth = [rows[1][1][key] / rows[0][1][key] for key in ("process", "work", "calling")]
    print(f"\nfrom once to tenfold: linli {growth[0]:.1f} times the seconds (work alone {growth[1]:.1f}),"
          f" red-dwarf {growth[2]:.1f}")


if __name__ == "__main__":
    main()
