"""Linking beside its peers in one run: OR-tools on lists of tasks and on dense squares, there scipy too.

Seconds of CPU, medians. Of Linli the whole process is counted, from start to written answer. Of a peer its reading,
building and solving are counted by the process clock around them, without the start of Python or its imports: the
harsher side is ours. `solve` compares solving alone: Linli's by solving several times over in one process.
Exit status 1 where an objective differs or a limit is broken.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from ortools.graph.python import linear_sum_assignment as assignment
from ortools.graph.python import min_cost_flow
from scipy.optimize import linear_sum_assignment

PRIORITY_COST, PAST_COST, STEP, COLUMNS = 1000, 3, 60, 15


def make_list(volunteers, tasks, seed):
    """A list of tasks of the kind in the public data: skills as rare as their rank, everything else even."""
    dice = random.Random(seed)
    weights = [1 / rank for rank in range(1, 13)]

    def skills():
        found, most = set(), dice.choice([1, 1, 1, 1, 1, 2, 2, 2, 3])
        while len(found) < most:
            found.update(dice.choices(range(12), weights))
        return sorted(found)

    return {
        "instance": {
            "V": [
                {
                    "id": number,
                    "building": dice.randrange(225),
                    "skills": skills(),
                    "slots": sorted(dice.sample(range(21), dice.choice([3, 5, 7, 10]))),
                    "cap": dice.choice([1, 1, 1, 2, 2, 3]),
                    "past": dice.choice([0, 0, 0, 1, 2, 4, 8]),
                }
                for number in range(volunteers)
            ],
            "T": [
                {
                    "id": number,
                    "building": dice.randrange(225),
                    "skill": dice.choices(range(12), weights)[0],
                    "slot": dice.randrange(21),
                    "need": dice.choice([1, 1, 1, 2, 3]),
                    "priority": dice.choice([1, 1, 2, 3, 5]),
                }
                for number in range(tasks)
            ],
            "maxdist": 400,
        },
        "edges": None,
    }


def make_square(lines, seed):
    dice = random.Random(seed)
    return {"cost": [[dice.randint(1, 100) for _ in range(lines)] for _ in range(lines)]}


def pairs_of(instance):
    """All pairs permitted, as arrays of volunteer, task and cost."""
    volunteers, tasks = instance["V"], instance["T"]
    place = np.array([one["building"] for one in volunteers])
    past = np.array([one["past"] for one in volunteers])
    able = {}
    for number, one in enumerate(volunteers):
        for skill in one["skills"]:
            for slot in one["slots"]:
                able.setdefault((skill, slot), []).append(number)
    able = {kind: np.array(numbers) for kind, numbers in able.items()}
    who, what, cost = [np.zeros(0, int)], [np.zeros(0, int)], [np.zeros(0, int)]
    for number, task in enumerate(tasks):
        near = able.get((task["skill"], task["slot"]))
        if near is None:
            continue
        row, column = divmod(task["building"], COLUMNS)
        way = STEP * (abs(place[near] // COLUMNS - row) + abs(place[near] % COLUMNS - column))
        reached = way <= instance["maxdist"]
        near = near[reached]
        who.append(near)
        what.append(np.full(len(near), number))
        cost.append(way[reached] // 10 + PAST_COST * past[near])
    return np.concatenate(who), np.concatenate(what), np.concatenate(cost)


def flow(path, one_task_per_slot):
    """OR-tools' objective, and the seconds of reading, building and solving."""
    start = time.process_time()
    instance = json.loads(Path(path).read_bytes())["instance"]
    read = time.process_time()
    who, what, cost = pairs_of(instance)
    volunteers, tasks = instance["V"], instance["T"]
    people, source = len(volunteers), len(volunteers) + len(tasks)
    sink, next_node = source + 1, source + 2
    need = np.array([task["need"] for task in tasks])
    solver = min_cost_flow.SimpleMinCostFlow()
    add = solver.add_arcs_with_capacity_and_unit_cost
    task_nodes = people + np.arange(len(tasks))
    to = who
    if one_task_per_slot:
        slot = np.array([task["slot"] for task in tasks])[what]
        keys, place = np.unique(who * (slot.max() + 1) + slot, return_inverse=True)
        to = next_node + place
        nodes = next_node + np.arange(len(keys))
        add(nodes, keys // (slot.max() + 1), np.ones(len(keys), int), np.zeros(len(keys), int))
    add(people + what, to, np.ones(len(what), int), cost)
    add(np.arange(people), np.full(people, sink), np.array([one["cap"] for one in volunteers]), np.zeros(people, int))
    priority = np.array([task["priority"] for task in tasks])
    add(task_nodes, np.full(len(tasks), sink), need, PRIORITY_COST * priority)
    add(np.full(len(tasks), source), task_nodes, need, np.zeros(len(tasks), int))
    solver.set_node_supply(source, int(need.sum()))
    solver.set_node_supply(sink, -int(need.sum()))
    built = time.process_time()
    if solver.solve() != solver.OPTIMAL:
        raise RuntimeError("OR-tools found no optimum")
    solved = time.process_time()
    return solver.optimal_cost(), read - start, built - read, solved - built


def square(path):
    """scipy's objective, and the seconds of reading, building and solving."""
    start = time.process_time()
    rows = json.loads(Path(path).read_bytes())["cost"]
    read = time.process_time()
    costs = np.array(rows)
    built = time.process_time()
    chosen = linear_sum_assignment(costs)
    solved = time.process_time()
    return int(costs[chosen].sum()), read - start, built - read, solved - built


def square_by_arcs(path):
    """OR-tools' objective of a dense square, and the seconds of reading, building and solving."""
    start = time.process_time()
    rows = json.loads(Path(path).read_bytes())["cost"]
    read = time.process_time()
    costs = np.array(rows)
    people, tasks = (each.ravel() for each in np.indices(costs.shape))
    solver = assignment.SimpleLinearSumAssignment()
    solver.add_arcs_with_cost(people, tasks, costs.ravel())
    built = time.process_time()
    if solver.solve() != solver.OPTIMAL:
        raise RuntimeError("OR-tools found no optimum")
    solved = time.process_time()
    return solver.optimal_cost(), read - start, built - read, solved - built


def linli(command, path, flags, times=1):
    """Linli's objective and the seconds of its process."""
    arguments = [command, "method", "assign", str(path), "--json", "--times", str(times), *flags]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE)
    answer = json.loads(process.stdout.read())
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(arguments)} failed")
    return answer["objective"], usage.ru_utime + usage.ru_stime


