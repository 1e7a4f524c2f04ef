import Scratch
import Storage
import Subprocess
import Testing

/// What the skills tell an agent to type is what the program takes.
@Suite struct SkillTests {
  /// What stands for what an agent fills in.
  private static let fillings = [
    ("COMMIT", "HEAD"), ("FIRST,LAST", "HEAD~1,HEAD"), ("CMD", "sh run.sh"), ("FILE", "notes.md"),
    ("URL", "https://example.org/1"),
    ("RULE", "hedge"), ("SECTION: ", "Root cause: "), ("TICKET", "KEY-2"), ("OPERATION", "gate"),
    ("'REGEX'", "'wanted'"),
    ("FIELD=VALUE", "title=Sum"),
  ]

  /// A repository with a case KEY, whose ledger has the entries that the skills name: L1 and L4 are hypotheses, L2 and L5
  /// experiments.
  private static func bench() throws -> Bench {
    let bench = try Bench()
    try bench.repository.write("- the sum was wrong\n", to: "notes.md")
    for words in [
      ["new", "KEY", "--fix", "HEAD", "--repro", "sh run.sh"],
      ["note", "KEY", "--hypothesis", "it overflows"],
      ["try", "KEY", "--", "true"],
      ["note", "KEY", "a note"], ["note", "KEY", "--hypothesis", "it drops the carry"],
      ["try", "KEY", "--", "true"],
    ] {
      #expect(try bench.program.run(words, in: bench.repository.path).ending == .exit(0))
    }
    return bench
  }

  @Test(arguments: SkillCommands.files)
  func `every command of a skill is one that the program takes`(file: String) throws {
    let bench = try Self.bench()
    let commands = try SkillCommands.commands(in: file)
    #expect(!commands.isEmpty)
    for command in commands where !command.contains("…") && command != "postmortem jira login" {
      var line = command
      for (word, filling) in Self.fillings {
        line = line.split(separator: word, omittingEmptySubsequences: false).joined(separator: filling)
      }
      let call = Command(
        "sh", ["-c", "\(line) </dev/null"],
        environment: bench.program.environment.merging(
          ["PATH": "\(Path.parent(bench.program.path)):\(ProcessVariables.path)"]) { $1 },
        workingDirectory: bench.repository.path)
      let capture = try Spawner().capture(call, timeLimit: .seconds(60))
      let said = String(decoding: capture.error, as: UTF8.self)
      guard case .exit(let status) = capture.outcome.ending else {
        Issue.record("\(line): \(capture.outcome.ending)")
        continue
      }
      // Facts of a case may be missing here; the words must be right.
      #expect(status != 2, "\(line): \(said)")
      #expect(!said.contains("an error that nobody foresaw"), "\(line): \(said)")
    }
  }

  @Test func `every field of the sections is one that a case has`() throws {
    let program = try PostmortemProgram()
    let manual = try program.run(["manual", "set"], in: "/").output
    let known = Set(manual.split { $0 == " " || $0 == "\n" }.map(String.init))
    let rows = try SkillCommands.tableRows(in: "post-mortem/references/sections.md")
    #expect(rows.count == 9)
    let fields = rows.flatMap { SkillCommands.spans(in: $0[1]) }.filter {
      !["passes", "by", "on", "see"].contains($0)
    }
    for field in fields {
      #expect(known.contains(field), "\(field)")
    }
  }

