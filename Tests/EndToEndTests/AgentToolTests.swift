import Scratch
import Storage
import Subprocess
import Testing

/// What an agent does with the tools, from the first call to the record.
@Suite struct AgentToolTests {
  let bench: Bench

  init() throws {
    bench = try Bench()
    try bench.repository.git("config", "user.name", "Ada Byron")
  }

  private func agent(
    _ arguments: [String] = [], in directory: String? = nil, revision: String = AgentSession.stateless,
    capabilities: JSONValue = .object([:]), adding variables: [String: String] = [:]
  ) throws -> AgentSession {
    try AgentSession(
      bench.program, in: directory ?? bench.repository.path, revision: revision, capabilities: capabilities,
      arguments: arguments, adding: variables.merging(["SCRATCH": bench.beside]) { $1 })
  }

  private func strings(_ texts: String...) -> JSONValue { .array(texts.map { .string($0) }) }

  @Test func `an agent walks from the fix to the record`() throws {
    let agent = try agent()
    let key = JSONValue.string("RILL-1")
    let opened = try agent.call(
      "facts", ["action": .string("open"), "key": key, "fix": strings("HEAD"), "repro": .string("sh run.sh")])
    #expect(opened["structuredContent"]["result"]["gate"]["isOpen"] == .bool(false), "\(opened)")
    let tried = try agent.call(
      "breadcrumb",
      [
        "action": .string("try"), "key": key, "command": strings("sh", "-c", "echo seen; exit 3"),
        "changed": .string("nothing"),
      ])
    #expect(tried["content"][0]["text"].text?.contains("Kept as L1") == true, "\(tried)")
    #expect(tried["content"][0]["text"].text?.contains("Exit status 3") == true)
    let guessed = try agent.call(
      "breadcrumb", ["action": .string("note"), "key": key, "hypothesis": .string("The carry is dropped.")])
    #expect(guessed["structuredContent"]["result"]["entry"]["by"].text == "Ada Byron (through tests)")
    let ruled = try agent.call(
      "breadcrumb", ["action": .string("note"), "key": key, "rules_in": strings("L2"), "by": .string("L1")])
    #expect(ruled["isError"] == .null, "\(ruled)")
    let proved = try agent.call("prove", ["case": key])
    #expect(proved["structuredContent"]["result"]["verdict"].text == "proved", "\(proved)")
    let origin = try agent.call("origin", ["fix": strings("RILL-1")])
    #expect(origin["structuredContent"]["result"]["verdict"] != .null, "\(origin)")
    let early = try agent.call("draft", ["key": key])
    #expect(early["content"][0]["text"].text?.hasPrefix("Not written.") == true)
    let set = try agent.call(
      "facts",
      [
        "action": .string("set"), "key": key,
        "assignments": strings(
          "title=The sum is wrong", "owner=Ada", "cause.mechanism=\(Bench.mechanism)",
          "fix.summary=It carries.", "fix.reason=Nothing is dropped.", "no_actions=There is a test now.",
          "not_trivial=It is a fix.", "symptom.text=wanted 4, got 3", "symptom.source=run.sh"),
      ])
    #expect(set["structuredContent"]["result"]["gate"]["isOpen"] == .bool(true), "\(set)")
    let drafted = try agent.call("draft", ["key": key])
    let path = "\(bench.repository.path)/docs/postmortems/RILL-1.md"
    #expect(drafted["structuredContent"]["result"]["path"].text == path, "\(drafted)")
    #expect(FileTree.isFile(path))
    let checked = try agent.call("check", ["keys": strings("RILL-1")])
    #expect(checked["structuredContent"]["result"]["counts"]["error"] == .number(0), "\(checked)")
    let preview = try agent.call("preview", ["key": key])
    #expect(preview["structuredContent"]["result"]["sha256"].text?.count == 64)
    #expect(preview["content"][0]["text"].text?.contains("It carries.") == true)
    #expect(try agent.leave().ending == .exit(0))
  }

  // MARK: Mistakes

