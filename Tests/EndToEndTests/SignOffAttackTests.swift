import Scratch
import Storage
import Subprocess
import Testing

/// Nothing but a person at a terminal makes anything be sent.
@Suite struct SignOffAttackTests {
  let bench: Bench
  let jira: JiraStandIn

  init() throws {
    bench = try Bench()
    jira = try JiraStandIn(token: Bench.token)
    try jira.addTicket("RILL-1")
    try bench.prepareRecord()
  }

  private func sign(_ more: String...) throws {
    let (ending, shown) = try bench.answering("yes", ["sign", "RILL-1"] + more, jira)
    #expect(ending == .exit(0), "\(shown)")
    #expect(try jira.comments() == [])
  }

  /// Expects that a call without a terminal sends nothing, and says who has to sign.
  private func expectRefusal(
    _ more: [String] = [], adding variables: [String: String] = [:], input: String? = nil,
    saying words: String = "sign-off", sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try bench.piped(["post", "RILL-1", "--json"] + more, jira, adding: variables, input: input)
    #expect(result.ending == .exit(5), "\(result.error)", sourceLocation: sourceLocation)
    let said = result.output + result.error
    #expect(said.contains("At a terminal: postmortem sign RILL-1"), sourceLocation: sourceLocation)
    #expect(said.contains(words), "\(said)", sourceLocation: sourceLocation)
    #expect(try jira.comments() == [], sourceLocation: sourceLocation)
    #expect(try bench.steps() == [], sourceLocation: sourceLocation)
  }

  private func approval() throws -> String {
    let names = try FileTree.list("\(bench.state)/approvals").filter { $0.hasSuffix(".json") }
    return "\(bench.state)/approvals/\(try #require(names.first))"
  }

  @Test func `what was signed at a terminal is sent without one, once`() throws {
    try sign()
    let result = try bench.piped(["post", "RILL-1"], jira)
    #expect(result.ending == .exit(0), "\(result.error)")
    #expect(try jira.comments().count == 1)
    try jira.addTicket("RILL-2")
    #expect(try bench.piped(["post", "RILL-1", "--ticket", "RILL-2"], jira).ending == .exit(5))
  }

  @Test func `standard input full of yes approves nothing`() throws {
    try expectRefusal(input: String(repeating: "yes\npost it\ngo ahead\n", count: 100))
    let sign = try bench.piped(["sign", "RILL-1"], jira, input: "yes\n")
    #expect(sign.ending == .exit(5))
  }

  @Test func `what is typed before the question is no answer`() throws {
    let terminal = try bench.session(["post", "RILL-1"], jira)
    terminal.type("yes\nyes\nyes\n")
    try terminal.expect("anything else sends nothing: ")
    terminal.type("no\n")
    #expect(try terminal.end() == .exit(5))
    #expect(try jira.comments() == [])
  }

  @Test func `no variable approves`() throws {
    try expectRefusal(adding: [
      "POSTMORTEM_YES": "1", "POSTMORTEM_APPROVE": "yes", "POSTMORTEM_SIGN": "yes", "CI": "true",
      "FORCE": "1",
    ])
  }

  @Test func `no flag approves`() throws {
    for flag in ["--yes", "--force", "--approve", "--no-confirm", "-y"] {
      let result = try bench.piped(["post", "RILL-1", flag], jira)
      #expect(result.ending == .exit(2), "\(flag)")
    }
    #expect(try jira.comments() == [])
  }

  @Test func `an approval in a place that a variable names does not count, sealed as it may be`() throws {
    try sign()
    _ = try approval()
    // Whoever sets the variables has a seal and approvals there that are sound in themselves.
    let forged = "\(bench.beside)/forged"
    _ = try bench.script(
      "mkdir -m 700 '\(forged)' && mv '\(bench.program.home.path)/.local' '\(forged)/.local'")
    try expectRefusal(adding: ["XDG_STATE_HOME": "\(forged)/.local/state"])
    try expectRefusal(adding: ["HOME": forged])
    try expectRefusal(adding: ["HOME": forged, "XDG_STATE_HOME": "\(forged)/.local/state"])
  }