  @Test func `every kind of gap, every rule and every tool that a skill names is one that there is`() throws {
    let bench = try Self.bench()
    let rows = try SkillCommands.tableRows(in: "post-mortem/references/sections.md")
    let gaps = SkillCommands.spans(in: try #require(rows.first { $0[1].contains("slipped.category") })[2])
    #expect(gaps.count == 6)
    for gap in gaps {
      let result = try bench.program.run(
        ["set", "KEY", "slipped.category=\(gap)"], in: bench.repository.path)
      #expect(result.ending == .exit(0), "\(result.error)")
    }
    for rule in try SkillCommands.tableRows(in: "post-mortem/references/review.md").flatMap({
      SkillCommands.spans(in: $0[0])
    }) {
      #expect(try bench.program.run(["explain", rule], in: "/").ending == .exit(0), "\(rule)")
    }
    let session = try AgentSession(bench.program, in: bench.repository.path)
    let tools = try session.ask("tools/list")["result"]["tools"].elements
    for row in try SkillCommands.tableRows(in: "post-mortem/references/commands.md")
    where row.count == 3 && row[2].hasPrefix(" `") {
      let named = SkillCommands.spans(in: row[2])
      let tool = try #require(tools.first { $0["name"].text == named[0] }, "\(named)")
      let properties = tool["inputSchema"]["properties"]
      guard named.count > 1 else { continue }
      let isAction = properties["action"]["enum"].texts.contains(named[1])
      #expect(isAction || properties[named[1]] != .null, "\(named)")
    }
    try session.leave()
  }

  @Test func `skills go where agents look, for a project and for a user`() throws {
    let bench = try Bench()
    func call(_ words: String...) throws -> PostmortemProgram.Result {
      try bench.program.run(["skill"] + words, in: "\(bench.repository.path)/sub")
    }
    let first = try call("install")
    #expect(first.ending == .exit(0))
    #expect(first.output.contains("created             post-mortem/SKILL.md\n"))
    #expect(FileTree.isFile("\(bench.repository.path)/.agents/skills/post-mortem/references/inputs.md"))
    #expect(!FileTree.isDirectory("\(bench.repository.path)/.claude"))
    #expect(try call("install").output.contains("unchanged           post-mortem/SKILL.md\n"))

    let home = bench.program.home.path
    #expect(try call("install", "--user", "--agent", "claude-code").ending == .exit(0))
    let installed = try FileTree.read("\(home)/.claude/skills/debug-ledger/SKILL.md")
    #expect(installed == (try FileTree.read("\(SkillCommands.directory)/debug-ledger/SKILL.md")))

    try FileTree.write(Array("mine\n".utf8), to: "\(home)/.claude/skills/debug-ledger/SKILL.md")
    let kept = try call("install", "--user", "--agent", "claude-code", "--json")
    #expect(kept.ending == .exit(6))
    #expect(try kept.json()["places"][0]["files"][0]["action"].text == "edited")
    #expect(try call("remove", "--user", "--agent", "claude-code", "--overwrite").ending == .exit(0))
    #expect(try FileTree.list("\(home)/.claude/skills") == [])
    #expect(try call("remove").ending == .exit(0))
    #expect(try bench.repository.git("status", "--porcelain", "--ignored") == "")
  }

  @Test func `an unknown agent is told which there are, and outside of a repository --user still works`()
    throws
  {
    let program = try PostmortemProgram()
    let unknown = try program.run(["skill", "install", "--agent", "claude"], in: program.home.path)
    #expect(unknown.ending == .exit(2))
    #expect(unknown.error.contains("claude-code"))
    let outside = try program.run(["skill", "install"], in: program.home.path)
    #expect(outside.ending == .exit(1) && outside.error.contains("in no git repository"))
    #expect(try program.run(["skill", "install", "--user"], in: program.home.path).ending == .exit(0))
  }

  @Test func `a link of a repository that leads elsewhere is not written through`() throws {
    let bench = try Bench()
    try FileTree.makeDirectory("\(bench.beside)/elsewhere")
    _ = try Spawner().capture(
      Command(
        "ln", ["-s", "../elsewhere", ".agents"], environment: bench.program.environment,
        workingDirectory: bench.repository.path))
    let result = try bench.program.run(["skill", "install"], in: bench.repository.path)
    #expect(result.ending == .exit(1) && result.error.contains("leads out of the repository"))
    #expect(try FileTree.list("\(bench.beside)/elsewhere") == [])
  }
}
