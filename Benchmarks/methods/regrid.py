"""Re-gridding beside its peers: spopt's contiguous Ward and max-p, GerryChain's tree partition.

Ours is the whole command, start, reading and writing included. A peer is its call alone, inside Python, without
imports and without building its graph: the harsher side is ours. CPU seconds throughout, medians of several runs.
Divisions are measured here, by the same few lines for all.

    python regrid.py --linli .build/release/linli --data ../shared/data [--quick]
"""

import argparse
import json
import resource
import statistics
import subprocess
import tempfile
import time
import warnings
from functools import partial
from pathlib import Path

import geopandas
import libpysal
import networkx
import numpy
from gerrychain import Graph
from gerrychain.tree import bipartition_tree, recursive_tree_part
from shapely.geometry import Point
from spopt.region import MaxPHeuristic, WardSpatial

warnings.filterwarnings("ignore")
TOLERANCE, SECONDS, RUNS = 0.1, 0.5, 5


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--linli", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--quick", action="store_true", help="leave max-p out, which takes minutes")
    options = parser.parse_args()
    broken = []
    print(f"{'map':16} {'method':22} {'CPU s':>9} {'SSD':>10} {'of Ward':>8} {'load off':>9}  contiguous")
    for path in sorted(Path(options.data, "regrid").glob("*.json")):
        broken += one_map(path, options)
    broken += growth(options)
    for sentence in broken:
        print("BROKEN:", sentence)
    raise SystemExit(1 if broken else 0)


def one_map(path: Path, options) -> list[str]:
    case = json.loads(path.read_text())
    name = path.stem
    ward = peer(ward_labels, case, frame(case))
    rows = [("spopt Ward", *ward), ("GerryChain tree", *peer(tree_labels, case, chain_graph(case)))]
    if not options.quick:
        rows.append(("spopt max-p", *peer(maxp_labels, case, frame(case), runs=1)))
    ours = [linli(options.linli, path, seed) for seed in range(1, RUNS + 1)]
    seconds = statistics.median(run[0] for run in ours)
    worst = max(ours, key=lambda run: run[1]["ssd"])[1]
    rows.append(("linli, worst of 5 seeds", seconds, worst["labels"]))
    base = figures(case, ward[1])[0]
    for method, cpu, labels in rows:
        tell(case, name, method, cpu, labels, base)
    return judge(case, name, seconds, [run[1] for run in ours], base)


def judge(case: dict, name: str, seconds: float, answers: list[dict], ward: float) -> list[str]:
    broken = []
    for answer in answers:
        ssd, off, contiguous = figures(case, answer["labels"])
        if not contiguous or len(set(answer["labels"])) != case["k"]:
            broken.append(f"{name}: a division that is not {case['k']} contiguous grids")
        if abs(ssd - answer["ssd"]) > 1e-6 or abs(off - answer["maxLoadDeviation"]) > 1e-9:
            broken.append(f"{name}: the figures told are not those of the labels")
        if off > TOLERANCE and not answer["reasons"]:
            broken.append(f"{name}: loads are off by {off:.3f} and no reason is given")
        if name.startswith("estate") and off > TOLERANCE:
            broken.append(f"{name}: loads are off by {off:.3f}, limit {TOLERANCE}")
        if name.startswith("estate") and ssd > ward:
            broken.append(f"{name}: SSD {ssd:.2f}, Ward's {ward:.2f}")
    if seconds > SECONDS:
        broken.append(f"{name}: {seconds:.2f} CPU seconds, limit {SECONDS}")
    return broken


def growth(options) -> list[str]:
    """An estate of 225 buildings and one of ten times as many, of the same making."""
    print("\ngrowth from 225 to 2,250 buildings, 18 and 180 grids")
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        for rows, columns in [(15, 15), (45, 50)]:
            case = lattice(rows, columns)
            path = Path(folder, f"lattice{rows * columns}.json")
            path.write_text(json.dumps(case))
            cpu, answer = linli(options.linli, path, 1)
            ward = peer(ward_labels, case, frame(case), runs=1)
            base = figures(case, ward[1])[0]
            tell(case, path.stem, "spopt Ward", *ward, base)
            tell(case, path.stem, "linli", cpu, answer["labels"], base)
            seconds.append(cpu)
    print(f"ten times the buildings take {seconds[1] / seconds[0]:.1f} times the CPU")
    return []


