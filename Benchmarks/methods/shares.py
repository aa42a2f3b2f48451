"""Choosing projects under a budget: `linli method shares` beside pabutools in its exact mode, in one run.

pabutools' figures are CPU seconds of the call alone (time.process_time), with its import and start apart, on its
multiprofile, which is its faster form; a rule's figure leaves out its parser. Ours are CPU seconds (user and system,
from the children's rusage) of whole processes, start and reading of the file included, which is the harsher side;
reading alone is the difference between a process that reads many times over and one that reads once.

A peer's run that would take longer than --patience CPU seconds is not awaited: it counts with that time at least, the
ratio is then marked with ">", and its winners are not compared.
"""

import argparse
import json
import pathlib
import resource
import statistics
import subprocess
import sys

INSTANCES = {
    "small": "poland_warszawa_2017_ursus-polnocny.pb",
    "8,922 voters": "poland_warszawa_2023_praga-poludnie.pb",
    "90,494 voters": "poland_lodz_2022_.pb",
}
RULES = ["greedy_cost", "mes_cost", "phragmen", "mes_cost_add1e"]
LIMITS = {"read": 20, "greedy_cost": 10, "mes_cost": 10, "phragmen": 10, "mes_cost_add1e": 50}
# The limits stand for the two large instances; the small one is there to show the growth.
LIMITED = ["8,922 voters", "90,494 voters"]

PEER = """
import json, sys, time, resource
sys.setrecursionlimit(100000)
from pabutools import election, rules
path, rule, patience = sys.argv[1], sys.argv[2], int(float(sys.argv[3]))
resource.setrlimit(resource.RLIMIT_CPU, (patience + 30, patience + 30))
def timed(call):
    start = time.process_time()
    return call(), time.process_time() - start
(instance, profile), reading = timed(lambda: election.parse_pabulib(path))
result = {"read": reading}
if rule != "read":
    many = profile.as_multiprofile()
    calls = {
        "greedy_cost": lambda: rules.greedy_utilitarian_welfare(instance, many, sat_class=election.Cost_Sat),
        "mes_cost": lambda: rules.method_of_equal_shares(instance, many, sat_class=election.Cost_Sat),
        "mes_cost_add1e": lambda: rules.method_of_equal_shares(
            instance, many, sat_class=election.Cost_Sat, voter_budget_increment=1),
        "phragmen": lambda: rules.sequential_phragmen(instance, many),
    }
    winners, result["rule"] = timed(calls[rule])
    result["winners"] = [project.name for project in winners]
print(json.dumps(result))
"""


def children_cpu():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command):
    """CPU seconds of a process, and what it printed."""
    before = children_cpu()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return children_cpu() - before, done.stdout


def ours(linli, path, rule, rounds):
    command = [linli, "method", "shares", str(path), "--rule", rule, "--json"]
    runs = [run(command) for _ in range(rounds)]
    return statistics.median(cpu for cpu, _ in runs), json.loads(runs[0][1])["winners"]


def our_reading(linli, path, rounds, times=40):
    command = [linli, "method", "shares", str(path), "--check", "--json"]
    once = statistics.median(run(command)[0] for _ in range(rounds))
    many = statistics.median(run(command + ["--repeat", str(times + 1)])[0] for _ in range(rounds))
    return (many - once) / times


def peer(path, rule, patience, rounds):
    """The peer's CPU seconds, its winners, and whether it came to its end."""
    runs = []
    for _ in range(rounds):
        command = [sys.executable, "-c", PEER, str(path), rule, str(patience)]
        try:
            runs.append(json.loads(run(command)[1]))
        except subprocess.CalledProcessError as error:
            if error.returncode not in (-24, -9):
                sys.exit(error.stderr)
            return patience, None, False
        if runs[-1].get("rule", 0) > 5:
            break
    key = "read" if rule == "read" else "rule"
    return statistics.median(one[key] for one in runs), runs[0].get("winners"), True


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--linli", required=True, help="the command, built for release")
    parser.add_argument("--data", required=True, help="the folder that holds grants/")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--patience", type=float, default=600, help="CPU seconds for one run of the peer")
    args = parser.parse_args()
    failed, seconds = [], {}
    print(f"{'instance':14} {'what':15} {'pabutools s':>12} {'linli s':>10} {'ratio':>9}  limit")
    for name, file in INSTANCES.items():
        path = pathlib.Path(args.data) / "grants" / file
        for what in ["read"] + RULES:
            theirs, winners, isWhole = peer(path, what, args.patience, args.rounds)
            if what == "read":
                mine = our_reading(args.linli, path, args.rounds)
            else:
                mine, chosen = ours(args.linli, path, what, args.rounds)
                alike = sorted(chosen) == sorted(winners or []) if what == "phragmen" else chosen == winners
                if winners is not None and not alike:
                    failed.append(f"{name}, {what}: the winners differ")
            ratio = theirs / mine
            seconds[name, what] = (theirs, mine)
            limit = LIMITS[what] if name in LIMITED else None
            if limit and ratio < limit:
                failed.append(f"{name}, {what}: {ratio:.1f} times, at least {limit} are asked for")
            sign = " " if isWhole else ">"
            asked = f"{limit}" if limit else ""
            print(f"{name:14} {what:15} {theirs:12.3f} {mine:10.4f} {sign}{ratio:8.0f}  {asked}", flush=True)
    small, large = LIMITED
    for what in ["read"] + RULES:
        grown = [after / before for before, after in zip(seconds[small, what], seconds[large, what])]
        print(f"growth from {small} to {large}, {what}: pabutools {grown[0]:.1f}, linli {grown[1]:.1f} times")
    for line in failed:
        print(line)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