  static let mistakes: [(tool: String, arguments: [String: JSONValue], words: String)] = [
    ("gate", [:], "`key` is missing"),
    ("gate", ["key": .number(7)], "`key` must be a string"),
    ("gate", ["key": .object([:])], "`key` must be a string"),
    ("gate", ["kay": .string("RILL-1")], "Did you mean `key`?"),
    ("gate", ["key": .string("RILL-9")], "There is no case “RILL-9” here."),
    ("gate", ["key": .string("../../etc")], "is no key"),
    ("gate", ["key": .string("RILL-1"), "repository": .string("here")], "must be an absolute path"),
    ("gate", ["key": .string("RILL-1"), "repository": .string("/nowhere/at/all")], "is no directory"),
    ("facts", ["key": .string("RILL-1")], "`action` must be one of: open, set"),
    ("facts", ["action": .string("opn"), "key": .string("RILL-1")], "`action` must be one of: open, set"),
    (
      "facts", ["action": .string("set"), "key": .string("RILL-1"), "fix": .array([])],
      "no argument `fix` for the action set"
    ),
    ("prove", ["fix": .string("HEAD")], "No repro is given."),
    ("prove", ["fix": .string("no-such-branch"), "repro": .string("true")], "names no commit here"),
    ("prove", ["fix": .string("HEAD"), "repro": .string("true"), "timeout": .string("soon")], "a duration"),
    (
      "prove", ["fix": .string("HEAD"), "repro": .string("true"), "cache": .string("/tmp")],
      "no argument `cache`"
    ),
    (
      "facts", ["action": .string("set"), "key": .string("RILL-1"), "by": .string("Bob")], "no argument `by`"
    ),
    ("breadcrumb", ["action": .string("try"), "key": .string("RILL-1")], "`command` is missing"),
    (
      "breadcrumb", ["action": .string("try"), "key": .string("RILL-1"), "env": .array([.string("HOME")])],
      "no argument `env`"
    ),
  ]

  @Test func `a mistake in a call is told in words by which the call can be mended`() throws {
    let agent = try agent()
    for (tool, arguments, words) in Self.mistakes {
      let result = try agent.call(tool, arguments)
      #expect(result["isError"] == .bool(true), "\(tool) \(arguments)")
      let text = result["content"][0]["text"].text ?? ""
      #expect(text.contains(words), "\(tool): \(text)")
    }
    let unknown = try agent.ask("tools/call", .object(["name": .string("gates"), "arguments": .object([:])]))
    #expect(unknown["error"]["code"] == .number(-32602))
  }

  // MARK: Which repository

  @Test
  func
    `the repository is the one that is named, else that of -C, of the variable, of the roots, of the directory`()
    throws
  {
    let other = try Bench(named: "other")
    func used(_ agent: AgentSession, _ arguments: [String: JSONValue] = [:]) throws -> String? {
      let call = arguments.merging(["fix": .array([.string("HEAD")])]) { $1 }
      return try agent.call("origin", call)["structuredContent"]["repository"].text
    }
    let named = ["repository": JSONValue.string(other.repository.path)]
    #expect(try used(agent()) == bench.repository.path)
    #expect(try used(agent(["-C", bench.repository.path], in: "/"), named) == other.repository.path)
    #expect(try used(agent(["-C", other.repository.path])) == other.repository.path)
    #expect(try used(agent(adding: ["CLAUDE_PROJECT_DIR": other.repository.path])) == other.repository.path)
    let roots = try agent(
      in: "/", revision: "2025-11-25", capabilities: .object(["roots": .object([:])]))
    let id = try roots.send(
      "tools/call",
      .object(["name": .string("origin"), "arguments": .object(["fix": .array([.string("HEAD")])])]))
    let question = try roots.message { $0["method"].text == "roots/list" }
    let address = "file://\(other.repository.path)".replacing("other", with: "%6fther")
    try roots.reply(
      to: question, .object(["roots": .array([.object(["uri": .string(address)])])]))
    let answer = try roots.answer(to: id)["result"]
    #expect(answer["structuredContent"]["repository"].text == other.repository.path)
    // It is asked once.
    #expect(try used(roots) == other.repository.path)
    #expect(roots.unclaimed == [])
    let nowhere = try agent(in: "/").call("gate", ["key": .string("RILL-1")])
    #expect(nowhere["content"][0]["text"].text?.contains("is in no git repository") == true)
  }

