import Scratch
import Storage
import Testing

/// Where many tests begin: it is reached once, and copied for each of them.
extension Bench {
  /// The case RILL-1 with an open gate.
  func openGate() throws { try take([".postmortem"], from: Self.withOpenGate.get()) }

  /// The case RILL-1 with an open gate, and its record.
  func prepareRecord() throws { try take([".postmortem", "docs"], from: Self.withRecord.get()) }

  /// The same commits have the same names, so what is said of those of one bench holds for those of another.
  private func take(_ directories: [String], from other: Bench) throws {
    try #require(fix == other.fix)
    for directory in directories {
      try other.repository.copy(directory, to: "\(repository.path)/\(directory)")
    }
  }

  private static let withOpenGate = Result {
    let bench = try Bench()
    bench.repository.surroundings.removeAtExit()
    bench.program.home.removeAtExit()
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try bench.prepare(
      "set", "RILL-1", "title=The sum is wrong", "owner=Ada", "cause.mechanism=\(Bench.mechanism)",
      "cause.chain=The sum lacks it.", "fix.summary=It carries.", "fix.reason=Nothing is dropped.",
      "symptom.text=wanted 4, got 3", "symptom.source=run.sh", "slipped.category=ci-gap",
      "slipped.text=No test.", "no_actions=There is a test now.", "not_covered.new=Windows",
      "repro.attested.by=Ada", "repro.attested.on=2026-03-01", "repro.attested.see=#1",
      "validation.new.what=It runs.", "validation.new.passes=true", "validation.new.by=Ada",
      "validation.new.on=2026-03-01", "validation.new.see=#1", "not_trivial=It is a fix.")
    return bench
  }

  private static let withRecord = Result {
    let bench = try Bench()
    bench.repository.surroundings.removeAtExit()
    bench.program.home.removeAtExit()
    try bench.openGate()
    try bench.prepare("draft", "RILL-1")
    return bench
  }
}
