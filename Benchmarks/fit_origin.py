#!/usr/bin/env python3
"""Fits the weights of the search for origins, and says how good they are on repositories that they were not fitted to.

    fit_origin.py FIXES.jsonl FEATURES.jsonl [--write Sources/Origin/OriginModel+Fitted.swift] [--predictions FILE]

FIXES holds a fix a line: repo, fix_commit, inducing_commits. FEATURES is what `bench … origin-features` prints.
Everything printed is leave-repositories-out: the fixes of a repository are judged by weights, and a threshold, that
were fitted to the other repositories. Only --write fits to all. It needs numpy.
"""
import argparse
import collections
import json
import math
import random

import numpy as np

# How strongly weights are drawn to 0, in units of one fix's log-likelihood.
PENALTY = 2.0
STEPS = 400

# Below this probability nothing is called most likely.
THRESHOLD = 0.3


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


class Fixes:
    """The candidates of all fixes in one table; the last one of each fix stands for "none of these"."""

    def __init__(self, rows, weighed, features):
        self.rows, self.features = rows, features
        table, truth, start = [], [], [0]
        self.ids = []
        for row in rows:
            candidates = weighed.get(row["fix_commit"], {}).get("candidates", [])
            guilty = set(row["inducing_commits"])
            ids = [candidate["commit"] for candidate in candidates]
            for candidate in candidates:
                table.append([candidate["features"].get(name, 0.0) for name in features] + [0.0])
            table.append([0.0] * len(features) + [1.0])
            hits = [float(one in guilty) for one in ids]
            truth += hits + [0.0 if any(hits) else 1.0]
            self.ids.append(ids)
            start.append(len(table))
        self.table, self.truth, self.start = np.array(table), np.array(truth), np.array(start)

    def subset(self, wanted):
        other = Fixes.__new__(Fixes)
        places = [place for place, row in enumerate(self.rows) if wanted(row)]
        other.rows, other.features = [self.rows[p] for p in places], self.features
        other.ids = [self.ids[p] for p in places]
        pieces = [slice(self.start[p], self.start[p + 1]) for p in places]
        other.table = np.concatenate([self.table[p] for p in pieces])
        other.truth = np.concatenate([self.truth[p] for p in pieces])
        other.start = np.cumsum([0] + [p.stop - p.start for p in pieces])
        return other

    def probabilities(self, weights):
        scores = self.table @ weights
        sizes = np.diff(self.start)
        scores = np.exp(scores - np.repeat(np.maximum.reduceat(scores, self.start[:-1]), sizes))
        return scores / np.repeat(np.add.reduceat(scores, self.start[:-1]), sizes)

    def fit(self, penalty=PENALTY):
        """Maximum likelihood of "one of the guilty", by Adam, with a penalty on the squares of the weights."""
        weights = np.zeros(self.table.shape[1])
        first, second = np.zeros_like(weights), np.zeros_like(weights)
        sizes = np.diff(self.start)
        for step in range(1, STEPS + 1):
            each = self.probabilities(weights)
            guilty = each * self.truth
            guilty = guilty / np.repeat(np.maximum(np.add.reduceat(guilty, self.start[:-1]), 1e-300), sizes)
            slope = self.table.T @ (each - guilty) + penalty * weights * np.append(np.ones(len(self.features)), 0.05)
            first = 0.9 * first + 0.1 * slope
            second = 0.99 * second + 0.01 * slope * slope
            weights = weights - 0.08 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        return weights

    def ranked(self, weights):
        """For each fix its candidates, the best first, as (probability, commit)."""
        each = self.probabilities(weights)
        return [
            sorted(zip(each[start:], ids), key=lambda pair: -pair[0])
            for start, ids in zip(self.start[:-1], self.ids)
        ]


def f1(rows, answers):
    hits = claims = all_guilty = 0
    for row, answer in zip(rows, answers):
        guilty = set(row["inducing_commits"])
        hits += answer in guilty
        claims += answer is not None
        all_guilty += len(guilty)
    precision, recall = hits / max(1, claims), hits / max(1, all_guilty)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def answers(ranked, threshold):
    return [pairs[0][1] if pairs and pairs[0][0] >= threshold else None for pairs in ranked]


def shipped(ranked):
    """What the tool answers: nothing below the threshold, and nothing less likely than that it is none of them."""
    likely = lambda pairs: pairs and pairs[0][0] > 1 - sum(chance for chance, _ in pairs)
    return [answer if likely(pairs) else None for answer, pairs in zip(answers(ranked, THRESHOLD), ranked)]


def interval(rows, given, draws=1000):
    """The 95 % interval of F1 by bootstrap over fixes: those of one repository are taken as independent."""
    chance = random.Random(1)
    scores = []
    for _ in range(draws):
        picked = [chance.randrange(len(rows)) for _ in rows]
        scores.append(f1([rows[n] for n in picked], [given[n] for n in picked])[2])
    scores.sort()
    return scores[int(0.025 * draws)], scores[int(0.975 * draws)]


