import Repository
import Statistics

/// Puts a verdict into words: no more than was measured, and what to do next.
struct ProofWording {
  let plan: ProofPlan
  let tally: ProofTally
  let verdict: Verdict
  let setupFailures: [TreeRunner.SetupFailure]

  /// The fix, as a sentence names it.
  private var fix: String {
    if plan.span.isUncommitted { return "The uncommitted change" }
    if plan.span.named.count > 1 { return "The fix (\(plan.span.named.count) commits)" }
    return plan.span.after.id.short
  }

  private var before: String { "\(tally.before.symptoms) of \(tally.before.runs)" }
  private var after: String { "\(tally.after.symptoms) of \(tally.after.runs)" }

  /// "showed the symptom", or "did not end" where that is the symptom.
  private var fails: String {
    if case .hang = plan.request.symptom { return "did not end" }
    return "failed"
  }

  /// The verdict in one sentence.
  var sentence: String {
    switch verdict {
    case .proved:
      return "\(fix) fixes what the repro shows: \(before) runs \(fails) before it, \(after) after it."
    case .passesBefore:
      return
        "The repro passes before the fix as well: 0 of \(tally.before.runs) runs failed there, so it does not "
        + "show what the fix mends."
    case .stillFails:
      if tally.after.symptoms == 0 {
        return
          "The repro does not end after the fix (\(tally.after.otherCount) of \(tally.after.runs) runs): "
          + "\(before) runs failed before it."
      }
      return "The symptom still shows after the fix: \(after) runs \(fails) there, \(before) before it."
    case .failsLess:
      return "The symptom shows more rarely after the fix, but it still shows: \(after) runs \(fails) there, "
        + "\(before) before it."
    case .failsOnlyAfter:
      if tally.after.symptoms == 0 {
        return "The repro passes before the fix and does not end after it: \(tally.after.otherCount) of "
          + "\(tally.after.runs) runs ran into the time limit there."
      }
      return
        "The repro fails only after the fix: \(after) runs failed there, 0 of \(tally.before.runs) before it."
    case .otherFailureBefore:
      let both = tally.after.passes == 0 && tally.after.symptoms == 0 ? " and after" : ""
      let share = tally.before.otherCount < tally.before.runs ? " in \(others(tally.before))" : ""
      return
        "Before\(both) the fix the repro fails\(share) for another reason than the symptom: \(reason(tally.before))."
    case .otherFailureAfter:
      if tally.after.otherCount < tally.after.runs {
        return
          "After the fix \(others(tally.after)) neither passed nor showed the symptom: \(reason(tally.after))."
      }
      return "After the fix the repro neither passes nor shows the symptom: \(reason(tally.after))."
    case .noTestRan:
      return noTestRan
    case .rateTooLow:
      let why =
        tally.before.passes == 0
        ? "The budget ends before it is decided" : "The symptom shows too rarely to decide within the budget"
      return
        "\(why): \(before) runs \(fails) before the fix and \(after) after it; "
        + "\(needed) failures before it are needed."
    case .hangs:
      let both = tally.after.passes == 0 ? "before the fix and after it" : "before the fix"
      return
        "The repro hangs \(both): \(tally.before.otherCount) of \(tally.before.runs) runs did not end within "
        + "\(seconds(plan.request.timeLimit))."
    case .setupFailed:
      if setupFailures.count > 1 { return "The set-up command failed in both trees: nothing was measured." }
      return setupFailures.first?.sentence ?? "The set-up command failed."
    case .interrupted:
      return "Interrupted, undecided: so far \(before) runs \(fails) before the fix and \(after) after it."
    }
  }

  private var noTestRan: String {
    let side = tally.after.mainReason.map { $0.saysNoTestRan } ?? false ? "after" : "before"
    let reason = side == "after" ? tally.after.mainReason : tally.before.mainReason
    let what = reason?.kind == .allSkipped ? "every test was skipped" : "no test ran"
    return "In the tree \(side) the fix \(what) (\(reason?.detail ?? "")), so a pass there says nothing."
  }

  private func others(_ side: SideTally) -> String { "\(side.otherCount) of \(side.runs) runs" }

  private func reason(_ side: SideTally) -> String {
    guard let reason = side.mainReason else { return "unknown" }
    return reason.sentencePart
  }

  private var needed: Int { tally.before.passes == 0 ? plan.pairsIfSteady : plan.pairsIfFlaky }

  /// Runs a side that would probably give enough failures: their mean number and two standard deviations.
  static func runsToDecide(rate: Proportion, failures: Int) -> Int? {
    guard let p = rate.rate, p > 0 else { return nil }
    let needed = Double(failures)
    let mean = needed / p
    let spread = (needed * (1 - p)).squareRoot() / p
    return Int((mean + 2 * spread).rounded(.up))
  }

  /// What to do next.
  var advice: [String] {
    switch verdict {
    case .proved: return []
    case .passesBefore:
      let bound = percent(tally.before.rate.upperBound())
      return [
        "A failure rate below \(bound) is not excluded. To see a failure once with 95 % probability, a rate of 30 % "
          + "wants 9 runs, 10 % wants 29, 5 % wants 59, 1 % wants 299: --runs N.",
        "If the bug needs a test that the fix brings in a file that was not carried: --carry PATH.",
      ]
    case .stillFails, .failsLess:
      return ["The logs of the failures after the fix are in the evidence directory."]
    case .failsOnlyAfter:
      return ["Is this the right fix, and the right parent? --before REV and --after REV choose other trees."]
    case .otherFailureBefore: return otherFailureAdvice(tally.before)
    case .otherFailureAfter: return otherFailureAdvice(tally.after)
    case .noTestRan:
      return [
        "Does the filter of the repro name a test that exists in both trees? A test that only the fix brings is "
          + "carried if its file counts as a test; --carry PATH adds others."
      ]
    case .rateTooLow:
      let runs = Self.runsToDecide(rate: tally.before.rate, failures: needed)
      let more = runs.map { "about \($0) runs a side would do" } ?? "more runs would do"
      return [
        "At this rate \(more): the same command with a larger --max-runs or --max-time goes on from these runs."
      ]
    case .hangs:
      return [
        "If the hang is the symptom: --symptom hang. If the repro only is slow: a larger --timeout than "
          + "\(seconds(plan.request.timeLimit))."
      ]
    case .setupFailed: return setupFailures.map { "The whole output of the set-up is in \($0.log)." }
    case .interrupted: return ["The same command goes on from these runs."]
    }
  }