  @Test func `no file of the repository approves, and the state is not looked for there`() throws {
    try bench.repository.write("post:\n  approve: true\n", to: ".postmortem/config.yaml")
    #expect(try bench.piped(["post", "RILL-1"], jira).ending != .exit(0))
    try FileTree.remove("\(bench.repository.path)/.postmortem/config.yaml")
    let state = "\(bench.repository.path)/state"
    let inside = try bench.piped(["post", "RILL-1"], jira, adding: ["POSTMORTEM_TEST_HOME": state])
    #expect(inside.ending == .exit(4))
    #expect(inside.error.contains("would be in the repository"))
    try FileTree.makeDirectory("\(bench.beside)/link")
    _ = try bench.script(
      "mkdir -p '\(state)' && rm -rf '\(bench.beside)/link' && ln -s '\(state)' '\(bench.beside)/link'")
    let linked = try bench.piped(
      ["post", "RILL-1"], jira, adding: ["POSTMORTEM_TEST_HOME": "\(bench.beside)/link"])
    #expect(linked.ending == .exit(4))
    // A journal that says that all was signed signs nothing.
    try bench.repository.write(
      #"{"approval":{"at":"2026-01-01T00:00:00Z","by":"Ada","id":"00"},"at":"2026-01-01T00:00:00Z","delivery":1,"number":1,"step":"intent"}"#
        + "\n",
      to: ".postmortem/cases/RILL-1/deliveries.jsonl")
    #expect(try bench.piped(["post", "RILL-1"], jira).ending == .exit(5))
    #expect(try jira.comments() == [])
  }

  @Test func `an approval that is forged, changed, copied or shown to others does not count`() throws {
    try sign()
    let path = try approval()
    let bytes = try FileTree.read(path)
    let text = String(decoding: bytes, as: UTF8.self)
    try FileTree.write(Array(text.replacing("\"everyone\"", with: "\"internal\"").utf8), to: path)
    try expectRefusal(saying: "was not written by postmortem here")
    try FileTree.write(bytes, to: path, mode: 0o644)
    try expectRefusal(saying: "others than you can read or write it")
    try FileTree.remove(path)
    // Elsewhere there is another seal.
    let other = "\(bench.beside)/other/.local/state/postmortem/approvals"
    try FileTree.makeDirectory(other)
    try FileTree.write(bytes, to: "\(other)/\(Path.name(path))")
    try FileTree.write(
      Array(String(repeating: "0", count: 64).utf8), to: "\(bench.beside)/other/.local/state/postmortem/seal")
    try expectRefusal(
      adding: ["POSTMORTEM_TEST_HOME": "\(bench.beside)/other"], saying: "was not written by postmortem here")
  }

  @Test func `an approval that has served does not serve again, though it is put back`() throws {
    try jira.addTicket("RILL-2")
    try sign("--ticket", "RILL-2")
    let path = try approval()
    let bytes = try FileTree.read(path)
    try jira.addFault("close-before-storing", method: "POST", path: "/issue/RILL-2/comment")
    #expect(try bench.piped(["post", "RILL-1", "--ticket", "RILL-2"], jira).ending == .exit(7))
    try FileTree.write(bytes, to: path)
    let replayed = try bench.piped(["post", "RILL-1", "--ticket", "RILL-2"], jira)
    #expect(replayed.ending == .exit(5))
    #expect(replayed.error.contains("has served already"))
    #expect(try jira.comments() == [])
  }

  @Test func `any change of what was signed voids it`() throws {
    try sign()
    try expectRefusal(["--visibility", "role:Developers"], saying: "the visibility")
    try jira.addTicket("RILL-2")
    try expectRefusal(["--ticket", "RILL-2"], saying: "the ticket")
    try bench.edit("It carries.", to: "It carries!")
    try expectRefusal(saying: "the text")
    try bench.edit("It carries!", to: "It carries.")
    #expect(try bench.piped(["post", "RILL-1"], jira).ending == .exit(0))
  }

  @Test func `the token is in no output, journal, state or command line`() throws {
    try jira.addFault(
      "delay-after-storing", method: "POST", path: "/issue/RILL-1/comment", ["seconds": .number(1)])
    let terminal = try bench.session(["post", "RILL-1"], jira)
    try terminal.expect("anything else sends nothing: ")
    terminal.type("yes\n")
    try jira.awaitRequests(1, method: "POST", path: "/issue/RILL-1/comment")
    #if os(Linux)
      for process in try FileTree.list("/proc") where Int(process) != nil {
        let line = (try? FileTree.read("/proc/\(process)/cmdline")) ?? []
        #expect(!String(decoding: line, as: UTF8.self).contains(Bench.token))
      }
    #endif
    #expect(try terminal.end() == .exit(0))
    #expect(!terminal.shown.contains(Bench.token))
    #expect(try bench.script("grep -rl '\(Bench.token)' . \"$HOME\" || true") == "")
  }
}
