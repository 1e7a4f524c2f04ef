package import Statistics

/// The runs of one side, counted.
package struct SideTally: Sendable, Equatable {
  package var passes = 0
  package var symptoms = 0

  /// Runs that were neither, by their reasons, in the order in which the reasons first came.
  package var others: [(reason: OtherReason, count: Int)] = []

  package var otherCount: Int { others.reduce(0) { $0 + $1.count } }
  package var runs: Int { passes + symptoms + otherCount }

  /// Runs that were either a pass or the symptom: those that a rate is made of.
  package var rate: Proportion { Proportion(symptoms, of: passes + symptoms) }

  package mutating func record(_ result: RunResult, _ reason: OtherReason?) {
    switch result {
    case .pass: passes += 1
    case .symptom: symptoms += 1
    case .other:
      let reason = reason ?? OtherReason(kind: .withoutSymptom, detail: "")
      if let place = others.firstIndex(where: { $0.reason == reason }) {
        others[place].count += 1
      } else {
        others.append((reason, 1))
      }
    }
  }

  /// The most frequent reason of the runs that were neither.
  package var mainReason: OtherReason? { others.max { $0.count < $1.count }?.reason }

  package static func == (first: SideTally, second: SideTally) -> Bool {
    first.passes == second.passes && first.symptoms == second.symptoms
      && first.others.elementsEqual(second.others) { $0.reason == $1.reason && $0.count == $1.count }
  }
}

/// Everything that the runs so far say, counted.
package struct ProofTally: Sendable, Equatable {
  package var before = SideTally()
  package var after = SideTally()
  package var test: PairedSignTest
  package var comparison = RateComparison()

  /// Whole pairs so far.
  package var pairs = 0

  /// How many pairs there were when the symptom first showed after the fix.
  package var pairsAtFirstFailureAfter: Int?

  package init(errorBound: Double) {
    test = PairedSignTest(errorBound: errorBound)
  }

  /// Adds a whole pair.
  ///
  /// A pair in which a run was neither pass nor symptom says nothing of the rates, whichever side it was.
  mutating func record(before first: RunRecord, after second: RunRecord) {
    record(before: first.result, first.reason, after: second.result, second.reason)
  }

  /// Adds a whole pair by what its runs were.
  package mutating func record(
    before first: RunResult, _ firstReason: OtherReason? = nil, after second: RunResult,
    _ secondReason: OtherReason? = nil
  ) {
    pairs += 1
    before.record(first, firstReason)
    after.record(second, secondReason)
    if second == .symptom, pairsAtFirstFailureAfter == nil { pairsAtFirstFailureAfter = pairs }
    guard first != .other, second != .other else {
      if second == .symptom { test.record(failedBefore: false, failedAfter: true) }
      return
    }
    test.record(failedBefore: first == .symptom, failedAfter: second == .symptom)
    comparison.record(first: first == .symptom, second: second == .symptom)
  }
}
