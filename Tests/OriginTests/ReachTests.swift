import Repository
import Scratch
import Subprocess
import Testing

@testable import Origin

@Suite struct ReachTests {
  let scratch: ScratchRepository
  let guilty: String
  let fix: String

  private static func source(_ wait: String) -> String {
    "int submit(int streams)\n{\n  int event = next_event();\n\(wait)  push(event);\n  return event;\n}\n"
  }

  /// A bug that is in the releases 0.2.0 and 0.10.0, and on the branch `maintenance`; 0.11.0 has the fix.
  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(["src/a.c": Self.source("")], "Begin")
    try scratch.git("tag", "v0.1.0")
    guilty = try scratch.commit(
      ["src/a.c": Self.source("  if (streams == 1)\n    return skip(event);\n")], "Skip events")
    try scratch.git("tag", "v0.2.0")
    try scratch.git("tag", "nightly")
    try scratch.git("branch", "maintenance")
    try scratch.commit(["src/b.c": "int other;\n"], "Something else")
    try scratch.git("tag", "v0.10.0")
    fix = try scratch.commit(["src/a.c": Self.source(""), "tests/a.c": "int test;\n"], "Mend it")
    try scratch.git("tag", "v0.11.0")
  }

  private func report(of fix: String) throws -> OriginReport {
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    var request = OriginRequest(fix: [fix])
    request.timeLimit = .seconds(120)
    return try OriginFinder(in: repository).find(request)
  }

  private func reach() throws -> OriginReport.Reach? {
    let report = try report(of: fix)
    #expect(report.origin?.commit == guilty)
    return report.reach
  }

  @Test func `releases and branches with the origin and without the fix have the bug`() throws {
    let reach = try #require(try reach())
    #expect(reach.releases == ["v0.2.0", "v0.10.0"])
    #expect(reach.firstFixed == "v0.11.0")
    #expect(reach.branches == ["refs/heads/maintenance"])
    #expect(reach.backports == [] && reach.daysLatent == 0 && reach.isComplete)
  }

  @Test func `a branch with the same change is mended, whatever else stands around it`() throws {
    try scratch.git("switch", "--quiet", "maintenance")
    let before = Self.source("  if (streams == 1)\n    return skip(event);\n")
    try scratch.commit(["src/a.c": "int before;\n" + before], "More")
    let backport = try scratch.commit(["src/a.c": "int before;\n" + Self.source("")], "Mend it here, too")
    try scratch.git("tag", "v0.2.1")
    let reach = try #require(try reach())
    #expect(reach.backports.map(\.commit.commit) == [backport])
    #expect(reach.backports.map(\.how) == [.sameChange])
    #expect(reach.branches == [] && reach.releases == ["v0.2.0", "v0.10.0"])
  }

  @Test func `a commit that says that it was picked from the fix mends, too`() throws {
    try scratch.git("switch", "--quiet", "maintenance")
    let backport = try scratch.commit(
      ["src/a.c": Self.source("  /* mended */\n")], "Mend it\n\n(cherry picked from commit \(fix))")
    let reach = try #require(try reach())
    #expect(reach.backports.map(\.commit.commit) == [backport])
    #expect(reach.backports.map(\.how) == [.pickedFrom])
    #expect(reach.branches == [])
  }

  @Test func `of a fix that changes white space only those that were picked from it are known`() throws {
    try scratch.git("switch", "--quiet", "maintenance")
    let spaced = Self.source("  if (streams == 1)\n    return skip(event);\n").replacing(
      "  push", with: "\tpush")
    try scratch.commit(["src/a.c": Self.source("  if (streams == 1)\n    return skip(event);\n")], "Same")
    let fix = try scratch.commit(["src/a.c": spaced], "Mend the blanks")
    try scratch.git("switch", "--quiet", "--create", "other", "\(fix)~2")
    let backport = try scratch.commit(
      ["src/a.c": spaced], "Mend the blanks\n\n(cherry picked from commit \(fix))")
    let report = try report(of: fix)
    let reach = try #require(report.reach)
    #expect(reach.backports.map(\.commit.commit) == [backport])
    #expect(reach.backports.map(\.how) == [.pickedFrom])
    #expect(reach.isComplete && report.unread == [])
  }
}