  private func otherFailureAdvice(_ side: SideTally) -> [String] {
    switch side.mainReason?.kind {
    case .withoutSymptom?, .symptomInPass?:
      return ["Does --symptom match what the failing run prints? The logs are in the evidence directory."]
    case .commandNotFound?, .notExecutable?:
      return [
        "A path in the repro is taken from the root of each tree, or from your directory if git does not track it."
      ]
    case .missingFile?:
      return ["The fix brings that file: --carry PATH puts it into the tree before the fix."]
    default:
      return ["If this failure is the symptom all the same: --symptom REGEX that matches it."]
    }
  }

  /// What a reader should beware of.
  func cautions(symptom: ProofReport.SymptomReport, runs: [RunRecord]) -> [String] {
    var cautions: [String] = []
    if !symptom.isSame {
      let parts = symptom.appearances.prefix(3).map { "\($0.runs) × \($0.excerpt.first ?? $0.signature)" }
      cautions.append(
        "The failures before the fix do not look alike (\(parts.joined(separator: "; "))): --symptom REGEX pins the "
          + "one that is meant.")
    }
    if verdict == .proved, let named = suspiciousFile(runs) {
      cautions.append(
        "A failure before the fix names \(named), a file that the fix adds: is it the symptom, or the lack of the file?"
      )
    }
    let hidden = runs.count { $0.result == .pass && $0.testsFailed > 0 }
    if hidden > 0 {
      cautions.append(
        "\(hidden) run\(hidden == 1 ? "" : "s") ended with status 0 although the output tells of failed tests: does a "
          + "pipe hide the status? `set -o pipefail` at the beginning of the repro shows it.")
    }
    let strays = runs.reduce(0) { $0 + $1.strays }
    if strays > 0 {
      cautions.append(
        "\(strays) process\(strays == 1 ? "" : "es") that the repro had left behind were ended.")
    }
    for (side, tally) in [("before", tally.before), ("after", tally.after)]
    where tally.otherCount > 0 && tally.passes + tally.symptoms > 0 {
      cautions.append(
        "\(tally.otherCount) of \(tally.runs) runs \(side) the fix neither passed nor showed the symptom and count for "
          + "nothing: \(reason(tally)).")
    }
    return cautions
  }

  /// A file that only the fix brings and that a failure before it names.
  private func suspiciousFile(_ runs: [RunRecord]) -> String? {
    let carried = Set(plan.carriage.items.map(\.change.path))
    let added = plan.changes.filter { $0.kind == .added && !carried.contains($0.path) }.map(\.path)
    for run in runs where run.side == .before && run.result == .symptom {
      for path in added
      where run.excerpt.contains(where: { $0.contains(path.description) || $0.contains(path.name) }) {
        return path.description
      }
    }
    return nil
  }

  private func percent(_ rate: Double) -> String {
    let tenths = Int((rate * 1000).rounded())
    return tenths % 10 == 0 || tenths >= 100 ? "\((tenths + 5) / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  private func seconds(_ duration: Duration) -> String {
    let milliseconds = Int((duration.inSeconds * 1000).rounded())
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
  }
}

extension OtherReason {
  /// The reason as part of a sentence on a run just before the fix, or after it.
  package var sentencePart: String { sentencePart(lacking: "only the fix brings") }

  /// The reason as part of a sentence.
  ///
  /// - Parameter origin: where what the run lacks comes from; what was measured is what differs between the run's commit
  ///   and the fix, so at an older commit it is not only the fix.
  package func sentencePart(lacking origin: String) -> String {
    let quoted = detail.isEmpty ? "" : " (\(detail))"
    switch kind {
    case .commandNotFound: return "a command was not found\(quoted)"
    case .notExecutable: return "a program may not be executed\(quoted)"
    case .buildError: return "a build error\(quoted)"
    case .syntaxError: return "a syntax error\(quoted)"
    case .missingModule: return "a module is missing\(quoted)"
    case .missingName: return "a name is missing\(quoted)"
    case .missingSymbol: return "it uses a name that \(origin)\(quoted)"
    case .missingFile: return "it misses a file that \(origin)\(quoted)"
    case .collectionError: return "the tests could not be collected\(quoted)"
    case .setupFailure: return "the set-up of a test failed\(quoted)"
    case .usageError: return "the test command was called wrongly\(quoted)"
    case .noTestRan: return "no test ran\(quoted)"
    case .allSkipped: return "every test was skipped\(quoted)"
    case .hang: return "it did not end within its time limit"
    case .withoutSymptom: return "it failed without the symptom\(quoted)"
    case .symptomInPass: return "it printed the symptom and yet ended with status 0\(quoted)"
    }
  }
}

extension Change.Kind {
  /// The kind as people say it.
  var word: String {
    switch self {
    case .added: "added"
    case .deleted: "deleted"
    case .modified: "modified"
    case .typeChanged: "type changed"
    }
  }
}
