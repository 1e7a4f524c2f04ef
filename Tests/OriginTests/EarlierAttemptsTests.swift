import Repository
import Scratch
import Subprocess
import Testing

@testable import Origin

@Suite struct EarlierAttemptsTests {
  let scratch: ScratchRepository

  private static func source(_ wait: String) -> String {
    "int submit(int streams)\n{\n  int event = next_event();\n\(wait)  push(event);\n  return event;\n}\n"
  }

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(["src/a.c": Self.source("")], "Begin")
    try scratch.commit(
      ["src/a.c": Self.source("  if (streams == 1)\n    return skip(event);\n")], "Skip events")
  }

  private func attempts(ticket: String? = nil) throws -> [OriginReport.Attempt] {
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    var request = OriginRequest(fix: ["HEAD"])
    request.ticket = ticket
    request.timeLimit = .seconds(120)
    return try OriginFinder(in: repository).find(request).attempts
  }

  private func fix(_ message: String = "Mend it") throws {
    try scratch.commit(["src/a.c": Self.source("  wait(event);\n")], message)
  }

  @Test func `a commit that names the ticket of the fix may be one, wherever its change is`() throws {
    let other = try scratch.commit(["doc": "1\n"], "RILL-14: wait in the drain")
    try scratch.commit(["doc": "2\n"], "RILL-142: another ticket")
    try fix("RILL-14: wait for the event")
    let attempts = try attempts()
    #expect(attempts.map(\.commit.commit) == [other])
    #expect(attempts.map(\.kinds) == [[.sameTicket]])
    #expect(attempts.first?.reasons == ["names RILL-14, as the fix does"])
  }

  @Test func `with the key of a case the fix need not name it`() throws {
    let other = try scratch.commit(["doc": "1\n"], "Wait in the drain, for RILL-14")
    try fix()
    #expect(try attempts().isEmpty)
    #expect(try attempts(ticket: "RILL-14").map(\.commit.commit) == [other])
    #expect(try attempts(ticket: "no key").isEmpty)
  }

  @Test func `a change of the same lines that was reverted may be one, and the revert is told`() throws {
    let tried = try scratch.commit(["src/a.c": Self.source("  wait(1);\n")], "Wait for one")
    try scratch.git("revert", "--no-edit", "HEAD")
    let revert = try scratch.git("rev-parse", "HEAD")
    try fix()
    let attempt = try #require(try attempts().first)
    #expect(try attempts().count == 1)
    #expect(attempt.commit.commit == tried && attempt.kinds == [.reverted])
    #expect(
      attempt.reasons == [
        "changes what the fix changes, and was reverted by \(revert.prefix(10)) (2026-03-01)"
      ])
  }

  @Test func `a repair whose lines the fix removes may be one, with both reasons where it names the ticket`()
    throws
  {
    let tried = try scratch.commit(
      ["src/a.c": Self.source("  if (streams == 1)\n    wait(event);\n")], "RILL-14: fix the lost event")
    try fix("RILL-14: wait for the event")
    let attempt = try #require(try attempts().first)
    #expect(attempt.commit.commit == tried && attempt.kinds == [.sameTicket, .mendedAgain])
    #expect(attempt.reasons.last?.hasPrefix("says that it repairs something, and last touched") == true)
  }

  @Test func `what was reverted elsewhere, and what repairs nothing, is none`() throws {
    try scratch.commit(["src/b.c": "int other;\n"], "Fix the other")
    try scratch.commit(["src/b.c": "int more;\n"], "Fix the other well")
    try scratch.git("revert", "--no-edit", "HEAD")
    try fix()
    #expect(try attempts().isEmpty)
  }
}
