import Chance
import Scratch
import Storage
import Subprocess
import Testing

/// Whatever fails on the way, and whenever the program is killed, each ticket holds the record once, as it was signed.
@Suite struct PostDurabilityTests {
  let bench: Bench
  let jira: JiraStandIn

  init() throws {
    bench = try Bench()
    jira = try JiraStandIn(token: Bench.token)
    try bench.prepareRecord()
  }

  /// What a network and a server do; what delivers twice is a test of its own, for no client can undo it.
  private static let weather: [JSONValue] =
    [
      "refuse", "close-while-reading", "close-before-storing", "close-after-storing", "truncated",
      "malformed",
      "not-http",
    ].map { .object(["kind": .string($0)]) }
    + [
      ("status-before-storing", 429.0), ("status-before-storing", 503), ("status-after-storing", 500),
      ("status-after-storing", 502),
    ].map { .object(["kind": .string($0.0), "status": .number($0.1), "retryAfter": .number(0)]) }

  /// Four of them at once, each with a site of its own; ten records each in a test run, 250 in a soak.
  @Test(arguments: 1...4)
  func `under random faults and kills each record stands there once, none is lost, none is changed`(seed: Int)
    throws
  {
    var random = SplitMix(seed: UInt64(seed))
    var said = ""
    let count = ProcessVariables.isSoaking ? 250 : 10
    for number in 1...count {
      let ticket = "RILL-\(number)"
      try jira.addTicket(ticket)
      var rounds = 0
      while true {
        rounds += 1
        #expect(rounds < 30)
        let (isThere, shown) = try sign(ticket)
        said += shown
        if isThere { break }
        try jira.order(
          "storm",
          [
            "seed": .number(Double(random.next() % 1_000_000)), "rate": .number(0.6),
            "method": .string("POST"),
            "path": .string("/issue/\(ticket)/comment"), "faults": .array(Self.weather),
          ])
        let moment = random.next() % 3 == 0 ? Double(random.next() % 250) / 1000 : 60
        let result = try call(["post", "RILL-1", "--ticket", ticket], killedAfter: moment)
        said += result.said
        try jira.order("calm")
        try jira.settle()
        #expect([.exit(0), .exit(7), .exit(137), .signal(9)].contains(result.ending), "\(result.said)")
        if result.ending == .exit(0) { break }
      }
      let comments = try jira.comments(of: ticket)
      #expect(comments.count == 1, "\(ticket)")
    }
    let payload = try bench.piped(["post", "RILL-1", "--ticket", "RILL-1", "--payload"], jira)
    let body = try JSONText.decode(JSONValue.self, from: Array(payload.output.utf8))["body"]
    #expect(try jira.comments().allSatisfy { $0["body"] == body })
    #expect(!said.contains(Bench.token))
    #expect(try bench.script("grep -rl '\(Bench.token)' . \"$HOME\" || true") == "")
  }

  /// Signs at a terminal; true where there is nothing to sign, for it is there.
  private func sign(_ ticket: String) throws -> (isThere: Bool, shown: String) {
    let terminal = try bench.session(["sign", "RILL-1", "--ticket", ticket], jira)
    do {
      try terminal.expect("anything else sends nothing: ")
    } catch TerminalError.notShown(_, let shown) where shown.contains("It is there already") {
      // What was cut short is found and written down.
      #expect(try bench.piped(["post", "RILL-1", "--ticket", ticket], jira).ending == .exit(0))
      return (true, shown)
    }
    terminal.type("post it\n")
    #expect(try terminal.end() == .exit(0))
    return (false, terminal.shown)
  }

  private func call(_ arguments: [String], killedAfter seconds: Double) throws -> (
    ending: Ending, said: String
  ) {
    let command = Command(
      "timeout", ["-s", "KILL", "\(seconds)", bench.program.path] + arguments,
      environment: bench.program.environment.merging(bench.login(to: jira)) { $1 },
      workingDirectory: bench.repository.path)
    let capture = try Spawner().capture(command, timeLimit: .seconds(120))
    let said = String(decoding: capture.output + capture.error, as: UTF8.self)
    return (capture.outcome.ending, said)
  }

  #if os(Linux)
    @Test(.enabled(if: FaultPoints.canBeMade, "there is no C compiler"))
    func `killed before any one of its changes of a file, the next calls bring it once`() throws {
      let faults = try FaultPoints()
      var points = 0
      for point in 0..<60 {
        let ticket = "OPS-\(100 + point)"
        try jira.addTicket(ticket)
        guard try !sign(ticket).isThere else { continue }
        let variables = ["LD_PRELOAD": faults.library, "FAULT_AT": "\(point)"]
        let result = try bench.piped(["post", "RILL-1", "--ticket", ticket], jira, adding: variables)
        if result.ending == .exit(0) { break }
        points += 1
        try jira.settle()
        if try !sign(ticket).isThere {
          #expect(try bench.piped(["post", "RILL-1", "--ticket", ticket], jira).ending == .exit(0))
        }
        #expect(try jira.comments(of: ticket).count == 1, "point \(point)")
      }
      #expect(points > 8)
    }
  #endif
}