  @Test func `nothing is read through a link that leads out of the repository`() throws {
    try bench.prepareRecord()
    try bench.write("a secret of another project", beside: "secret.txt")
    let secret = "\(bench.beside)/secret.txt"
    let agent = try agent()
    func expectNothing(_ link: String, _ result: JSONValue) throws {
      let text = String(decoding: try JSONText.encode(result), as: UTF8.self)
      #expect(!text.contains("a secret of"), "\(link): \(text)")
      #expect(text.contains("leads out of the repository"), "\(link): \(text)")
    }
    _ = try bench.script("ln -sf '\(secret)' docs/postmortems/RILL-1.md")
    try expectNothing("record", try agent.call("preview", ["key": .string("RILL-1")]))
    try expectNothing(
      "record", try agent.ask("resources/read", .object(["uri": .string("postmortem://records/RILL-1")])))
    _ = try bench.script(
      "mkdir -p .postmortem/templates; ln -sf '\(secret)' .postmortem/templates/summary.md")
    _ = try bench.script("rm docs/postmortems/RILL-1.md")
    try expectNothing("template", try agent.call("draft", ["key": .string("RILL-1")]))
    _ = try bench.script(
      "rm -r .postmortem/templates; ln -sf '\(secret)' .postmortem/cases/RILL-1/ledger.jsonl")
    try expectNothing("ledger", try agent.call("gate", ["key": .string("RILL-1")]))
    _ = try bench.script("ln -sf '\(secret)' file-of-the-root")
    try expectNothing("ledger", try agent.call("check", ["keys": strings("RILL-1")]))
    _ = try bench.script("ln -sf '\(secret)' docs/postmortems/other.md")
    try expectNothing("record", try agent.call("check", [:]))
    let outside = try agent.call("check", ["keys": strings(bench.beside)])
    #expect(outside["isError"] == .bool(true))
    let file = try agent.call("preview", ["key": .string("file-of-the-root")])
    #expect(file["isError"] == .bool(true))
    #expect(file["content"][0]["text"].text?.contains("a secret of") == false)
  }

  @Test(arguments: [".postmortem", ".postmortem/cases", ".postmortem/cases/LNK-2", ".postmortem/cases/.lock"])
  func `no case is opened through a link that leads out of the repository`(link: String) throws {
    let outside = try TemporaryDirectory()
    let target = link.hasSuffix(".lock") ? "\(outside.path)/none" : outside.path
    _ = try bench.script("mkdir -p '\(Path.parent(link))'; ln -s '\(target)' '\(link)'")
    let call: [String: JSONValue] = [
      "action": .string("open"), "key": .string("LNK-2"), "fix": strings("HEAD"),
      "repro": .string("sh run.sh"),
    ]
    let answer = try agent().call("facts", call)
    let text = String(decoding: try JSONText.encode(answer), as: UTF8.self)
    #expect(text.contains("leads out of the repository"), "\(text)")
    let typed = try bench.call("new", "LNK-2")
    #expect(typed.ending == .exit(1))
    #expect(typed.error.contains("\(link)") && typed.error.contains("leads out of the repository"))
    #expect(try FileTree.list(outside.path) == [])
  }

  @Test(arguments: ["docs", "docs/postmortems", "docs/postmortems/RILL-1.md"])
  func `no record is drafted through a link that leads out of the repository`(link: String) throws {
    try bench.prepareRecord()
    let outside = try TemporaryDirectory()
    let isFile = link.hasSuffix(".md")
    try FileTree.write(Array("# Another's text\n".utf8), to: "\(outside.path)/text.md")
    _ = try bench.script(
      "rm -r '\(link)'; ln -s '\(outside.path)\(isFile ? "/text.md" : "")' '\(link)'")
    let answer = try agent().call("draft", ["key": .string("RILL-1")])
    let text = String(decoding: try JSONText.encode(answer), as: UTF8.self)
    #expect(text.contains("leads out of the repository"), "\(text)")
    let typed = try bench.call("draft", "RILL-1")
    #expect(typed.ending == .exit(1) && typed.error.contains("leads out of the repository"))
    #expect(try FileTree.list(outside.path) == ["text.md"])
    #expect(FileTree.isLink("\(bench.repository.path)/\(link)"))
  }

