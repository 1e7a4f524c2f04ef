import Chance
import Scratch
import Storage
import Subprocess
import Testing

/// Whatever fails on the way, and whenever the program is killed, each ticket holds the record once, as it was signed.
@Suite struct PostDurabilityTests {
  let bench: Bench
  let jira: JiraStandIn

  /// Known to this test alone: what others do with theirs is not to be found here.
  let token = "\(Bench.token)-\(UInt64.random(in: 0 ... .max))"

  init() throws {
    bench = try Bench()
    jira = try JiraStandIn(token: token)
    try bench.prepareRecord()
    try bench.write("\(token)\n", beside: "token")
    try bench.writeSettings(
      """
      jira:
        - url: \(jira.url)
          kind: cloud
          email: \(JiraStandIn.email)
          token_command: cat '\(bench.beside)/token'

      """)
  }

  /// Where a call has the token from: its environment, or a command that prints it.
  enum Login: CaseIterable { case environment, command }

  private func variables(_ login: Login) -> [String: String] {
    // A pager is a program that is started while the token is held.
    ["PAGER": "head -c 100"].merging(
      login == .environment ? bench.login(to: jira, token: token) : ["POSTMORTEM_JIRA_URL": jira.url]
    ) { $1 }
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

  /// Four of them at once, each with a site of its own; seven records each in a test run, 250 in a soak.
  @Test(arguments: 1...4)
  func
    `under random faults and kills each record stands there once, none is lost or changed, no token is seen`(
      seed: Int
    ) throws
  {
    #if os(Linux)
      let watch = try ProcessWatch(for: token, handedOnBy: bench.program.path)
    #endif
    var random = SplitMix(seed: UInt64(seed))
    var said = ""
    let count = ProcessVariables.isSoaking ? 250 : 7
    for number in 1...count {
      let ticket = "RILL-\(number)"
      try jira.addTicket(ticket)
      var rounds = 0
      while true {
        rounds += 1
        #expect(rounds < 30)
        let login: Login = random.next() % 2 == 0 ? .environment : .command
        let (isThere, shown) = try sign(ticket, login)
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
        // A core file of what was started with the token in its environment holds it: none is asked for before it runs.
        let signal = login == .command && random.next() % 2 == 0 ? "ABRT" : "KILL"
        let result = try call(["post", "RILL-1", "--ticket", ticket], login, killedAfter: moment, by: signal)
        said += result.said
        try jira.order("calm")
        try jira.settle()
        let endings: [Ending] = [.exit(0), .exit(7), .exit(124), .exit(137), .signal(9)]
        #expect(endings.contains(result.ending), "\(result.said)")
        if result.ending == .exit(0) { break }
      }
      let comments = try jira.comments(of: ticket)
      #expect(comments.count == 1, "\(ticket)")
    }
    let payload = try bench.piped(
      ["post", "RILL-1", "--ticket", "RILL-1", "--payload"], jira, adding: variables(.environment))
    let body = try JSONText.decode(JSONValue.self, from: Array(payload.output.utf8))["body"]
    #expect(try jira.comments().allSatisfy { $0["body"] == body })
    #expect(!said.contains(token))
    // Core files are in the directory where a program stood, unless the system keeps them elsewhere.
    let search = #"grep -rlF -f "$TOKEN" . "$HOME" || true"#
    #expect(try bench.script("TOKEN='\(bench.beside)/token'; \(search)") == "")
    #if os(Linux)
      let seen = try watch.report()
      #expect(seen.found == [])
      // What it starts lives for some milliseconds: of few posts none may be met by a look.
      #expect(seen.programs > 0 && (seen.children > 0 || !ProcessVariables.isSoaking), "\(seen)")
    #endif
  }

  /// Signs at a terminal; true where there is nothing to sign, for it is there.
  private func sign(
    _ ticket: String, _ login: Login = .environment
  ) throws -> (isThere: Bool, shown: String) {
    let terminal = try bench.program.atTerminal(
      ["sign", "RILL-1", "--ticket", ticket], in: bench.repository.path, adding: variables(login))
    do {
      try terminal.expect("anything else sends nothing: ")
    } catch TerminalError.notShown(_, let shown) where shown.contains("It is there already") {
      // What was cut short is found and written down.
      #expect(
        try bench.piped(["post", "RILL-1", "--ticket", ticket], jira, adding: variables(.environment)).ending
          == .exit(0))
      return (true, shown)
    }
    terminal.type("post it\n")
    #expect(try terminal.end() == .exit(0))
    return (false, terminal.shown)
  }

  private func call(
    _ arguments: [String], _ login: Login, killedAfter seconds: Double, by signal: String
  ) throws -> (ending: Ending, said: String) {
    let command = Command(
      "sh",
      [
        "-c", #"ulimit -c unlimited; exec timeout "$@""#, "sh", "-s", signal, "\(seconds)",
        bench.program.path,
      ]
        + arguments,
      environment: bench.program.environment.merging(variables(login)) { $1 },
      workingDirectory: bench.repository.path)
    let capture = try Spawner().capture(command, timeLimit: .seconds(120))
    let said = String(decoding: capture.output + capture.error, as: UTF8.self)
    return (capture.outcome.ending, said)
  }

  /// Ctrl-\ writes a core file of whatever lets it.
  @Test(arguments: Login.allCases)
  func `a crash writes no core file while a token is held`(login: Login) throws {
    func quit(_ line: String, once begun: (TerminalSession) throws -> Void) throws -> Ending {
      let terminal = try TerminalSession(
        Command(
          "sh", ["-c", "ulimit -c unlimited; exec \(line)"],
          environment: bench.program.environment.merging(variables(login)) { $1 },
          workingDirectory: bench.repository.path))
      try begun(terminal)
      terminal.type("\u{1C}")
      return try terminal.end()
    }
    func cores() throws -> [String] {
      try FileTree.list(bench.repository.path).filter { $0.hasPrefix("core") }
    }
    try jira.addFault("delay-before-storing", path: "/myself", ["seconds": .number(60)])
    let ending = try quit("'\(bench.program.path)' post RILL-1 --dry-run") { _ in
      try jira.awaitRequests(1, path: "/myself")
    }
    #expect(ending == .signal(3))
    #expect(try cores() == [])
    // Elsewhere the system keeps core files in a place of its own, and nothing is shown by their absence here.
    if try !FileTree.isFile("/proc/sys/kernel/core_pattern")
      || FileTree.read("/proc/sys/kernel/core_pattern").starts(with: "core".utf8)
    {
      #expect(try quit("sh -c 'echo ready; exec cat'") { try $0.expect("ready") } == .signal(3))
      #expect(try cores() != [])
    }
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
        let preload = ["LD_PRELOAD": faults.library, "FAULT_AT": "\(point)"]
        let result = try bench.piped(
          ["post", "RILL-1", "--ticket", ticket], jira,
          adding: variables(.environment).merging(preload) { $1 })
        if result.ending == .exit(0) { break }
        points += 1
        try jira.settle()
        if try !sign(ticket).isThere {
          #expect(
            try bench.piped(["post", "RILL-1", "--ticket", ticket], jira, adding: variables(.environment))
              .ending == .exit(0))
        }
        #expect(try jira.comments(of: ticket).count == 1, "point \(point)")
      }
      #expect(points > 8)
    }
  #endif
}