def best_threshold(rows, ranked):
    return max((step / 100 for step in range(0, 51, 2)), key=lambda t: f1(rows, answers(ranked, t))[2])


def judged(fixes, penalty=PENALTY):
    """The ranking of each fix by weights that its repository had no part in."""
    ranked = {}
    for repository in sorted({row["repo"] for row in fixes.rows}):
        weights = fixes.subset(lambda row: row["repo"] != repository).fit(penalty)
        own = fixes.subset(lambda row: row["repo"] == repository)
        for row, pairs in zip(own.rows, own.ranked(weights)):
            ranked[row["fix_commit"]] = pairs
    return [ranked[row["fix_commit"]] for row in fixes.rows]


def logit(chance):
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return math.log(chance / (1 - chance))


def scale(rows, ranked):
    """The (slope, offset) by which the logit of the first probability says best how often the first is right."""
    pairs = [(logit(p[0][0]), p[0][1] in row["inducing_commits"]) for row, p in zip(rows, ranked) if p]
    xs, ys = np.array([x for x, _ in pairs]), np.array([float(y) for _, y in pairs])
    fit = np.array([1.0, 0.0])
    basis = np.stack([xs, np.ones_like(xs)], 1)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-basis @ fit))
        slope = basis.T @ (ys - chance)
        curve = (basis * (chance * (1 - chance))[:, None]).T @ basis
        fit = fit + np.linalg.solve(curve, slope)
    return fit


def scaled(pairs, fit):
    """The ranking with its first probability scaled, and the others sharing the rest as before."""
    if not pairs:
        return pairs
    first = 1 / (1 + math.exp(-(fit[0] * logit(pairs[0][0]) + fit[1])))
    rest = (1 - first) / max(1e-9, 1 - pairs[0][0])
    return [(first, pairs[0][1])] + [(chance * rest, one) for chance, one in pairs[1:]]


def scaled_by_others(rows, ranked):
    """All rankings, each scaled by what was fitted to the rankings of the other repositories."""
    result = list(ranked)
    for repository in {row["repo"] for row in rows}:
        others = [n for n, row in enumerate(rows) if row["repo"] != repository]
        fit = scale([rows[n] for n in others], [ranked[n] for n in others])
        for n, row in enumerate(rows):
            if row["repo"] == repository:
                result[n] = scaled(ranked[n], fit)
    return result


def calibration(rows, ranked):
    """The reliability of the first candidate's probability: (from, fixes, mean probability, share right); and the error."""
    bins = collections.defaultdict(list)
    for row, pairs in zip(rows, ranked):
        if pairs:
            bins[min(9, int(pairs[0][0] * 10))].append((pairs[0][0], pairs[0][1] in row["inducing_commits"]))
    table, error, count = [], 0.0, sum(map(len, bins.values()))
    for number in sorted(bins):
        chance = sum(p for p, _ in bins[number]) / len(bins[number])
        right = sum(hit for _, hit in bins[number]) / len(bins[number])
        table.append((number / 10, len(bins[number]), chance, right))
        error += abs(chance - right) * len(bins[number]) / count
    return table, error


def summary(rows, ranked, threshold=0.0):
    precision, recall, score = f1(rows, answers(ranked, threshold))
    places = []
    for row, pairs in zip(rows, ranked):
        guilty = set(row["inducing_commits"])
        places.append(next((n for n, (_, one) in enumerate(pairs) if one in guilty), None))
    share = lambda k: sum(p is not None and p < k for p in places) / len(places)
    mrr = sum(1 / (p + 1) for p in places if p is not None) / len(places)
    return (
        f"P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}  top-1 {share(1):.3f}  MRR {mrr:.3f}  "
        f"hit@3 {share(3):.3f}  hit@5 {share(5):.3f}  in pool {share(10**9):.3f}"
    )


def nested(fixes, ranked):
    """F1 with a threshold that, too, was chosen on the other repositories."""
    chosen = []
    for row, pairs in zip(fixes.rows, ranked):
        others = [n for n, other in enumerate(fixes.rows) if other["repo"] != row["repo"]]
        chosen.append((row["repo"], others))
    thresholds = {}
    for repository, others in chosen:
        if repository not in thresholds:
            thresholds[repository] = best_threshold([fixes.rows[n] for n in others], [ranked[n] for n in others])
    picked = [
        pairs[0][1] if pairs and pairs[0][0] >= thresholds[row["repo"]] else None
        for row, pairs in zip(fixes.rows, ranked)
    ]
    return f1(fixes.rows, picked), thresholds