def linli(program: str, path: Path, seed: int) -> tuple[float, dict]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [program, "method", "regrid", str(path), "--json", "--seed", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, json.loads(done.stdout)


def peer(work, case: dict, prepared, runs: int = RUNS) -> tuple[float, list[int] | None]:
    """The median of the call's CPU, and the labels of the last; what was prepared is not counted."""
    spent, labels = [], []
    for _ in range(runs):
        start = time.process_time()
        labels = work(case, prepared)
        spent.append(time.process_time() - start)
    return statistics.median(spent), labels


def frame(case: dict) -> tuple[geopandas.GeoDataFrame, libpysal.weights.W]:
    table = geopandas.GeoDataFrame(case["X"], geometry=[Point(*place) for place in case["xy"]])
    table.columns = [f"f{i}" for i in range(len(case["X"][0]))] + ["geometry"]
    table["load"] = case["loadv"]
    neighbors = {int(key): list(value) for key, value in case["neighbors"].items()}
    return table, libpysal.weights.W(neighbors, silence_warnings=True)


def names(case: dict) -> list[str]:
    return [f"f{i}" for i in range(len(case["X"][0]))]


def ward_labels(case: dict, prepared) -> list[int]:
    table, weights = prepared
    model = WardSpatial(table, weights, names(case), n_clusters=case["k"])
    model.solve()
    return [int(label) for label in model.labels_]


def maxp_labels(case: dict, prepared) -> list[int]:
    table, weights = prepared
    numpy.random.seed(1)
    threshold = (1 - TOLERANCE) * sum(case["loadv"]) / case["k"]
    model = MaxPHeuristic(table, weights, names(case), "load", threshold, top_n=2)
    model.solve()
    return [int(label) for label in model.labels_]


def plain_graph(case: dict) -> networkx.Graph:
    graph = networkx.Graph()
    for building, load in enumerate(case["loadv"]):
        graph.add_node(building, load=load)
    for building, around in case["neighbors"].items():
        graph.add_edges_from((int(building), other) for other in around)
    return graph


def chain_graph(case: dict) -> Graph:
    return Graph.from_networkx(plain_graph(case))


def tree_labels(case: dict, graph: Graph) -> list[int] | None:
    """The first partition inside the tolerance; None where two thousand trees give no cut."""
    even = sum(case["loadv"]) / case["k"]
    cut = partial(bipartition_tree, max_attempts=2_000)
    try:
        parts = recursive_tree_part(
            graph, range(case["k"]), even, "load", TOLERANCE, bipartition_tree_fn=cut, rng=1)
    except RuntimeError:
        return None
    return [int(parts[building]) for building in range(len(case["loadv"]))]


def figures(case: dict, labels: list[int]) -> tuple[float, float, bool]:
    """The within-group sum of squares, the largest load deviation, and whether every group is contiguous."""
    features, loads, labels = numpy.array(case["X"]), numpy.array(case["loadv"]), numpy.array(labels)
    groups = [numpy.flatnonzero(labels == label) for label in numpy.unique(labels)]
    ssd = sum(((features[group] - features[group].mean(axis=0)) ** 2).sum() for group in groups)
    sums = numpy.array([loads[group].sum() for group in groups])
    graph = plain_graph(case)
    contiguous = all(networkx.is_connected(graph.subgraph(group.tolist())) for group in groups)
    return float(ssd), float(abs(sums / sums.mean() - 1).max()), contiguous


def tell(case: dict, name: str, method: str, cpu: float, labels: list[int] | None, ward: float):
    if labels is None:
        print(f"{name:16} {method:22} {cpu:9.3f} {'found none':>10}", flush=True)
        return
    ssd, off, contiguous = figures(case, labels)
    groups = len(set(labels))
    note = "" if groups == case["k"] else f", {groups} groups for {case['k']}"
    print(
        f"{name:16} {method:22} {cpu:9.3f} {ssd:10.2f} {ssd / ward:8.3f} {off:9.1%}  "
        f"{'yes' if contiguous else 'NO'}{note}", flush=True)


def lattice(rows: int, columns: int) -> dict:
    """Smooth fields with noise over a lattice, twelve or thirteen buildings to a grid."""
    dice = numpy.random.default_rng(7)
    places = [(row, column) for row in range(rows) for column in range(columns)]
    waves = dice.normal(size=(24, 2)) / 4
    phases = dice.uniform(0, 2 * numpy.pi, size=24)
    fields = numpy.cos(numpy.array(places) @ waves.T + phases) @ dice.normal(size=(24, 6)) / 12**0.5
    features = fields + 0.4 * dice.normal(size=fields.shape)
    neighbors = {}
    for index, (row, column) in enumerate(places):
        around = [(row - 1, column), (row, column - 1), (row, column + 1), (row + 1, column)]
        neighbors[str(index)] = [
            r * columns + c for r, c in around if 0 <= r < rows and 0 <= c < columns]
    return {
        "k": rows * columns * 18 // 225,
        "X": features.round(6).tolist(), "loadv": dice.integers(6, 41, size=rows * columns).tolist(),
        "neighbors": neighbors, "xy": [[60 * column, 60 * row] for row, column in places],
    }


if __name__ == "__main__":
    main()