class Table:
    def __init__(self):
        self.broken = []
        self.whole = {}
        print(f"{'case':34} {'linli':>8} {'peer':>8} {'ratio':>7}   {'solve':>8} {'peer':>8} {'ratio':>7}")

    def row(self, name, command, path, flags, peer, runs, peer_runs, whole_limit, solve_limit):
        ours = [linli(command, path, flags) for _ in range(runs)]
        times = 5
        again = [linli(command, path, flags, times + 1)[1] for _ in range(runs)]
        theirs = [peer() for _ in range(peer_runs)]
        whole = statistics.median(one[1] for one in ours)
        solve = max(0.0, statistics.median(again) - whole) / times
        peer_whole = statistics.median(sum(one[1:]) for one in theirs)
        peer_solve = statistics.median(one[3] for one in theirs)
        self.whole[name] = whole
        print(
            f"{name:34} {whole:8.4f} {peer_whole:8.4f} {peer_whole / whole:6.1f}x   "
            f"{solve:8.4f} {peer_solve:8.4f} {peer_solve / max(solve, 1e-9):6.1f}x",
            flush=True,
        )
        if len({one[0] for one in ours} | {one[0] for one in theirs}) != 1:
            self.broken.append(f"{name}: the objectives differ: {ours[0][0]} and {theirs[0][0]}")
        if whole_limit and whole * whole_limit > peer_whole:
            self.broken.append(f"{name}: {peer_whole / whole:.2f} times the peer's speed from end to end, asked {whole_limit}")
        if solve_limit and solve > peer_solve * solve_limit:
            self.broken.append(f"{name}: solving takes {solve / peer_solve:.2f} of the peer's time, at most {solve_limit}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--linli", required=True, help="the command, built for release")
    parser.add_argument("--data", required=True, help="the folder of public data")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    folder = Path(options.data) / "matching"
    print(f"load {os.getloadavg()[0]:.1f}; seconds of CPU, medians of {options.runs}; OR-tools beside lists")
    table = Table()
    with tempfile.TemporaryDirectory() as made:
        large, wide = Path(made) / "20000x15000.json", Path(made) / "1000x1000.json"
        large.write_text(json.dumps(make_list(20_000, 15_000, 1), separators=(",", ":")))
        wide.write_text(json.dumps(make_square(1000, 2), separators=(",", ":")))
        for flags, word in ([], ""), (["--one-task-per-slot"], " by slot"):
            for path, runs in [(one, options.runs) for one in sorted(folder.glob("match_V2000*"))] + [(large, 1)]:
                name = path.stem.removeprefix("match_") + word
                peer = lambda path=path: flow(path, bool(flags))
                table.row(name, options.linli, path, flags, peer, options.runs, runs, 1, None)
        for path in [folder / "assign500.json", folder / "assign700.json", wide]:
            for peer, who in (square_by_arcs, "OR-tools"), (square, "scipy"):
                ask = lambda path=path, peer=peer: peer(path)
                table.row(f"{path.stem}, {who}", options.linli, path, [], ask, options.runs, options.runs, 1, 1)
    small = min(seconds for name, seconds in table.whole.items() if name.startswith("V2000") and "slot" not in name)
    print(f"\nten times the volunteers and tasks, a hundred times the pairs: {table.whole['20000x15000'] / small:.1f} times the seconds")
    for line in table.broken:
        print(f"broken: {line}")
    return 1 if table.broken else 0


if __name__ == "__main__":
    sys.exit(main())
