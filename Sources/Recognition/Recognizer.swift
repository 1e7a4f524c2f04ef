/// Reads what a test run printed and says what kind of result it is.
///
/// It never takes red for a failing test when something else went wrong first, and never takes green for a
/// pass when no test ran. Where it is not sure it says nothing: a plain script that fails has failed.
public struct Recognizer: Sendable {
  private let signature: Signature

  /// A recognizer that leaves the names of these folders out of signatures, such as those of both worktrees.
  public init(treeRoots: [String] = []) {
    let roots = treeRoots.map { Array($0.utf8) }.map {
      $0.last == UInt8(ascii: "/") ? Array($0.dropLast()) : $0
    }
    signature = Signature(treeRoots: roots.sorted { $0.count > $1.count })
  }

  /// What this output, this ending and this command line say together.
  public func recognize(output: [UInt8], ending: RunEnding, command: String) -> Recognition {
    recognize(Run(transcript: Transcript(output), ending: ending, command: Command(command)))
  }

  func recognize(_ run: Run) -> Recognition {
    let reports = Readings.reports(of: run)
    let main = Verdict.main(of: reports)
    var recognition = Recognition(runner: main?.runner)
    recognition.executed = reports.contains { $0.executed == nil } ? nil : reports.compactMap(\.executed).sum
    recognition.skipped = reports.contains { $0.skipped == nil } ? nil : reports.compactMap(\.skipped).sum
    recognition.failed = reports.map(\.failed).reduce(0, +)
    recognition.obstacle = Verdict(run: run, reports: reports).obstacle
    guard !run.isGreen else { return recognition }
    recognition.failures = Array((main.map(\.failures) ?? []).prefix(20))
    if recognition.failures.isEmpty { recognition.failures = ErrorLines.first(in: run.lines) }
    recognition.missingSymbols = MissingNames.all(in: run.lines, MissingNames.symbol)
    recognition.missingFiles = MissingNames.all(in: run.lines, MissingNames.file)
    recognition.reasons = (main?.reasons ?? []).prefix(20).map(\.quoted)
    recognition.signature = signature.make(of: run, report: main, failures: main?.failures ?? [])
    return recognition
  }
}

extension [Int] {
  /// All of them together; nil when there are none.
  fileprivate var sum: Int? { isEmpty ? nil : reduce(0, +) }
}