  // MARK: Long calls

  @Test(arguments: [AgentSession.stateless, "2025-11-25", "2024-11-05"])
  func `progress is told to whoever asks for it, and rises`(revision: String) throws {
    let agent = try agent(revision: revision)
    let call = JSONValue.object([
      "name": .string("prove"),
      "arguments": .object(["fix": .string("HEAD"), "repro": .string("sh run.sh"), "again": .bool(true)]),
    ])
    _ = try agent.ask("tools/call", call)
    #expect(agent.unclaimed == [])
    let id = try agent.send("tools/call", call, meta: ["progressToken": .string("p")])
    #expect(try agent.answer(to: id)["result"]["isError"] == .null)
    let told = agent.unclaimed
    #expect(!told.isEmpty)
    #expect(told.allSatisfy { $0["params"]["progressToken"].text == "p" })
    let numbers = told.compactMap { $0["params"]["progress"].integer }
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
    #expect(try agent.leave().lines == [])
  }

  @Test func `a call that is taken back ends its runs, and is not answered`() throws {
    let agent = try agent()
    let call = JSONValue.object([
      "name": .string("prove"),
      "arguments": .object([
        "fix": .string("HEAD"), "repro": .string("echo > \"$SCRATCH/ready\"; exec tail -f /dev/null"),
      ]),
    ])
    _ = try bench.script("mkfifo '\(bench.beside)/ready'")
    let id = try agent.send("tools/call", call, meta: ["progressToken": .number(1)])
    _ = try bench.script("cat '\(bench.beside)/ready'")
    // The list of tools does not wait for it.
    #expect(try agent.ask("tools/list")["result"] != .null)
    try agent.notify("notifications/cancelled", .object(["requestId": .number(Double(id))]))
    // What waits behind it is begun when it has ended.
    let next = try agent.call("prove", ["fix": .string("HEAD"), "repro": .string("sh run.sh")])
    #expect(next["structuredContent"]["result"]["verdict"].text == "proved")
    #expect(try bench.leftProcesses() == ["\(agent.number)"])
    #expect(try bench.leftSessions() == [])
    #expect(!agent.unclaimed.contains { $0["id"] == .number(Double(id)) && $0["method"] == .null })
  }

  @Test func `a client that leaves takes its runs with it`() throws {
    let agent = try agent()
    let call = JSONValue.object([
      "name": .string("prove"),
      "arguments": .object([
        "fix": .string("HEAD"), "repro": .string("echo > \"$SCRATCH/ready\"; exec tail -f /dev/null"),
      ]),
    ])
    _ = try bench.script("mkfifo '\(bench.beside)/ready'")
    try agent.send("tools/call", call, meta: ["progressToken": .number(1)])
    _ = try bench.script("cat '\(bench.beside)/ready'")
    #expect(try agent.leave().ending == .exit(0))
    #expect(try bench.leftProcesses() == [])
  }

  @Test func `a process that a repro left behind for itself outlives the calls beside it`() throws {
    // The repro needs a process that has left its session, while other calls start and end programs.
    let bench = try Bench(
      before: """
        (setsid tail -f /dev/null >/dev/null 2>&1 & echo $! > "$SCRATCH/daemon")
        [ -e "$SCRATCH/begun" ] || { : > "$SCRATCH/begun"; echo > "$SCRATCH/ready"; read x < "$SCRATCH/go"; }
        kill -0 "$(cat "$SCRATCH/daemon")" || exit 0
        echo 'wanted 4, got 3'
        exit 1

        """)
    _ = try bench.script("mkfifo '\(bench.beside)/ready' '\(bench.beside)/go'")
    let agent = try AgentSession(bench.program, in: bench.repository.path, adding: ["SCRATCH": bench.beside])
    let id = try agent.send(
      "tools/call",
      .object([
        "name": .string("prove"),
        "arguments": .object([
          "fix": .string("HEAD"), "repro": .string("sh run.sh"), "symptom": .string("wanted 4"),
        ]),
      ]))
    _ = try bench.script("cat '\(bench.beside)/ready'")
    for _ in 0..<5 { _ = try agent.call("gate", ["key": .string("RILL-1")]) }
    _ = try bench.script("echo > '\(bench.beside)/go'")
    #expect(try agent.answer(to: id)["result"]["structuredContent"]["result"]["verdict"].text == "proved")
  }

