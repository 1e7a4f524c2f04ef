import Casework
import Scratch
import Storage
import Testing

@testable import Proof

@Suite struct ProofJournalTests {
  let directory: TemporaryDirectory
  let cache: ProofCache

  init() throws {
    directory = try TemporaryDirectory()
    cache = ProofCache(at: directory.path)
  }

  private func journal(_ key: String = "key", startsAnew: Bool = false, seed: UInt64 = 1) throws
    -> ProofJournal
  {
    try ProofJournal(
      key: key, in: cache, startsAnew: startsAnew,
      header: ProofHeader(seed: seed, startedAt: "2026-03-01T12:00:00Z"))
  }

  /// A proof that ended with this verdict, after one run.
  private func finish(_ verdict: Verdict, failuresAfter: Int = 0) throws -> String {
    let journal = try journal()
    try journal.runs.append(.sample())
    try journal.keep(.sample(verdict, failuresAfter: failuresAfter))
    return journal.directory
  }

  @Test func `a first proof begins with nothing`() throws {
    let journal = try journal()
    #expect(journal.directory == "\(directory.path)/proofs/key/1")
    #expect(try journal.runs.facts().isEmpty)
    #expect(journal.earlierFailure == nil)
  }

  @Test func `without a report the runs and the coin of the last attempt are gone on with`() throws {
    for pair in 1...3 { try journal(seed: UInt64(pair)).runs.append(.sample(pair: pair)) }
    let journal = try journal(seed: 9)
    #expect(try journal.runs.facts().map(\.pair) == [1, 2, 3])
    #expect(journal.header.seed == 1)
    #expect(journal.directory.hasSuffix("/1"))
  }

  @Test(arguments: Verdict.allCases)
  func `two verdicts ask for more runs; all others are final`(verdict: Verdict) throws {
    let first = try finish(verdict)
    let goesOn = verdict == .interrupted || verdict == .rateTooLow
    #expect(try (journal().directory == first) == goesOn)
  }

  @Test func `a new beginning leaves unfinished runs where they are`() throws {
    let first = try finish(.interrupted)
    let second = try journal(startsAnew: true, seed: 2)
    #expect(second.directory.hasSuffix("/2"))
    #expect(second.header.seed == 2)
    #expect(try second.runs.facts().isEmpty)
    #expect(FileTree.isFile("\(first)/report.json"))
  }

  @Test func `a torn line is passed over, and the runs after it are kept`() throws {
    let path = try finish(.interrupted) + "/evidence.jsonl"
    try FileTree.write(FileTree.read(path) + FileTree.read(path).dropLast(9), to: path)
    #expect(try journal().runs.facts().count == 1)
    try journal().runs.append(.sample(pair: 2))
    #expect(try journal().runs.facts().map(\.pair) == [1, 2])
  }

  @Test func `a torn header or report does not stand in the way`() throws {
    let first = try finish(.proved)
    try FileTree.write(Array("{\"verd".utf8), to: "\(first)/report.json")
    #expect(try journal().directory == first)
    try FileTree.write([], to: "\(first)/header.json")
    #expect(try journal().directory.hasSuffix("/2"))
  }

  @Test func `the tenth attempt comes after the ninth`() throws {
    for _ in 1...10 { _ = try finish(.proved) }
    #expect(try journal().directory.hasSuffix("/11"))
  }

  @Test func `a failure after the fix in an earlier attempt is remembered`() throws {
    _ = try finish(.failsLess, failuresAfter: 2)
    _ = try finish(.passesBefore)
    #expect(
      try journal().earlierFailure
        == "An earlier proof of the same, of 2026-03-01T12:00:00Z, saw the symptom in 2 of 10 runs after the fix."
    )
  }

  @Test func `one process at a time is at a proof, and others at other proofs`() throws {
    let journal = try journal()
    #expect(throws: ProofError.alreadyUnderWay(directory: "\(directory.path)/proofs/key")) {
      try self.journal()
    }
    _ = try self.journal("other")
    withExtendedLifetime(journal) {}
  }
}

extension ProofReport {
  /// A report of which only the verdict and the failures after the fix are told.
  static func sample(_ verdict: Verdict, failuresAfter: Int = 0) -> ProofReport {
    let side = SideReport(
      commit: "1", subject: "", tree: "1", carried: [], leftOut: [], runs: 10, failures: failuresAfter,
      passes: 10 - failuresAfter, others: [], rate: nil, wilson: [0, 1], exact: [0, 1], upperBound: 1,
      medianSeconds: nil, setupFailure: nil)
    return ProofReport(
      verdict: verdict, sentence: "", advice: [], notes: [],
      fix: Fix(name: "", commits: [], isUncommitted: false, files: 0, addedLines: 0, deletedLines: 0),
      before: side,
      after: side, symptom: SymptomReport(pinned: nil, appearances: [], isSame: true),
      statistics: StatisticsReport(
        errorBound: 0.001, pairs: 0, failuresOnlyBefore: 0, failuresNeeded: 10, chanceIfNoEffect: 1,
        seed: "0",
        runsToDecide: nil),
      repro: ReproReport(
        command: "", script: nil, scriptDigest: nil, directory: "", setup: nil, timeLimitSeconds: 1,
        isOffline: false,
        isFresh: false), byHand: [],
      environment: EnvironmentRecord(
        system: "", kernel: "", processor: "", processorCount: 1, git: "", shell: "", variables: [],
        records: []),
      evidenceDirectory: "", startedAt: "2026-03-01T12:00:00Z", seconds: 0)
  }
}
