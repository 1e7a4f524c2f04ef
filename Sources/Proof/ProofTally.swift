import Statistics

/// The runs of one side, counted.
struct SideTally: Sendable, Equatable {
  var passes = 0
  var symptoms = 0

  /// Runs that were neither, by their reasons, in the order in which the reasons first came.
  var others: [(reason: OtherReason, count: Int)] = []

  var otherCount: Int { others.reduce(0) { $0 + $1.count } }
  var runs: Int { passes + symptoms + otherCount }

  /// Runs that were either a pass or the symptom: those that a rate is made of.
  var rate: Proportion { Proportion(symptoms, of: passes + symptoms) }

  mutating func record(_ result: RunResult, _ reason: OtherReason?) {
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
  var mainReason: OtherReason? { others.max { $0.count < $1.count }?.reason }

  static func == (first: SideTally, second: SideTally) -> Bool {
    first.passes == second.passes && first.symptoms == second.symptoms
      && first.others.elementsEqual(second.others) { $0.reason == $1.reason && $0.count == $1.count }
  }
}

/// Everything that the runs so far say, counted.
struct ProofTally: Sendable, Equatable {
  var before = SideTally()
  var after = SideTally()
  var test: PairedSignTest
  var comparison = RateComparison()

  /// Whole pairs so far.
  var pairs = 0

  /// How many pairs there were when the symptom first showed after the fix.
  var pairsAtFirstFailureAfter: Int?

  init(errorBound: Double) {
    test = PairedSignTest(errorBound: errorBound)
  }

  /// Adds a whole pair.
  ///
  /// A pair in which a run was neither pass nor symptom says nothing of the rates, whichever side it was.
  mutating func record(before first: RunRecord, after second: RunRecord) {
    pairs += 1
    before.record(first.result, first.reason)
    after.record(second.result, second.reason)
    if second.result == .symptom, pairsAtFirstFailureAfter == nil { pairsAtFirstFailureAfter = pairs }
    guard first.result != .other, second.result != .other else {
      if second.result == .symptom { test.record(failedBefore: false, failedAfter: true) }
      return
    }
    test.record(failedBefore: first.result == .symptom, failedAfter: second.result == .symptom)
    comparison.record(first: first.result == .symptom, second: second.result == .symptom)
  }
}