  // MARK: Many calls, large ones

  @Test func `a hundred calls at once are answered each by its own answer`() throws {
    let agent = try agent()
    let ids = try (0..<100).map { number in
      try agent.send(
        "tools/call",
        .object(["name": .string("gate"), "arguments": .object(["key": .string("RILL-\(number)")])]))
    }
    for (number, id) in ids.enumerated() {
      let text = try agent.answer(to: id)["result"]["content"][0]["text"].text ?? ""
      #expect(text.contains("“RILL-\(number)”"))
    }
  }

  @Test func `an argument of a mebibyte is taken, in pieces`() throws {
    let agent = try agent()
    _ = try agent.call("facts", ["action": .string("open"), "key": .string("RILL-1")])
    let text = "\u{2028}\u{0}😀\"\\ line\n" + String(repeating: "x", count: 1 << 20)
    let note = try agent.call(
      "breadcrumb", ["action": .string("note"), "key": .string("RILL-1"), "text": .string(text)])
    #expect(note["structuredContent"]["result"]["entry"]["note"].text == text, "\(note["content"][0])")
    let key = try agent.call("gate", ["key": .string(text)])
    #expect(key["isError"] == .bool(true))
    #expect((key["content"][0]["text"].text ?? "").utf8.count < 40_000)
  }

  // MARK: What is there to read

  @Test func `records, cases and ledgers are listed, read, and completed`() throws {
    try bench.prepareRecord()
    try bench.prepare("note", "RILL-1", "a thought")
    try bench.repository.git("checkout", "-q", "-b", "fix/RILL-77-more")
    let agent = try agent()
    let list = try agent.ask("resources/list")["result"]
    let addresses = list["resources"].elements.compactMap { $0["uri"].text }
    #expect(addresses.contains("postmortem://records/RILL-1"))
    #expect(list["ttlMs"] == .number(0) && list["cacheScope"].text == "private")
    for address in addresses + ["postmortem://ledgers/RILL-1"] {
      let read = try agent.ask("resources/read", .object(["uri": .string(address)]))["result"]
      #expect(read["contents"][0]["text"].text?.isEmpty == false, "\(address)")
    }
    for address in ["postmortem://records/RILL-2", "postmortem://records/../x", "file:///etc/passwd", "x"] {
      let read = try agent.ask("resources/read", .object(["uri": .string(address)]))
      #expect(read["error"]["code"] == .number(-32602), "\(address)")
    }
    func completed(_ reference: [String: JSONValue], _ begun: String) throws -> [String] {
      let argument = JSONValue.object(["name": .string("key"), "value": .string(begun)])
      return try agent.ask(
        "completion/complete", .object(["ref": .object(reference), "argument": argument]))["result"][
          "completion"]["values"].texts
    }
    let prompt: [String: JSONValue] = ["type": .string("ref/prompt"), "name": .string("post-mortem")]
    #expect(try completed(prompt, "") == ["RILL-77", "RILL-1"])
    #expect(try completed(prompt, "rill-7") == ["RILL-77"])
    let template: [String: JSONValue] = [
      "type": .string("ref/resource"), "uri": .string("postmortem://records/{key}"),
    ]
    #expect(try completed(template, "R") == ["RILL-1"])
    let text = try agent.ask(
      "prompts/get",
      .object(["name": .string("post-mortem"), "arguments": .object(["key": .string("RILL-1")])]))["result"][
        "messages"][0]["content"]["text"].text
    #expect(text?.contains("the case RILL-1") == true)
  }
}