def swift(features, weights, fit, threshold, note):
    lines = [f"      .{name}: {weight:.3f}," for name, weight in zip(features, weights) if abs(weight) >= 0.0005]
    return (
        "extension OriginModel {\n"
        + "".join(f"  /// {line}".rstrip() + "\n" for line in note)
        + "  public static let fitted = OriginModel(\n    weights: [\n"
        + "\n".join(lines)
        + f"\n    ], outside: {weights[-1]:.3f}, slope: {fit[0]:.3f}, offset: {fit[1]:.3f}, threshold: {threshold:.2f})\n}}\n"
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("fixes")
    parser.add_argument("features")
    parser.add_argument("--only", help="features, separated by commas")
    parser.add_argument("--without", default="", help="features to leave out")
    parser.add_argument("--penalty", type=float, default=PENALTY)
    parser.add_argument("--ablate", action="store_true", help="leave each feature out in turn")
    parser.add_argument("--predictions", help="write the rankings, leave-repositories-out")
    parser.add_argument("--write", help="write the weights, fitted to all, as Swift")
    options = parser.parse_args()

    rows = read(options.fixes)
    lines = read(options.features)
    weighed = {line["fix_commit"]: line for line in lines}
    names = sorted({name for line in lines for candidate in line["candidates"] for name in candidate["features"]})
    if options.only:
        names = [name for name in options.only.split(",")]
    left_out = set(options.without.split(","))
    names = [name for name in names if name not in left_out]

    def evaluate(features):
        fixes = Fixes(rows, weighed, features)
        raw = judged(fixes, options.penalty)
        return fixes, scaled_by_others(rows, raw), scale(rows, raw)

    fixes, ranked, fit = evaluate(names)
    seconds = sorted(line.get("processorSeconds", line["seconds"]) for line in lines)
    print(f"{len(rows)} fixes, {len(names)} features, leave-repositories-out")
    print(f"processor seconds a fix: median {seconds[len(seconds) // 2]:.2f}, 95 % {seconds[int(len(seconds) * .95)]:.2f}, "
          f"most {seconds[-1]:.2f}; not read to the end: {sum(bool(line['unread']) for line in lines)}")
    print("always one answer:   ", summary(rows, ranked))
    print("  95 %% interval of F1 %.3f–%.3f" % interval(rows, answers(ranked, 0)))
    precision, recall, score = f1(rows, shipped(ranked))
    print(f"as the tool answers:  P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}, "
          f"{sum(answer is not None for answer in shipped(ranked))} answers")
    (precision, recall, score), _ = nested(fixes, ranked)
    print(f"threshold of others:  P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}")
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.7):
        precision, recall, score = f1(rows, answers(ranked, threshold))
        print(f"  threshold {threshold:.2f}:     P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}")
    table, error = calibration(rows, ranked)
    print(f"\nreliability (error {error:.3f})\n| probability | fixes | mean probability | right |\n| --- | --- | --- | --- |")
    for low, count, chance, right in table:
        print(f"| {low:.1f}–{low + .1:.1f} | {count} | {chance:.2f} | {right:.2f} |")
    for key in ("language", "repo"):
        print(f"\n| {key} | fixes | right |\n| --- | --- | --- |")
        for value in sorted({row[key] for row in rows}):
            own = [(row, pairs) for row, pairs in zip(rows, ranked) if row[key] == value]
            right = sum(bool(pairs) and pairs[0][1] in row["inducing_commits"] for row, pairs in own)
            print(f"| {value} | {len(own)} | {right / len(own):.2f} |")
    if options.ablate:
        def loss(ranked):
            return -sum(math.log(max(1e-9, sum(p for p, one in pairs if one in row["inducing_commits"])))
                        for row, pairs in zip(rows, ranked)) / len(rows)
        print(f"\nloss {loss(ranked):.4f}")
        for name in names:
            _, other, _ = evaluate([feature for feature in names if feature != name])
            print(f"without {name}: F1 {f1(rows, answers(other, 0))[2]:.3f}, loss {loss(other):.4f}")
    if options.predictions:
        with open(options.predictions, "w", encoding="utf-8") as out:
            for row, pairs in zip(rows, ranked):
                out.write(json.dumps({"fix_commit": row["fix_commit"], "ranked": [one for _, one in pairs],
                                      "predicted": [pairs[0][1]] if pairs else []}) + "\n")
    weights = fixes.fit(options.penalty)
    print("\nfitted to all:", ", ".join(f"{name} {weight:+.2f}" for name, weight in zip(names + ["outside"], weights)))
    print(f"slope {fit[0]:.3f}, offset {fit[1]:.3f}")
    if options.write:
        note = [
            "The weights in use, fitted by Benchmarks/fit_origin.py; they are data, and not set by hand.",
            "",
            f"- Fitted to {len(rows)} fixes in {len({row['repo'] for row in rows})} repositories, whose authors named the",
            "  commit that they mend; their messages were withheld.",
            f"- Penalty {options.penalty:g} on the squares of the weights. On repositories left out: F1 {f1(rows, answers(ranked, 0))[2]:.3f} with one",
            f"  answer always, {f1(rows, shipped(ranked))[2]:.3f} as the tool answers; calibration error {error:.3f}.",
        ]
        with open(options.write, "w", encoding="utf-8") as out:
            out.write(swift(names, weights, fit, THRESHOLD, note))


if __name__ == "__main__":
    main()
