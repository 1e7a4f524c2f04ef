import Casework
import Terminal
import Testing
import Workspace

@testable import CommandLineInterface

struct LedgerTextTests {
  /// A short debugging session.
  static let ledger: Ledger = {
    var first = Experiment(command: ["./repro.sh", "--queue", "8"])
    first.changed = "a small queue"
    first.commit = "1c993eb6f60000000000000000000000000000aa"
    first.diff = Experiment.Diff(
      digest: "d1", files: 2, added: 12, removed: 3, leftOut: ["core"], file: "logs/d1.diff")
    first.variables = [.init(name: "SEED", value: "4 5"), .init(name: "DEBUG", value: nil)]
    first.expected = "no event is lost"
    first.exitStatus = 1
    first.seconds = 2.345
    first.output = Experiment.Output(
      excerpt: ["waiting for event 3", "\u{1B}[31mno progress"], digest: "a1", bytes: 40, file: "logs/a1.log")
    first.rulesIn = [1]
    var second = Experiment(command: ["sh", "-c", "make && ./soak 'all day'"])
    second.commit = "1c993eb6f60000000000000000000000000000aa"
    second.cutoff = .timeLimit
    second.seconds = 600
    second.output = Experiment.Output(excerpt: [], digest: nil, bytes: 0, file: nil)
    var third = Experiment(command: ["true"])
    third.signal = 11
    third.seconds = 0.004
    let contents: [LedgerEntry.Content] = [
      .hypothesis("the queue drops its oldest event"), .experiment(first), .experiment(second),
      .change(
        HypothesisChange(hypothesis: 1, state: .rejected, reason: "it hangs with any queue", experiment: 3)),
      .note(
        "gdb shows three threads in wait(), each of them with the same event, which is the one that the scheduler "
          + "has recorded last.\nThe fourth is idle."),
      .hypothesis("another"), .experiment(third),
      .ruling(Ruling(experiment: 7, hypothesis: 1, rules: .ruledOut, reason: "it crashes before")),
      .change(HypothesisChange(hypothesis: 6, state: .confirmed, reason: nil, experiment: nil)),
    ]
    return Ledger(
      contents.enumerated().map { place, content in
        LedgerEntry(
          number: place + 1, at: "2026-11-25T12:00:0\(place)Z", by: "Mei-Lin Hart",
          imported: place == 4 ? "notes.md" : nil, content: content)
      }, unreadable: [UnreadableLine(4, .notJSON)])
  }()

  private func text(check: Int? = nil, width: Int = 100) throws -> String {
    let report = LedgerReport(
      key: "RILL-142", path: "ledger.jsonl", Self.ledger,
      check: try check.map { try HypothesisCheck(of: $0, in: Self.ledger) })
    return LedgerText(report, width: width).lines.map { "\($0.plain)\n" }.joined()
  }

  @Test func `A ledger reads as recorded`() throws {
    expectGolden(try text(), "ledger.txt")
  }

  @Test func `On a narrow terminal nothing is lost`() throws {
    expectGolden(try text(width: 60), "ledger-narrow.txt")
  }

  @Test func `A hypothesis against every experiment reads as recorded`() throws {
    expectGolden(try text(check: 1), "ledger-check.txt")
  }
}
