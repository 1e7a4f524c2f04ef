import Patterns
import Recognition
import Repository
import Subprocess

/// Decides what a run was: a pass, the symptom, or something else that must not be taken for either.
struct RunJudge: Sendable {
  /// What the fix brings, as far as a failure before it may only be the lack of it.
  struct FixFacts: Sendable {
    /// Files that the tree after the fix has and the tree before it has not.
    var newFiles: Set<String> = []

    /// Whether a name stands in the tree after the fix and nowhere in the tree before it.
    var bringsName: @Sendable (String) -> Bool = { _ in false }
  }

  let symptom: Symptom
  let facts: FixFacts
  let recognizer: Recognizer
  let command: String

  /// What is made of a run.
  struct Judgement {
    var result: RunResult
    var reason: OtherReason?
    var recognition: Recognition
  }

  init(symptom: Symptom, facts: FixFacts, recognizer: Recognizer, command: String) {
    self.symptom = symptom
    self.facts = facts
    self.recognizer = recognizer
    self.command = command
  }

  /// A judge of runs at a commit before the fix.
  ///
  /// - Parameters:
  ///   - changes: what changed between that commit and the fix, the fix included.
  ///   - treeRoots: where the runs take place.
  init(
    _ plan: ProofPlan, since commit: ObjectID, changes: [Change], in borrowing: BorrowingRepository,
    treeRoots: [String]
  ) {
    let carried = Set(plan.carriage.items.map(\.change.path))
    let names = NewNames(before: commit, after: plan.afterCommit, in: borrowing)
    self.init(
      symptom: plan.request.symptom,
      facts: FixFacts(
        newFiles: Set(
          changes.filter { $0.kind == .added && !carried.contains($0.path) }.map(\.path.description)),
        bringsName: { names.contain($0) }),
      recognizer: Recognizer(treeRoots: treeRoots), command: plan.repro.command)
  }

  /// Judges a run by how it ended and what it printed.
  func judge(_ outcome: Outcome, output: [UInt8], side: Side) -> Judgement {
    let isTimedOut = outcome.cutoff == .timeLimit
    let ending: RunEnding = isTimedOut ? .timeLimit : outcome.ending.recognized
    let recognition = recognizer.recognize(output: output, ending: ending, command: command)
    let reason: OtherReason?
    if isTimedOut {
      if case .hang = symptom { return Judgement(result: .symptom, recognition: recognition) }
      reason = OtherReason(kind: .hang, detail: "")
    } else if outcome.ending.isSuccess {
      reason = reasonAgainstPass(recognition, output)
      if reason == nil { return Judgement(result: .pass, recognition: recognition) }
    } else {
      reason = reasonAgainstSymptom(recognition, output, side)
      if reason == nil { return Judgement(result: .symptom, recognition: recognition) }
    }
    return Judgement(result: .other, reason: reason, recognition: recognition)
  }

  private func reasonAgainstPass(_ recognition: Recognition, _ output: [UInt8]) -> OtherReason? {
    // Text that the user called the symptom, in a run that calls itself a success: neither can be believed.
    if case .output(let pattern) = symptom, let match = pattern.firstMatch(in: output) {
      return OtherReason(kind: .symptomInPass, detail: Excerpt.line(around: match, in: output))
    }
    return recognition.obstacle.map(OtherReason.init)
  }

  private func reasonAgainstSymptom(
    _ recognition: Recognition, _ output: [UInt8], _ side: Side
  ) -> OtherReason? {
    switch symptom {
    case .output(let pattern):
      if pattern.firstMatch(in: output) != nil { return nil }
      return obstacle(recognition, side)
        ?? OtherReason(
          kind: .withoutSymptom, detail: recognition.failures.first ?? Excerpt.lastLine(of: output))
    case .hang:
      return obstacle(recognition, side)
        ?? OtherReason(
          kind: .withoutSymptom, detail: recognition.failures.first ?? Excerpt.lastLine(of: output))
    case .anyFailure:
      if let obstacle = obstacle(recognition, side) { return obstacle }
      guard side == .before else { return nil }
      if let file = recognition.missingFiles.first(where: isNew) {
        return OtherReason(kind: .missingFile, detail: file)
      }
      if let name = recognition.missingSymbols.first(where: facts.bringsName) {
        return OtherReason(kind: .missingSymbol, detail: name)
      }
      return nil
    }
  }

  /// What kept the repro from testing anything; whether a name that is missing is one that the fix brings, or that, say, a
  /// library no longer has, is measured.
  private func obstacle(_ recognition: Recognition, _ side: Side) -> OtherReason? {
    guard let obstacle = recognition.obstacle else { return nil }
    if case .missingSymbol(let name) = obstacle, side == .before, facts.bringsName(name) {
      return OtherReason(kind: .missingSymbol, detail: name)
    }
    return OtherReason(obstacle)
  }

  /// Whether a path that a run missed is one that only the fix brings.
  private func isNew(_ path: String) -> Bool {
    facts.newFiles.contains { path == $0 || path.hasSuffix("/\($0)") || $0.hasSuffix("/\(path)") }
  }
}

extension Ending {
  fileprivate var recognized: RunEnding {
    switch self {
    case .exit(let status): .exit(status)
    case .signal(let number): .signal(number)
    }
  }
}

extension OtherReason {
  /// What the recognition of a test run calls an obstacle.
  init(_ obstacle: Obstacle) {
    switch obstacle {
    case .commandNotFound(let name): self.init(kind: .commandNotFound, detail: name)
    case .notExecutable(let name): self.init(kind: .notExecutable, detail: name)
    case .buildError(let tool, let line): self.init(kind: .buildError, detail: line.isEmpty ? tool : line)
    case .syntaxError(let line): self.init(kind: .syntaxError, detail: line)
    case .missingModule(let name): self.init(kind: .missingModule, detail: name)
    case .missingSymbol(let name): self.init(kind: .missingName, detail: name)
    case .collectionError(let line): self.init(kind: .collectionError, detail: line)
    case .setupFailure(let line): self.init(kind: .setupFailure, detail: line)
    case .usageError(let line): self.init(kind: .usageError, detail: line)
    case .noTestsRan(let runner): self.init(kind: .noTestRan, detail: runner)
    case .allSkipped(let runner, let count): self.init(kind: .allSkipped, detail: "\(runner): \(count)")
    }
  }
}
